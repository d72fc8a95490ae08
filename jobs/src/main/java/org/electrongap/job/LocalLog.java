package org.electrongap.job;

import io.delta.storage.HDFSLogStore;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Delta's log on a local disk: an entry appears whole or not at all, and never in the place of another.
 *
 * <p>Delta's own way on a local disk is a rename by Hadoop's FileContext. That looks for an older entry first and renames
 * then, so that two Java machines can both believe that they committed; and it starts a process ({@code readlink}) several
 * times a commit. Here an entry is written beside its place and linked to it, which POSIX does in one step and refuses where
 * there is a file. A file system without hard links is served Delta's way.
 */
public final class LocalLog extends HDFSLogStore {

    /** For Delta, which makes one for the scheme {@code file}. */
    public LocalLog(Configuration configuration) {
        super(configuration);
    }

    /**
     * Writes an entry.
     *
     * @throws FileAlreadyExistsException when there is one of that name, unless it is to be overwritten
     */
    @Override
    public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration configuration)
            throws IOException {
        if (overwrite) {
            super.write(path, actions, true, configuration);
            return;
        }
        java.nio.file.Path whole = local(createTempPath(path));
        try {
            write(whole, actions);
            if (!isLinked(whole, local(path))) {
                super.write(path, Files.readAllLines(whole).iterator(), false, configuration);
            }
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }

    private static void write(java.nio.file.Path file, Iterator<String> actions) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            while (actions.hasNext()) {
                writer.write(actions.next());
                writer.write('\n');
            }
        }
    }

    private static boolean isLinked(java.nio.file.Path whole, java.nio.file.Path entry) throws IOException {
        try {
            Files.createLink(entry, whole);
            return true;
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            return false; // this file system has no hard links, or none for this user
        }
    }
}
