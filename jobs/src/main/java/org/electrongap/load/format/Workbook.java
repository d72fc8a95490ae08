package org.electrongap.load.format;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.Source;

/** An Office workbook (xlsx, ECMA-376) whose cells are read as the texts that a CSV export would hold. */
final class Workbook implements AutoCloseable {

    /** A workbook is unpacked in memory; larger ones are exported as CSV, which is read in parts. */
    private static final int LIMIT = 64 << 20;

    private static final Pattern PART = Pattern.compile("\\[Content_Types]\\.xml|(docProps|_rels|xl|\\[trash])/.*");
    private static final Pattern NOT_OF_A_DATE = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");
    private static final Pattern DATE = Pattern.compile("(?i).*(yy|d.*m|m.*d).*");

    private final ReadableWorkbook book;

    private Workbook(ReadableWorkbook book) {
        this.book = book;
    }

    /** Whether the bytes are a workbook: a zip whose first entry is a part of one. */
    static boolean isOne(Source source) throws IOException {
        try (InputStream in = source.open();
                ZipInputStream zip = new ZipInputStream(in)) {
            ZipEntry first = Text.nextEntry(zip);
            return first != null && isPart(first);
        }
    }

    static boolean isPart(ZipEntry entry) {
        return PART.matcher(entry.getName()).matches();
    }

    /**
     * Opens a workbook; the caller closes it.
     *
     * @throws DamagedFile when it is none, is broken, or is too large
     */
    static Workbook open(Source source) {
        try (InputStream in = source.open()) {
            byte[] bytes = in.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw new DamagedFile(tooLarge());
            }
            return new Workbook(
                    new ReadableWorkbook(new java.io.ByteArrayInputStream(bytes), new ReadingOptions(true, true)));
        } catch (DamagedFile e) {
            throw e;
        } catch (IOException | RuntimeException e) { // the library meets broken XML with exceptions of many kinds
            throw broken("the workbook", e);
        }
    }

    /** The names of its sheets, in their order. */
    List<String> sheets() {
        return book.getSheets().map(Sheet::getName).toList();
    }

    /**
     * Gives the rows of a sheet, empty ones left out, until the taker wants no more.
     *
     * @param rows takes a row, and tells whether it wants the next
     */
    void forEach(String sheet, Predicate<Lines.Line> rows) {
        try (Stream<Row> stream = opened(sheet)) {
            Iterator<Row> iterator = stream.iterator();
            boolean wanted = true;
            for (Row row = next(iterator, sheet); row != null && wanted; row = wanted ? next(iterator, sheet) : null) {
                Lines.Line line = line(row, sheet);
                wanted = line.fields().stream().allMatch(String::isBlank) || rows.test(line);
            }
        }
    }

    private Stream<Row> opened(String sheet) {
        try {
            return book.findSheet(sheet).orElseThrow().openStream();
        } catch (IOException | RuntimeException e) { // as in open
            throw broken("sheet '" + sheet + "'", e);
        }
    }

    @Override
    public void close() {
        try {
            book.close();
        } catch (IOException e) {
            throw broken("the workbook", e);
        }
    }

    private static Row next(Iterator<Row> rows, String sheet) {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException e) { // as in open
            throw broken("sheet '" + sheet + "'", e);
        }
    }

    private static Lines.Line line(Row row, String sheet) {
        List<String> fields = new ArrayList<>(row.getCellCount());
        try {
            for (Cell cell : row) {
                fields.add(cell == null ? "" : text(cell));
            }
        } catch (RuntimeException e) { // as in open
            throw broken("sheet '" + sheet + "', row " + row.getRowNum(), e);
        }
        return new Lines.Line(row.getRowNum(), fields);
    }

    private static String text(Cell cell) {
        String raw = cell.getRawValue();
        if (raw == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        return switch (cell.getType()) {
            case NUMBER -> isDate(cell) ? date(cell.asDate()) : number(raw);
            case BOOLEAN -> raw.equals("1") || raw.equalsIgnoreCase("true") ? "true" : "false";
            case FORMULA, ERROR, EMPTY -> raw;
            case STRING -> cell.getText();
        };
    }

    /** The shortest decimal that is the same double: workbooks hold 17 digits of what was typed with fewer. */
    private static String number(String raw) {
        BigDecimal shortest = BigDecimal.valueOf(Double.parseDouble(raw));
        return shortest.signum() == 0 ? "0" : shortest.stripTrailingZeros().toPlainString();
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null
                && DATE.matcher(NOT_OF_A_DATE.matcher(format).replaceAll("")).matches();
    }

    private static String date(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : time.toString();
    }

    private static DamagedFile broken(String where, Exception e) {
        return new DamagedFile(new Fault(
                "workbook",
                where,
                "it cannot be read (" + e.getMessage() + ")",
                "the workbook is cut or broken, and the rest of it is unknown",
                "Fetch the file again, or export the sheet as CSV"));
    }

    private static Fault tooLarge() {
        return new Fault(
                "too_large",
                "the workbook",
                "it has more than " + (LIMIT >> 20) + " MB",
                "a workbook is unpacked in memory",
                "Export the sheet as CSV, which is read in parts");
    }
}
