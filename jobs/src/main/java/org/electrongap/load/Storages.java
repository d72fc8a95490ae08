package org.electrongap.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;

/**
 * Chooses the storage by a URI's scheme. A path without one, and {@code file:}, are read without Hadoop, whose start costs
 * more than a small data set; {@code bundled:NAME/FILE} is a data set inside the jobs jar.
 */
public final class Storages implements Storage {

    /** Schemes that a data package may name. */
    public static final Set<String> ALLOWED_SCHEMES = Set.of(
            "file", "bundled", "hdfs", "viewfs", "webhdfs", "s3a", "s3", "gs", "abfs", "abfss", "wasb", "wasbs", "o3fs",
            "ofs", "oss", "cosn", "adl");

    private final Storage local = new LocalStorage();
    private final Storage bundled = new BundledStorage();
    private final Supplier<Configuration> hadoop;

    private Storages(Supplier<Configuration> hadoop) {
        this.hadoop = hadoop;
    }

    /**
     * @param hadoop gives Hadoop's configuration; asked only when a URI of another scheme is used
     */
    public static Storages of(Supplier<Configuration> hadoop) {
        return new Storages(hadoop);
    }

    /** The scheme of a URI in lower case, empty for a path. A single letter is a drive, not a scheme. */
    public static String scheme(String uri) {
        int colon = uri.indexOf(':');
        boolean named = colon > 1 && uri.substring(0, colon).matches("[A-Za-z][A-Za-z0-9+.-]*");
        return named ? uri.substring(0, colon).toLowerCase(Locale.ROOT) : "";
    }

    @Override
    public InputStream open(String uri) throws IOException {
        return storage(uri).open(uri);
    }

    @Override
    public long size(String uri) throws IOException {
        return storage(uri).size(uri);
    }

    @Override
    public List<String> files(String folder) throws IOException {
        return storage(folder).files(folder);
    }

    @Override
    public boolean isInside(String folder, String path) throws IOException {
        return storage(folder).isInside(folder, path);
    }

    @Override
    public boolean exists(String uri) throws IOException {
        return storage(uri).exists(uri);
    }

    private Storage storage(String uri) {
        return switch (scheme(uri)) {
            case "", "file" -> local;
            case "bundled" -> bundled;
            default -> new HadoopStorage(hadoop.get());
        };
    }

    /** A path or {@code file:} URI as a path of this machine. */
    static java.nio.file.Path localPath(String uri) {
        return scheme(uri).equals("file")
                ? java.nio.file.Path.of(URI.create(uri.replace(" ", "%20")).getPath())
                : java.nio.file.Path.of(uri);
    }
}
