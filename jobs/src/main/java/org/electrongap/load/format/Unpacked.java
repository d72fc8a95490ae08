package org.electrongap.load.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Fault;

/** What comes out of a packed file, up to a limit: a small file that unpacks without end is refused. */
final class Unpacked extends FilterInputStream {

    private final long limit;
    private long read;

    Unpacked(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int several = super.read(buffer, offset, length);
        count(Math.max(several, 0));
        return several;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > limit) {
            throw new DamagedFile(new Fault(
                    "too_large",
                    "the packed file",
                    "it unpacks to more than " + (limit >> 20) + " MB",
                    "it would fill the memory",
                    "Unpack it, and look whether it is what the publisher meant"));
        }
    }
}
