package org.electrongap.load.format;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.electrongap.load.record.Source;

/**
 * What must be known of a file of which each row means something by itself, so that it can be read in parts.
 *
 * @param columns those by which its header is found
 * @param separator what stands between two fields, one byte of the text
 * @param encoding how the text is encoded
 */
public record Divisible(List<String> columns, char separator, Charset encoding) {

    public Divisible {
        columns = List.copyOf(columns);
    }

    /** The same; empty where quotes, separators and line breaks are not single bytes, by which a text is divided. */
    static Optional<Divisible> of(List<String> columns, char separator, Charset encoding) {
        boolean singleBytes = (separator + "\"\n").getBytes(encoding).length == 3;
        return singleBytes ? Optional.of(new Divisible(columns, separator, encoding)) : Optional.empty();
    }

    /**
     * The line on which the rows of a file begin; 2 where its header is not found.
     *
     * @throws IOException when its beginning cannot be read
     */
    public long firstDataLine(Source source) throws IOException {
        return Head.of(source, separator, encoding).firstDataLine(columns);
    }
}
