package org.electrongap.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.electrongap.run.Json;

/** Rows as a terminal, a spreadsheet or a program reads them. */
final class Printed {

    private final List<String> columns;
    private final Map<String, String> units;
    private final List<Map<String, Object>> rows;
    private final int width;

    /** Rows with these columns, in this order; units by column for the heading; a table no wider than {@code width}. */
    Printed(List<String> columns, Map<String, String> units, List<Map<String, Object>> rows, int width) {
        this.width = width;
        this.columns = columns;
        this.units = units;
        this.rows = rows;
    }

    void to(PrintWriter out, ShowCommand.Format format) {
        switch (format) {
            case csv -> csv(out);
            case json -> rows.forEach(row -> out.println(Json.line(plain(row))));
            default -> table(out);
        }
    }

    /** A cell that a spreadsheet would take for a formula is led by an apostrophe (OWASP, CSV injection). */
    private void csv(PrintWriter out) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        csv.writeRecord(columns);
        rows.forEach(row -> csv.writeRecord(
                columns.stream().map(column -> harmless(row.get(column))).toList()));
        out.print(text);
        out.flush();
    }

    private static String harmless(Object cell) {
        String text = cell == null ? "" : cell.toString();
        boolean formula = cell instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    private Map<String, Object> plain(Map<String, Object> row) {
        Map<String, Object> plain = new java.util.LinkedHashMap<>();
        columns.forEach(column -> {
            Object cell = row.get(column);
            plain.put(
                    column, cell instanceof Number || cell instanceof Boolean || cell == null ? cell : cell.toString());
        });
        return plain;
    }

    private void table(PrintWriter out) {
        new TextTable(columns, units, rows, width).lines().forEach(out::println);
    }
}
