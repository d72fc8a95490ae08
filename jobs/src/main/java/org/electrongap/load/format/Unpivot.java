package org.electrongap.load.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a wide row becomes several: one for each of some columns, with the column's name in one new column, or in several
 * that its pattern names, and its cell in another.
 *
 * @param columns the columns that are turned into rows; empty where a pattern finds them
 * @param pattern what the whole name of such a column looks like
 * @param names the new columns: that of the name, or one for each named group of the pattern
 * @param value the new column of the cell
 */
record Unpivot(List<String> columns, Pattern pattern, List<String> names, String value) {

    private static final Pattern NAMED_GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

    Unpivot {
        columns = List.copyOf(columns);
        names = List.copyOf(names);
    }

    /** The groups of a pattern that have names, in its order. */
    static List<String> groups(String pattern) {
        return NAMED_GROUP
                .matcher(pattern)
                .results()
                .map(group -> group.group(1))
                .toList();
    }

    /** Whether a column of the file is turned into rows. */
    boolean takes(String column) {
        return columns.contains(column) || pattern.matcher(column).matches();
    }

    /** Whether a column is one that the file does not have. */
    boolean makes(String column) {
        return names.contains(column) || value.equals(column);
    }

    /** What is done with the rows below a header. */
    Plan below(CsvHeader header) {
        List<Integer> kept = new ArrayList<>();
        List<Integer> turned = new ArrayList<>();
        List<List<String>> said = new ArrayList<>();
        List<String> columnsOfRows = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.names().get(i);
            (takes(name) ? turned : kept).add(i);
            if (takes(name)) {
                said.add(named(name));
            } else {
                columnsOfRows.add(name);
            }
        }
        columnsOfRows.addAll(names);
        columnsOfRows.add(value);
        return new Plan(this, header, kept, turned, said, new CsvHeader(columnsOfRows));
    }

    private List<String> named(String column) {
        List<String> groups = groups(pattern.pattern());
        Matcher matcher = pattern.matcher(column);
        return groups.isEmpty() || !matcher.matches()
                ? List.of(column)
                : groups.stream()
                        .map(group -> matcher.group(group) == null ? "" : matcher.group(group))
                        .toList();
    }

    /**
     * What is done with the rows below a header.
     *
     * @param unpivot the rule
     * @param wide the header of the file
     * @param kept positions of columns that every row keeps
     * @param turned positions of columns that are turned into rows
     * @param said what the name of each of these says
     * @param header the header of the rows that are made
     */
    record Plan(
            Unpivot unpivot,
            CsvHeader wide,
            List<Integer> kept,
            List<Integer> turned,
            List<List<String>> said,
            CsvHeader header) {

        /** New columns that the file has already, so that it would not be known which of them is meant. */
        List<String> twice() {
            return wide.names().stream()
                    .filter(name -> unpivot.makes(name) && !unpivot.takes(name))
                    .toList();
        }

        /** The rows that a wide row becomes. */
        List<CsvRow> rows(CsvRow row) {
            String[] common = kept.stream().map(row::text).toArray(String[]::new);
            List<CsvRow> rows = new ArrayList<>(turned.size());
            for (int i = 0; i < turned.size(); i++) {
                List<String> fields = new ArrayList<>(header.size());
                fields.addAll(Arrays.asList(common));
                fields.addAll(said.get(i));
                fields.add(row.text(turned.get(i)));
                rows.add(new CsvRow(row.line(), fields.toArray(String[]::new), header, row.published()));
            }
            return rows;
        }
    }
}
