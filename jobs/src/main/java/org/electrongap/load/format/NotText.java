package org.electrongap.load.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.Source;

/** Finds the first bytes of a file that are no text in its declared encoding. */
final class NotText {

    private NotText() {}

    /** The fault that names the line and the byte. */
    static Fault fault(Source source, Charset encoding) {
        String where = "somewhere in the file";
        String what = "bytes are not " + encoding.name();
        try (InputStream bytes = Text.unpacked(source)) {
            long[] place = place(bytes, encoding.newDecoder());
            where = "line " + place[0] + ", byte " + place[1];
            what = String.format("byte 0x%02X is not %s", place[2], encoding.name());
        } catch (IOException e) {
            what += " (" + e.getMessage() + ")";
        }
        return new Fault(
                "encoding",
                where,
                what,
                "text read in a wrong encoding silently changes names",
                "Save the file as UTF-8, or declare its encoding on the resource in datapackage.json, for example"
                        + " \"encoding\": \"windows-1252\"");
    }

    private static long[] place(InputStream bytes, CharsetDecoder decoder) throws IOException {
        decoder.onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.allocate(1 << 13);
        CharBuffer out = CharBuffer.allocate(1 << 14);
        long line = 1;
        long consumed = 0;
        boolean more = true;
        while (more) {
            int n = bytes.read(in.array(), in.position(), in.remaining());
            more = n >= 0;
            in.limit(in.position() + Math.max(n, 0)).position(0);
            CoderResult result = decoder.decode(in, out, !more);
            consumed += in.position();
            line += out.flip().chars().filter(c -> c == '\n').count();
            out.clear();
            if (result.isError()) {
                return new long[] {line, consumed + 1, in.get(in.position()) & 0xff};
            }
            in.compact();
        }
        return new long[] {line, consumed, 0};
    }
}
