package org.electrongap.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Fault;

/**
 * Divides a text in one pass over its bytes, between the records that the reader of its parts will find: a quote opens a field
 * where it is its first character, and a line break inside such a field ends no record.
 */
final class FileDivision {

    /** A part is held in memory as a whole. */
    static final long MOST_BYTES = 256L << 20;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final char separator;
    private final long firstDataLine;
    private final long leastBytes;
    private final long mostBytes;
    private final List<FilePart> parts = new ArrayList<>();
    private byte before = '\n';
    private boolean quoted;
    private long quoteLine;
    private long closed = -1;
    private long position;
    private long line = 1;
    private long from;
    private long fromLine = 1;

    /**
     * @param separator what stands between two fields
     * @param firstDataLine the line behind the header
     * @param leastBytes the least size of a part
     * @param mostBytes the size of a part beyond which the text cannot be read
     */
    FileDivision(char separator, long firstDataLine, long leastBytes, long mostBytes) {
        this.separator = separator;
        this.firstDataLine = firstDataLine;
        this.leastBytes = leastBytes;
        this.mostBytes = mostBytes;
    }

    /**
     * Divides a text.
     *
     * @return the header, from byte 0, then the parts
     * @throws DamagedFile when no record ends for so long that no part can
     */
    List<FilePart> of(InputStream in) throws IOException {
        byte[] start = in.readNBytes(BYTE_ORDER_MARK.length);
        if (Arrays.equals(start, BYTE_ORDER_MARK)) {
            position = start.length;
        } else if (start.length > 0) {
            take(start, start.length);
        }
        byte[] buffer = new byte[1 << 20];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (n > 0) {
                take(buffer, n);
            }
            if (position - from > mostBytes) {
                throw new DamagedFile(endless());
            }
        }
        if (position > from) {
            parts.add(new FilePart(parts.size(), from, position, fromLine));
        }
        return parts;
    }

    private void take(byte[] buffer, int n) {
        for (int i = 0; i < n; i++) {
            if (buffer[i] == '"') {
                quote(i == 0 ? before : buffer[i - 1], position + i);
            } else if (buffer[i] == '\n') {
                line++;
                lineEnds(position + i + 1);
            }
        }
        before = buffer[n - 1];
        position += n;
    }

    /** Two quotes in a quoted field are one of its characters; a quote behind other characters is one of them too. */
    private void quote(byte previous, long at) {
        if (quoted) {
            quoted = false;
            closed = at;
        } else if (at == closed + 1 && closed >= 0) {
            quoted = true;
        } else if (previous == separator || previous == '\n' || previous == '\r') {
            quoted = true;
            quoteLine = line;
        }
    }

    private void lineEnds(long end) {
        boolean headerEnds = parts.isEmpty() && line == firstDataLine;
        boolean partEnds = !parts.isEmpty() && !quoted && end - from >= leastBytes;
        if (headerEnds || partEnds) {
            parts.add(new FilePart(parts.size(), from, end, fromLine));
            from = end;
            fromLine = line;
        }
    }

    private Fault endless() {
        return new Fault(
                "truncated",
                "line " + (quoted ? quoteLine : fromLine),
                (quoted ? "the quote that opens a field there is not closed within " : "no record ends within ")
                        + (mostBytes >> 20) + " MB",
                "the file was cut, or a quote in it is not doubled, and the records behind it cannot be told apart",
                "Fetch the file again; if the publisher ships it so, double the quote in a copy");
    }
}
