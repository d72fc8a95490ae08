package org.electrongap.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Where files of data sets lie: a folder on this machine, the jobs jar, or any Hadoop file system. */
public interface Storage {

    /**
     * Opens a file; the caller closes it.
     *
     * @throws IOException when there is none, or it cannot be read
     */
    InputStream open(String uri) throws IOException;

    /** The size of a file in bytes. */
    long size(String uri) throws IOException;

    /**
     * The files below a folder, at any depth, as paths relative to it, sorted; names that begin with a dot or an underscore
     * are left out. Empty when there is no such folder.
     */
    List<String> files(String folder) throws IOException;

    /** Whether a path below a folder stays there: a link could lead out of it. */
    default boolean isInside(String folder, String path) throws IOException {
        return true;
    }

    /** Whether there is a file of that name. */
    boolean exists(String uri) throws IOException;
}
