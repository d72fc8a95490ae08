package org.electrongap.load.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Source;

/** Finds what stands between the fields of a text that nobody has described. */
final class Separators {

    private static final List<Character> KNOWN = List.of(',', ';', '\t', '|');
    private static final int HEAD_BYTES = 1 << 16;

    private Separators() {}

    /** The one that divides one of the first lines into most fields; a comma where none divides any. */
    static char of(Source source, Charset encoding) {
        byte[] head;
        try (var in = Text.unpacked(source)) {
            head = in.readNBytes(HEAD_BYTES);
        } catch (IOException e) {
            throw Text.damaged(e, source, encoding, 0);
        }
        char widest = ',';
        for (char separator : KNOWN) {
            widest = fields(head, separator) > fields(head, widest) ? separator : widest;
        }
        return widest;
    }

    private static int fields(byte[] head, char separator) {
        List<Integer> fields = new ArrayList<>();
        try {
            new CsvText(() -> new ByteArrayInputStream(head), StandardCharsets.ISO_8859_1, separator).forEach(line -> {
                if (fields.size() < PublisherCsv.PREAMBLE) {
                    fields.add(line.fields().size());
                }
            });
        } catch (DamagedFile cut) {
            // The beginning ends in the middle of a record; the records before it are what is looked at.
        }
        return fields.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** The name of a separator in a mapping. */
    static String name(char separator) {
        return separator == '\t' ? "tab" : String.valueOf(separator);
    }
}
