package org.electrongap.cli;

import java.net.URI;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Files that the Java machine cannot look at, for it has no room for more compiled code. */
public final class FailingFiles extends RawLocalFileSystem {

    static final String SCHEME = "failing";

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public boolean exists(Path file) {
        throw full();
    }

    @Override
    public FileStatus[] listStatus(Path folder) {
        throw full();
    }

    @Override
    public FileStatus getFileStatus(Path file) {
        throw full();
    }

    @Override
    public FSDataInputStream open(Path file, int bufferBytes) {
        throw full();
    }

    private static InternalError full() {
        return new InternalError("Out of space in CodeCache for adapters");
    }
}
