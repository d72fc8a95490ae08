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

    private static final int BYTES = 1 << 16;

    private final List<List<Lines.Line>> sheets;
    private final String start;

    private Head(List<List<Lines.Line>> sheets, String start) {
        this.sheets = sheets;
        this.start = start;
    }

    /** The beginning of a file; bytes that are no text are replaced, which is harmless here. */
    public static Head of(Source source) throws java.io.IOException {
        return of(source, ',', StandardCharsets.ISO_8859_1);
    }

    /** The beginning of a file of which it is known how its text is encoded and what divides its fields. */
    static Head of(Source source, char separator, Charset encoding) throws java.io.IOException {
        return Workbook.isOne(source) ? ofWorkbook(source) : ofText(source, separator, encoding);
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

    private static Head ofText(Source source, char separator, Charset encoding) throws java.io.IOException {
        byte[] bytes;
        try (var in = Text.unpacked(source)) {
            bytes = in.readNBytes(BYTES);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        byte[] whole = bytes.length < BYTES ? bytes : wholeLines(bytes);
        List<Lines.Line> lines = new ArrayList<>();
        try {
            new CsvText(() -> new java.io.ByteArrayInputStream(whole), encoding, separator).forEach(lines::add);
        } catch (DamagedFile cut) {
            // The beginning ends in the middle of a record; the records before it are what is looked at.
        }
        return new Head(List.of(lines), text);
    }

    /** Without the line that the end cuts, maybe in the middle of a character, for which nothing would be read at all. */
    private static byte[] wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end == 0 ? bytes : Arrays.copyOf(bytes, end);
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
        List<Lines.Line> lines = firstLines();
        for (int i = 0; i < lines.size(); i++) {
            CsvHeader header = new CsvHeader(lines.get(i).fields());
            if (columns.stream().allMatch(header::has)) {
                return i + 1 < lines.size()
                        ? lines.get(i + 1).number()
                        : lines.get(i).number() + 1;
            }
        }
        return 2;
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
