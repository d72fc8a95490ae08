package org.electrongap.load.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Source;

/** The beginning of a file, from which its format is recognised. */
public final class Head {

    private final List<List<Lines.Line>> sheets;
    private final String start;

    private Head(List<List<Lines.Line>> sheets, String start) {
        this.sheets = sheets;
        this.start = start;
    }

    /** The beginning of a file; bytes that are no text are replaced, which is harmless here. */
    public static Head of(Source source) throws java.io.IOException {
        return of(source, ',');
    }

    /** The beginning of a file whose fields another character divides. */
    static Head of(Source source, char separator) throws java.io.IOException {
        return Workbook.isOne(source) ? ofWorkbook(source) : ofText(source, separator);
    }

    private static Head ofWorkbook(Source source) {
        try (Workbook book = Workbook.open(source)) {
            return new Head(
                    book.sheets().stream().map(name -> first(book, name)).toList(), "");
        }
    }

    private static List<Lines.Line> first(Workbook book, String sheet) {
        List<Lines.Line> lines = new ArrayList<>();
        book.forEach(sheet, line -> {
            lines.add(line);
            return lines.size() <= PublisherCsv.PREAMBLE;
        });
        return lines;
    }

    private static Head ofText(Source source, char separator) throws java.io.IOException {
        byte[] bytes;
        try (var in = Text.unpacked(source)) {
            bytes = in.readNBytes(1 << 16);
        }
        Charset encoding = StandardCharsets.ISO_8859_1;
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<Lines.Line> lines = new ArrayList<>();
        try {
            new CsvText(() -> new java.io.ByteArrayInputStream(bytes), encoding, separator).forEach(lines::add);
        } catch (DamagedFile cut) {
            // The beginning ends in the middle of a record; the records before it are what is looked at.
        }
        return new Head(List.of(lines), text);
    }

    /** The fields of the first line; none where there is no line. */
    List<String> firstLine() {
        return sheets.stream()
                .filter(lines -> !lines.isEmpty())
                .findFirst()
                .map(lines -> new CsvHeader(lines.get(0).fields()).names())
                .orElse(List.of());
    }

    /** The first lines; of a workbook those of every sheet. */
    List<Lines.Line> firstLines() {
        return sheets.stream()
                .flatMap(lines -> lines.stream().limit(PublisherCsv.PREAMBLE))
                .toList();
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
        return sheets.stream()
                .flatMap(lines -> rowBelow(lines, columns).stream())
                .findFirst();
    }

    private static Optional<CsvRow> rowBelow(List<Lines.Line> lines, List<String> columns) {
        for (int i = 0; i + 1 < lines.size() && i < PublisherCsv.PREAMBLE; i++) {
            CsvHeader header = new CsvHeader(lines.get(i).fields());
            List<String> below = lines.get(i + 1).fields();
            if (columns.stream().allMatch(header::has) && below.size() <= header.size()) {
                String[] fields = Arrays.copyOf(below.toArray(String[]::new), header.size());
                Arrays.fill(fields, below.size(), fields.length, "");
                return Optional.of(new CsvRow(lines.get(i + 1).number(), fields, header));
            }
        }
        return Optional.empty();
    }
}
