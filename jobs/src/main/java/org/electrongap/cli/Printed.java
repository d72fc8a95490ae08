package org.electrongap.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.electrongap.run.Json;

/** Rows as a terminal, a spreadsheet or a program reads them. */
final class Printed {

    private static final int WIDEST = 60;

    private final List<String> columns;
    private final Map<String, String> units;
    private final List<Map<String, Object>> rows;

    /** Rows with these columns, in this order; units by column for the heading. */
    Printed(List<String> columns, Map<String, String> units, List<Map<String, Object>> rows) {
        this.columns = columns;
        this.units = units;
        this.rows = rows;
    }

    void to(PrintWriter out, Commands.Show.Format format) {
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
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns);
        boolean hasUnits = columns.stream()
                .anyMatch(column -> !units.getOrDefault(column, "").isEmpty());
        if (hasUnits) {
            lines.add(columns.stream()
                    .map(column -> units.getOrDefault(column, ""))
                    .toList());
        }
        rows.forEach(row ->
                lines.add(columns.stream().map(column -> cell(row.get(column))).toList()));
        int[] widths = widths(lines);
        for (int i = 0; i < lines.size(); i++) {
            out.println(line(lines.get(i), widths));
            if (i == (hasUnits ? 1 : 0)) {
                out.println(rule(widths));
            }
        }
        out.println(rows.size() + (rows.size() == 1 ? " row" : " rows"));
    }

    private String line(List<String> cells, int[] widths) {
        List<String> padded = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            String cell = clipped(cells.get(i));
            String space = " ".repeat(widths[i] - cell.length());
            padded.add(isNumeric(i) ? space + cell : cell + space);
        }
        return String.join("  ", padded).stripTrailing();
    }

    private boolean isNumeric(int column) {
        return rows.stream().map(row -> row.get(columns.get(column))).anyMatch(Number.class::isInstance);
    }

    private static int[] widths(List<List<String>> lines) {
        int[] widths = new int[lines.get(0).size()];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], clipped(line.get(i)).length());
            }
        });
        return widths;
    }

    private static String rule(int[] widths) {
        return java.util.Arrays.stream(widths)
                .mapToObj(width -> String.join("", Collections.nCopies(width, "-")))
                .collect(Collectors.joining("  "));
    }

    private static String clipped(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
    }

    private static String cell(Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Double number) {
            double size = Math.abs(number);
            String form = size != 0 && size < 0.001 ? "%.3g" : size < 10 ? "%.4f" : "%,.1f";
            return String.format(Locale.ROOT, form, number);
        }
        return cell.toString().replaceAll("\\p{Cntrl}", " ");
    }
}
