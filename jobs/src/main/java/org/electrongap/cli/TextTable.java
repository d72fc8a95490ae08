package org.electrongap.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows as a table for the terminal, as wide as the terminal at most: columns without a value are left out; where that is not
 * enough, what all rows share is told once above the table, texts are wrapped, and last the columns that find no room are
 * named below it.
 */
final class TextTable {

    private static final String BETWEEN = "  ";
    /** Texts are not wrapped into less than this, nor into less than a word of up to {@link #LONG_WORD}. */
    private static final int NARROWEST_TEXT = 12;

    private static final int LONG_WORD = 24;

    private final int width;
    private final List<Map<String, Object>> rows;
    private final List<String> notes = new ArrayList<>();
    private List<TextColumn> columns;

    TextTable(List<String> names, Map<String, String> units, List<Map<String, Object>> rows, int width) {
        this.width = width;
        this.rows = rows;
        columns = names.stream()
                .map(name -> TextColumn.of(name, units.getOrDefault(name, ""), rows))
                .toList();
    }

    /** The lines of the table, notes and number of rows included. */
    List<String> lines() {
        if (rows.isEmpty()) {
            return List.of("0 rows");
        }
        List<String> above = fit();
        List<String> lines = new ArrayList<>(above);
        if (!columns.isEmpty()) {
            int[] widths = widths();
            lines.addAll(head(widths));
            IntStream.range(0, rows.size()).forEach(row -> lines.addAll(line(row, widths)));
        }
        lines.add(rows.size() + (rows.size() == 1 ? " row" : " rows"));
        lines.addAll(notes);
        return lines;
    }

    private List<String> fit() {
        columns = columns.stream().filter(column -> !column.isEmpty()).toList();
        List<String> above = new ArrayList<>();
        if (total(naturalWidths()) > width && rows.size() > 1) {
            above.addAll(shared());
        }
        dropWhatFindsNoRoom();
        return above;
    }

    private List<String> shared() {
        List<TextColumn> constant =
                columns.stream().filter(TextColumn::isConstant).toList();
        if (constant.isEmpty() || constant.size() == columns.size()) {
            return List.of();
        }
        columns = columns.stream().filter(column -> !column.isConstant()).toList();
        String told = constant.stream()
                .map(column ->
                        column.name() + " " + column.cell(0) + (column.unit().isEmpty() ? "" : " " + column.unit()))
                .collect(Collectors.joining(", "));
        List<String> lines = new ArrayList<>(Wrapped.lines("In all rows: " + told, width));
        lines.add("");
        return lines;
    }

    private void dropWhatFindsNoRoom() {
        List<String> dropped = new ArrayList<>();
        while (columns.size() > 1 && total(leastWidths()) > width) {
            dropped.add(0, columns.get(columns.size() - 1).name());
            columns = columns.subList(0, columns.size() - 1);
        }
        if (!dropped.isEmpty()) {
            notes.addAll(Wrapped.lines(
                    "Not shown for want of room: " + String.join(", ", dropped)
                            + ". Choose with --columns, or take all with --format csv.",
                    width));
        }
    }

    private int[] naturalWidths() {
        return columns.stream().mapToInt(TextColumn::width).toArray();
    }

    private int[] leastWidths() {
        return columns.stream()
                .mapToInt(column -> column.isNumeric() ? column.width() : column.leastWidth())
                .toArray();
    }

    /** The text that needs fewest lines gives way first, so that long texts keep most of the room. */
    private int[] widths() {
        int[] natural = naturalWidths();
        int[] widths = natural.clone();
        int[] least = leastWidths();
        while (total(widths) > width) {
            int shortest = IntStream.range(0, widths.length)
                    .filter(i -> widths[i] > least[i])
                    .reduce((a, b) -> lines(natural[b], widths[b]) < lines(natural[a], widths[a]) ? b : a)
                    .orElse(-1);
            if (shortest < 0) {
                break; // one column that alone is wider than the terminal
            }
            widths[shortest]--;
        }
        return widths;
    }

    private static double lines(int natural, int width) {
        return natural / (width - 1.0);
    }

    private static int total(int[] widths) {
        return Arrays.stream(widths).sum() + BETWEEN.length() * Math.max(0, widths.length - 1);
    }

    private List<String> head(int[] widths) {
        List<String> lines = new ArrayList<>(
                block(widths, columns.stream().map(TextColumn::name).toList()));
        if (columns.stream().anyMatch(column -> !column.unit().isEmpty())) {
            lines.addAll(block(widths, columns.stream().map(TextColumn::unit).toList()));
        }
        lines.add(Arrays.stream(widths).mapToObj("-"::repeat).collect(Collectors.joining(BETWEEN)));
        return lines;
    }

    private List<String> line(int row, int[] widths) {
        return block(widths, columns.stream().map(column -> column.cell(row)).toList());
    }

    /** One row of cells as one line, or as several where a text is wrapped. */
    private List<String> block(int[] widths, List<String> cells) {
        List<List<String>> wrapped = IntStream.range(0, widths.length)
                .mapToObj(i -> Wrapped.lines(cells.get(i), widths[i]))
                .toList();
        int height = wrapped.stream().mapToInt(List::size).max().orElse(1);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            List<String> padded = new ArrayList<>();
            for (int i = 0; i < widths.length; i++) {
                String cell = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
                String space = " ".repeat(Math.max(0, widths[i] - Wrapped.width(cell)));
                padded.add(columns.get(i).isNumeric() ? space + cell : cell + space);
            }
            lines.add(String.join(BETWEEN, padded).stripTrailing());
        }
        return lines;
    }

    /** A column as text: every number of it with the same decimals. */
    private record TextColumn(String name, String unit, List<String> cells, boolean isNumeric) {

        static TextColumn of(String name, String unit, List<Map<String, Object>> rows) {
            List<Object> values = new ArrayList<>();
            rows.forEach(row -> values.add(row.get(name)));
            Decimals decimals = Decimals.of(values);
            boolean numeric = values.stream().anyMatch(Number.class::isInstance) || areShares(values);
            String told = name.endsWith(unit) ? "" : unit; // "year, in years" says nothing
            return new TextColumn(
                    name, told, values.stream().map(decimals::text).toList(), numeric);
        }

        private static boolean areShares(List<Object> values) {
            return values.stream().anyMatch(Objects::nonNull)
                    && values.stream()
                            .allMatch(value -> value == null || value.toString().matches("-?[\\d.,]+ %"));
        }

        String cell(int row) {
            return cells.get(row);
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isEmpty);
        }

        boolean isConstant() {
            return cells.stream().distinct().count() == 1 && cells.stream().noneMatch(Objects::isNull);
        }

        /** Room for every word, as far as words are not too long. */
        int leastWidth() {
            int longestWord = cells.stream()
                    .flatMap(cell -> Stream.of(cell.split(" ")))
                    .mapToInt(Wrapped::width)
                    .filter(word -> word <= LONG_WORD)
                    .max()
                    .orElse(0);
            int head = Math.max(Wrapped.width(name), Wrapped.width(unit));
            return Math.min(width(), Math.max(Math.max(longestWord, head), NARROWEST_TEXT));
        }

        int width() {
            int widestCell = cells.stream().mapToInt(Wrapped::width).max().orElse(0);
            return Math.max(widestCell, Math.max(Wrapped.width(name), Wrapped.width(unit)));
        }
    }
}
