package org.electrongap.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Folders of this machine. */
final class LocalStorage implements Storage {

    @Override
    public InputStream open(String uri) throws IOException {
        return Files.newInputStream(Storages.localPath(uri));
    }

    @Override
    public long size(String uri) throws IOException {
        return Files.size(Storages.localPath(uri));
    }

    @Override
    public List<String> files(String folder) throws IOException {
        Path root = Storages.localPath(folder);
        return Files.isDirectory(root) ? below(root) : List.of();
    }

    @Override
    public boolean exists(String uri) {
        return Files.isRegularFile(Storages.localPath(uri));
    }

    @Override
    public boolean isInside(String folder, String path) throws IOException {
        Path root = Storages.localPath(folder).toRealPath();
        Path file = Storages.localPath(DataPackage.below(folder, path));
        return !Files.exists(file) || file.toRealPath().startsWith(root);
    }

    static List<String> below(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .filter(LocalStorage::isVisible)
                    .sorted()
                    .toList();
        }
    }

    static boolean isVisible(String path) {
        return Stream.of(path.split("/")).noneMatch(part -> part.startsWith(".") || part.startsWith("_"));
    }
}
