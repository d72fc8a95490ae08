package org.electrongap.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a large text file that begins and ends between two records.
 *
 * @param index its number among the parts, from 0
 * @param from its first byte
 * @param to the byte behind its last
 * @param firstLine the line on which it begins, from 1
 */
record FilePart(int index, long from, long to, long firstLine) implements Serializable {

    /** Large enough to cost little, small enough that the records of a part fit the memory of a task many times. */
    static final long BYTES = 8L << 20;

    /**
     * Divides a file in one pass over its bytes. A line break inside quotes ends no record.
     *
     * @param firstDataLine the line behind the header
     * @param bytes the least size of a part
     * @return the header, from byte 0, then the parts
     */
    static List<FilePart> of(InputStream in, long firstDataLine, long bytes) throws IOException {
        List<FilePart> parts = new ArrayList<>();
        byte[] buffer = new byte[1 << 20];
        boolean quoted = false;
        long position = 0;
        long line = 1;
        long from = 0;
        long fromLine = 1;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (int i = 0; i < n; i++) {
                position++;
                if (buffer[i] == '"') {
                    quoted = !quoted;
                } else if (buffer[i] == '\n') {
                    line++;
                    boolean headerEnds = parts.isEmpty() && line == firstDataLine;
                    boolean partEnds = !parts.isEmpty() && !quoted && position - from >= bytes;
                    if (headerEnds || partEnds) {
                        parts.add(new FilePart(parts.size(), from, position, fromLine));
                        from = position;
                        fromLine = line;
                    }
                }
            }
        }
        if (position > from) {
            parts.add(new FilePart(parts.size(), from, position, fromLine));
        }
        return parts;
    }
}
