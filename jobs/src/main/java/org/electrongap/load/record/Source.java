package org.electrongap.load.record;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of one file, which can be opened as often as needed. */
@FunctionalInterface
public interface Source {

    /**
     * A new stream from the first byte; the caller closes it.
     *
     * @throws IOException when the bytes cannot be reached
     */
    InputStream open() throws IOException;
}
