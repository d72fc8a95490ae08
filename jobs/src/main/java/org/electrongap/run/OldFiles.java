package org.electrongap.run;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Files of a folder of this machine that have not been written for some time. Links are followed, for a table may have been
 * moved to another disk; a file that somebody else removes meanwhile is none.
 *
 * <p>Hadoop's own listing asks for each file's rights when it goes from folder to folder, by a process {@code ls} for each.
 */
final class OldFiles extends SimpleFileVisitor<Path> {

    /** Files of Hadoop's, each beside the file that it checks; its own listings leave them out. */
    private static final Pattern CHECKSUM = Pattern.compile("\\..*\\.crc");

    private final Path folder;
    private final Instant moment;
    private final List<String> paths = new ArrayList<>();

    OldFiles(Path folder, Instant moment) {
        this.folder = folder;
        this.moment = moment;
    }

    /** Their paths, relative to the folder; none when there is no such folder. */
    static List<String> below(Path folder, Instant moment) throws IOException {
        OldFiles found = new OldFiles(folder, moment);
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, found);
        return found.paths;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes file) {
        if (file.isRegularFile()
                && file.lastModifiedTime().toInstant().isBefore(moment)
                && !CHECKSUM.matcher(path.getFileName().toString()).matches()) {
            paths.add(folder.relativize(path).toString());
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }
}
