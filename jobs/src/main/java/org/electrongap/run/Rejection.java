package org.electrongap.run;

import java.util.List;

/**
 * A file that was rejected whole; its data set keeps the last good edition.
 *
 * @param dataset the data set
 * @param resource its resource
 * @param file the file's name as given
 * @param fileHash SHA-256 of the file, empty where it could not be read
 * @param faults every fault found, each a full sentence
 * @param runId the run that rejected it
 */
public record Rejection(
        String dataset, String resource, String file, String fileHash, List<String> faults, String runId) {

    public Rejection {
        faults = List.copyOf(faults);
    }

    /** The identity of the thing rejected. */
    public String key() {
        return key(dataset, resource);
    }

    static String key(String dataset, String resource) {
        return dataset + "/" + resource;
    }
}
