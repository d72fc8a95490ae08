package org.electrongap.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * A quote of a CSV text (RFC 4180) that is never closed. FastCSV and Spark take it for one that is closed by the end, and all
 * rows behind it for one field.
 */
public final class OpenQuote {

    /** Where a reader of a text stands. */
    private enum At {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private OpenQuote() {}

    /** What is wrong and what to do, in words; nothing where every quote is closed. */
    public static Optional<String> fault(Reader text) throws IOException {
        At at = At.FIELD_START;
        long line = 1;
        long opened = 0;
        Reader characters = new BufferedReader(text);
        for (int c = characters.read(); c >= 0; c = characters.read()) {
            At next = next(at, c);
            opened = next == At.QUOTED && at == At.FIELD_START ? line : opened;
            line += c == '\n' ? 1 : 0;
            at = next;
        }
        return at == At.QUOTED
                ? Optional.of("line " + opened + ": a quote is never closed, and the rows behind it would be lost."
                        + " Close it, or double it if it is part of the text.")
                : Optional.empty();
    }

    private static At next(At at, int c) {
        if (at == At.QUOTED) {
            return c == '"' ? At.QUOTE_IN_QUOTED : At.QUOTED;
        }
        if (c == '"' && at != At.PLAIN) {
            return At.QUOTED;
        }
        return c == ',' || c == '\n' || c == '\r' ? At.FIELD_START : At.PLAIN;
    }
}
