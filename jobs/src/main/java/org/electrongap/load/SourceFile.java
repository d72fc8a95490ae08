package org.electrongap.load;

/**
 * A file of a resource as it was found.
 *
 * @param uri where it lies
 * @param pathInDataset its path below the data set's folder; its URI where it lies elsewhere
 * @param bytes its size
 * @param sha256 SHA-256 of its bytes, in hexadecimal
 * @param edition the edition that the whole file is; empty where each row names its own
 */
public record SourceFile(String uri, String pathInDataset, long bytes, String sha256, String edition) {

    /** The last part of the path. */
    public String fileName() {
        return pathInDataset.substring(pathInDataset.lastIndexOf('/') + 1);
    }
}
