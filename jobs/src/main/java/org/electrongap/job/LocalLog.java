package org.electrongap.job;

import io.delta.storage.HDFSLogStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delta's log on a local disk: an entry appears whole or not at all, and never in the place of another, also when the power is
 * cut.
 *
 * <p>Delta's own way on a local disk is a rename by Hadoop's FileContext. That looks for an older entry first and renames
 * then, so that two Java machines can both believe that they committed; and it starts a process ({@code readlink}) several
 * times a commit. Here an entry is written beside its place, forced to the disk, and linked to its place, which POSIX does in
 * one step and refuses where there is a file. A file system without hard links is served Delta's way.
 */
public final class LocalLog extends HDFSLogStore {

    private static final Logger LOG = LoggerFactory.getLogger(LocalLog.class);

    /** What Linux and macOS say for EPERM, EOPNOTSUPP, ENOSYS and EXDEV: no hard links here, or none for this user. */
    private static final List<String> NO_LINKS =
            List.of("not permitted", "not supported", "not implemented", "cross-device link");

    /** Makes a link; {@link Files#createLink} but for tests. */
    @FunctionalInterface
    interface Links {
        void create(java.nio.file.Path link, java.nio.file.Path existing) throws IOException;
    }

    private final Links links;

    /** For Delta, which makes one for the scheme {@code file}. */
    public LocalLog(Configuration configuration) {
        this(configuration, Files::createLink);
    }

    LocalLog(Configuration configuration, Links links) {
        super(configuration);
        this.links = links;
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
            write(whole, actions, configuration);
            if (!isLinked(whole, local(path))) {
                super.write(path, Files.readAllLines(whole).iterator(), false, configuration);
            }
        } finally {
            discard(whole);
        }
    }

    private static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }

    private static void write(java.nio.file.Path file, Iterator<String> actions, Configuration configuration)
            throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            giveRights(file, configuration);
            Writer writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
            while (actions.hasNext()) {
                writer.write(actions.next());
                writer.write('\n');
            }
            writer.flush();
            channel.force(true);
        }
    }

    /** Those of the files beside it, which Hadoop makes by its own setting and not by the process's mask. */
    private static void giveRights(java.nio.file.Path file, Configuration configuration) throws IOException {
        PosixFileAttributeView rights = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (rights != null) {
            FsPermission hadoops = FsPermission.getFileDefault().applyUMask(FsPermission.getUMask(configuration));
            rights.setPermissions(PosixFilePermissions.fromString(hadoops.toString()));
        }
    }

    private boolean isLinked(java.nio.file.Path whole, java.nio.file.Path entry) throws IOException {
        try {
            links.create(entry, whole);
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        } catch (FileSystemException e) {
            if (isSame(whole, entry)) {
                return true; // a server can make the link and fail to tell: NFS asks again, and finds its own
            }
            if (lacksLinks(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isSame(java.nio.file.Path whole, java.nio.file.Path entry) throws IOException {
        try {
            return Files.isSameFile(whole, entry);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static boolean lacksLinks(FileSystemException failure) {
        String reason = failure.getReason() == null ? "" : failure.getReason().toLowerCase(Locale.ROOT);
        return failure instanceof AccessDeniedException || NO_LINKS.stream().anyMatch(reason::contains);
    }

    /** What stays is a second name of the entry, or nobody's; the commit stands or has failed by now. */
    private static void discard(java.nio.file.Path whole) {
        try {
            Files.deleteIfExists(whole);
        } catch (IOException e) {
            LOG.warn("{} is of no use any more and could not be removed; remove it", whole, e);
        }
    }
}
