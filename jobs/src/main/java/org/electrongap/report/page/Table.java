package org.electrongap.report.page;

import java.util.List;

/**
 * A table; the first cell of a row is its heading.
 *
 * @param caption what it shows
 * @param headings headings of the columns
 * @param rows rows, each as wide as the headings
 */
record Table(String caption, List<Heading> headings, List<Row> rows) {

    /** A table with more letters in the texts of a row is shown row by row on a phone. */
    private static final int ROOM_ON_A_PHONE = 45;

    Table {
        headings = aligned(headings, rows);
        for (Row row : rows) {
            if (row.cells().size() + 1 != headings.size()) {
                throw new IllegalArgumentException("table '" + caption + "': row '"
                        + row.heading().text() + "' has " + (row.cells().size() + 1) + " cells, the headings are "
                        + headings.size());
            }
        }
        List<Heading> columns = headings;
        rows = rows.stream().map(row -> labelled(row, columns)).toList();
    }

    private static Row labelled(Row row, List<Heading> headings) {
        List<Cell> cells = new java.util.ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            cells.add(row.cells().get(i).under(headings.get(i + 1).text()));
        }
        return new Row(row.heading(), cells);
    }

    /** Whether some row has so many words that on a phone the columns would find no room beside each other. */
    boolean isWordy() {
        return rows.stream().anyMatch(row -> letters(row) > ROOM_ON_A_PHONE);
    }

    private static int letters(Row row) {
        return row.heading().text().length()
                + row.cells().stream()
                        .filter(cell -> !cell.style().contains("number"))
                        .mapToInt(cell -> cell.text().length())
                        .sum();
    }

    /** The headings, each aligned as the cells below it. */
    private static List<Heading> aligned(List<Heading> headings, List<Row> rows) {
        List<Heading> aligned = new java.util.ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            int column = i - 1;
            boolean numbers = column >= 0
                    && rows.stream()
                            .filter(row -> column < row.cells().size())
                            .anyMatch(row -> row.cells().get(column).style().contains("number"));
            aligned.add(new Heading(headings.get(i).text(), numbers ? "number" : ""));
        }
        return List.copyOf(aligned);
    }

    /** Headings of a column of words, then of columns of numbers. */
    static List<Heading> headings(String first, List<String> numbers) {
        List<Heading> headings = new java.util.ArrayList<>();
        headings.add(new Heading(first, ""));
        numbers.forEach(text -> headings.add(new Heading(text, "number")));
        return headings;
    }

    /** A heading and its style classes. */
    record Heading(String text, String style) {}

    /** A row: its heading, then its cells. */
    record Row(Cell heading, List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }
    }
}
