package org.electrongap.load.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Source;

/** The beginning of a file, from which its format is recognised. */
public final class Head {

    private final List<CsvText.Line> lines;
    private final String start;

    private Head(List<CsvText.Line> lines, String start) {
        this.lines = lines;
        this.start = start;
    }

    /** The beginning of a file; bytes that are no text are replaced, which is harmless here. */
    public static Head of(Source source) throws java.io.IOException {
        byte[] bytes;
        try (var in = Text.unpacked(source)) {
            bytes = in.readNBytes(1 << 16);
        }
        Charset encoding = StandardCharsets.ISO_8859_1;
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<CsvText.Line> lines = new ArrayList<>();
        try {
            new CsvText(() -> new java.io.ByteArrayInputStream(bytes), encoding, ',').forEach(lines::add);
        } catch (DamagedFile cut) {
            // The beginning ends in the middle of a record; the records before it are what is looked at.
        }
        return new Head(lines, text);
    }

    /** The fields of the first line; none where there is no line. */
    List<String> firstLine() {
        return lines.isEmpty() ? List.of() : new CsvHeader(lines.get(0).fields()).names();
    }

    /** The first characters of the file. */
    String start() {
        return start;
    }

    /** The line on which the rows below the header begin: 2 where no line holds all of the columns. */
    public long firstDataLine(List<String> columns) {
        return rowBelow(columns).map(CsvRow::line).orElse(2L);
    }

    /** The row below the first line that holds all of the columns, if there is such a line. */
    Optional<CsvRow> rowBelow(List<String> columns) {
        for (int i = 0; i + 1 < lines.size() && i < PublisherCsv.PREAMBLE; i++) {
            CsvHeader header = new CsvHeader(lines.get(i).fields());
            List<String> below = lines.get(i + 1).fields();
            if (columns.stream().allMatch(header::has) && below.size() == header.size()) {
                return Optional.of(new CsvRow(lines.get(i + 1).number(), below.toArray(String[]::new), header));
            }
        }
        return Optional.empty();
    }
}
