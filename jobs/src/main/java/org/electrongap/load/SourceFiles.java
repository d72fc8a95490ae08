package org.electrongap.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.PathMatcher;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.electrongap.load.record.Fault;

/** Finds the files of a resource, each with its size, hash and edition. Needs no Spark. */
public final class SourceFiles {

    private SourceFiles() {}

    /**
     * The files of a resource, sorted by path.
     *
     * @throws InputRejected when there is none, when one has no derivable edition, or when two would fill the same slice
     * @throws IOException when a file cannot be read
     */
    public static List<SourceFile> of(Resource resource, Storage storage) throws IOException {
        List<Fault> faults = new ArrayList<>();
        List<SourceFile> files = new ArrayList<>();
        Map<String, String> pathBySlice = new HashMap<>();
        for (String path : paths(resource, storage)) {
            if (Storages.scheme(path).isEmpty() && !storage.isInside(resource.folder(), path)) {
                faults.add(leadsOut(path));
                continue;
            }
            Optional<String> edition = resource.editions().of(path);
            if (edition.isEmpty()) {
                faults.add(withoutEdition(resource, path));
                continue;
            }
            SourceFile file = read(uri(resource, path), path, edition.get(), storage);
            files.add(file);
            String other = pathBySlice.putIfAbsent(resource.slice(file), path);
            if (other != null) {
                faults.add(sameSlice(path, other, resource.slice(file)));
            }
        }
        if (files.isEmpty() && faults.isEmpty()) {
            faults.add(none(resource));
        }
        if (!faults.isEmpty()) {
            throw new InputRejected(resource.title(), faults);
        }
        return files;
    }

    /** One file that the user named, wherever it lies. */
    public static SourceFile named(String uri, Resource resource, Storage storage) throws IOException {
        String name = uri.substring(uri.replace('\\', '/').lastIndexOf('/') + 1);
        Optional<String> edition = resource.editions().of(uri);
        if (edition.isEmpty()) {
            throw new InputRejected(resource.title(), List.of(withoutEdition(resource, name)));
        }
        return read(uri, name, edition.get(), storage);
    }

    private static List<String> paths(Resource resource, Storage storage) throws IOException {
        if (!Storages.scheme(resource.path()).isEmpty()) {
            return List.of(resource.path());
        }
        if (!isGlob(resource.path())) {
            return storage.exists(uri(resource, resource.path())) ? List.of(resource.path()) : List.of();
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + resource.path());
        return storage.files(resource.folder()).stream()
                .filter(path -> !path.equals(ResourceCorrections.FILE)
                        && !path.equals(DataPackage.FILE)
                        && !resource.mapping().equals(Optional.of(path)))
                .filter(path -> matcher.matches(java.nio.file.Path.of(path)))
                .toList();
    }

    private static boolean isGlob(String path) {
        return path.matches(".*[*?\\[{].*");
    }

    private static String uri(Resource resource, String path) {
        return Storages.scheme(path).isEmpty() ? DataPackage.below(resource.folder(), path) : path;
    }

    private static SourceFile read(String uri, String path, String edition, Storage storage) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 20];
        long bytes = 0;
        try (InputStream in = storage.open(uri)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                bytes += n;
            }
        }
        return new SourceFile(uri, path, bytes, HexFormat.of().formatHex(digest.digest()), edition);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Fault withoutEdition(Resource resource, String path) {
        return new Fault(
                "edition",
                path,
                "no edition can be derived from the path",
                "a figure without the date on which it was published cannot be shown as of any day, and a file's own time is"
                        + " never used",
                "Name the file by its edition so that the pattern of " + resource.title()
                        + " finds it, or load it with --input FILE --edition DATE");
    }

    private static Fault sameSlice(String path, String other, String slice) {
        return new Fault(
                "edition",
                path,
                "it has the same edition as " + other + " (slice " + slice + ")",
                "one would replace the other",
                "Remove one of them, or add a group (?<part>...) to the pattern where an edition comes in parts");
    }

    private static Fault leadsOut(String path) {
        return new Fault(
                "path",
                path,
                "it is a link that leads out of the data set's folder",
                "a data set must not reach files of this machine that nobody named",
                "Put the file into the folder, or name it by a full URI such as file:///data/x.csv");
    }

    private static Fault none(Resource resource) {
        return new Fault(
                "path",
                resource.path(),
                "no file matches in " + resource.folder(),
                "a resource without a file would look as if it had been withdrawn",
                "Put the file there, or correct \"path\" in datapackage.json");
    }
}
