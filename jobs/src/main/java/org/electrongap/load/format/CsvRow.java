package org.electrongap.load.format;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.electrongap.load.record.RawText;

/**
 * One row of a CSV file.
 *
 * @param line the line on which it starts, from 1
 * @param fields its fields as read
 * @param header the names of the fields
 * @param published the row as the file holds it, where its fields were corrected
 */
public record CsvRow(long line, String[] fields, CsvHeader header, Optional<RawText> published) implements RawText {

    /** A row as its file holds it. */
    public CsvRow(long line, String[] fields, CsvHeader header) {
        this(line, fields, header, Optional.empty());
    }

    /** The same row with other fields; its text stays as published. */
    CsvRow corrected(String[] right) {
        return new CsvRow(line, right, header, Optional.of(published.orElse(this)));
    }

    /**
     * The field under a column, empty where the file has no such column.
     */
    public String text(String column) {
        int index = header.index(column);
        return index < 0 ? "" : fields[index];
    }

    /** The field at a position. */
    public String text(int index) {
        return fields[index];
    }

    /** Whether the field under a column is blank. */
    public boolean isBlank(String column) {
        return text(column).isBlank();
    }

    /** The row as one CSV line, as published; a field is quoted where it must be. */
    @Override
    public String text() {
        return published.map(RawText::text).orElseGet(this::joined);
    }

    private String joined() {
        return Arrays.stream(fields).map(CsvRow::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String field) {
        boolean plain =
                field.indexOf(',') < 0 && field.indexOf('"') < 0 && field.indexOf('\n') < 0 && field.indexOf('\r') < 0;
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
