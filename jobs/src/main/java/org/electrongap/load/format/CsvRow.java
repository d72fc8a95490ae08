package org.electrongap.load.format;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.electrongap.load.record.RawText;

/**
 * One row of a CSV file.
 *
 * @param line the line on which it starts, from 1
 * @param fields its fields as read
 * @param header the names of the fields
 */
public record CsvRow(long line, String[] fields, CsvHeader header) implements RawText {

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

    /** The row as one CSV line; a field is quoted where it must be. */
    @Override
    public String text() {
        return Arrays.stream(fields).map(CsvRow::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String field) {
        boolean plain =
                field.indexOf(',') < 0 && field.indexOf('"') < 0 && field.indexOf('\n') < 0 && field.indexOf('\r') < 0;
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
