package org.electrongap.job;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * A folder of this machine under a scheme of its own, with the rules of an object store: a file is there, whole, once it is
 * closed. Whatever ends a commit is told to an observer before anything else is written, so that the observer sees what a
 * process that was killed there would leave.
 */
public final class WatchedFiles extends RawLocalFileSystem {

    static final String SCHEME = "watched";

    private static final URI ROOT = URI.create(SCHEME + ":///");

    /** Delta's log, the ledger, the lock, run records, manifests: the rest counts only once one of these names it. */
    private static final Pattern ENDS_A_COMMIT =
            Pattern.compile(".*/(_delta_log/\\d{20}|ledger|lock|runs/[^/]+|manifest|latest)\\.json");

    private static final List<String> BOUNDARIES = new ArrayList<>();

    private static Observer observer = (number, what) -> {};

    /** Told of each commit. */
    interface Observer {
        void committed(int number, String what) throws IOException;
    }

    /** From now on this observer is told. */
    static synchronized void observe(Observer told) {
        observer = told;
        BOUNDARIES.clear();
    }

    /** The commits since the observer came. */
    static synchronized List<String> boundaries() {
        return List.copyOf(BOUNDARIES);
    }

    private static synchronized void committed(String what) throws IOException {
        BOUNDARIES.add(what);
        observer.committed(BOUNDARIES.size(), what);
    }

    @Override
    public URI getUri() {
        return ROOT;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FSDataOutputStream create(
            Path path, boolean overwrite, int buffer, short replication, long block, Progressable progress)
            throws IOException {
        if (!ENDS_A_COMMIT.matcher(path.toUri().getPath()).matches()) {
            return super.create(path, overwrite, buffer, replication, block, progress);
        }
        if (!overwrite && exists(path)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        Files.createDirectories(local(path).getParent());
        return new FSDataOutputStream(new Whole(local(path), overwrite), null);
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int buffer,
            short replication,
            long block,
            Progressable progress)
            throws IOException {
        return create(path, overwrite, buffer, replication, block, progress);
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        boolean done = super.rename(from, to);
        if (done && Files.isDirectory(local(to))) {
            committed("rename to " + to.getName());
        }
        return done;
    }

    private static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }

    /** A file that is there once it is closed. */
    private static final class Whole extends FilterOutputStream {
        private final java.nio.file.Path target;
        private final java.nio.file.Path part;
        private final boolean overwrite;
        private boolean closed;

        Whole(java.nio.file.Path target, boolean overwrite) throws IOException {
            this(target, Files.createTempFile("whole", ".part"), overwrite);
        }

        private Whole(java.nio.file.Path target, java.nio.file.Path part, boolean overwrite) throws IOException {
            super(out(part));
            this.target = target;
            this.part = part;
            this.overwrite = overwrite;
        }

        private static OutputStream out(java.nio.file.Path part) throws IOException {
            return Files.newOutputStream(part);
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            super.close();
            synchronized (WatchedFiles.class) {
                if (!overwrite && Files.exists(target)) {
                    Files.delete(part);
                    throw new FileAlreadyExistsException(target.toString());
                }
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
                committed(target.getParent().getParent().getFileName() + "/"
                        + target.getParent().getFileName() + "/" + target.getFileName());
            }
        }
    }
}
