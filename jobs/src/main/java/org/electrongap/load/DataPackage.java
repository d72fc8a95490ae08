package org.electrongap.load;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A data set: a folder with a Frictionless {@code datapackage.json}.
 *
 * @param name the name of the data set
 * @param title what it is, in a few words
 * @param folder where it lies, as a URI or path
 * @param resources its resources, in the order of the file
 */
public record DataPackage(String name, String title, String folder, List<Resource> resources) {

    /** The name of the file that makes a folder a data set. */
    public static final String FILE = "datapackage.json";

    public DataPackage {
        resources = List.copyOf(resources);
    }

    /**
     * Reads the data package of a folder.
     *
     * @throws InputRejected naming every fault of the package
     * @throws IOException when the file cannot be read
     */
    public static DataPackage read(Storage storage, String folder) throws IOException {
        return new PackageReader(storage, folder).read();
    }

    /**
     * The folders of the data sets below a root, by name; {@code bundled:} gives those inside the jobs jar.
     */
    public static List<String> folders(Storage storage, String root) throws IOException {
        return storage.files(root).stream()
                .filter(path -> path.endsWith("/" + FILE))
                .map(path -> below(root, path.substring(0, path.length() - FILE.length() - 1)))
                .sorted()
                .toList();
    }

    /** The path of a file below a folder. */
    static String below(String folder, String path) {
        boolean open = Stream.of("/", ":").anyMatch(folder::endsWith);
        return open ? folder + path : folder + "/" + path;
    }
}
