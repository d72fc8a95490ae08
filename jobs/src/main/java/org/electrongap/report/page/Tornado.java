package org.electrongap.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.electrongap.report.page.Picture.Key;

/** Which assumption moves the share most. */
final class Tornado {

    private static final String REPORT = "sensitivities";
    private static final int SHOWN = 10;

    private Tornado() {}

    /** The assumptions by how far they move the median of the year; nothing where the report has no such year. */
    static Optional<Exhibit> exhibit(Reports reports, Wording wording, int year) {
        List<ReportRow> rows = reports
                .rows(
                        REPORT,
                        row -> row.is("denominator", "end_use")
                                && row.whole("target_year").orElse(0) == year
                                && row.number("range_points").isPresent())
                .stream()
                .sorted(Comparator.comparingDouble(
                                (ReportRow row) -> -row.number("range_points").orElseThrow())
                        .thenComparing(row -> row.text("assumption")))
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(exhibit(rows, reports, wording, year));
    }

    private static Exhibit exhibit(List<ReportRow> rows, Reports reports, Wording wording, int year) {
        List<String> names = new ArrayList<>();
        Map<String, Double> points = new TreeMap<>();
        for (ReportRow row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
            names.add(name(row));
            points.put(name(row), row.number("range_points").orElseThrow());
        }
        String title = wording.text("share.tornado", String.valueOf(year));
        return Exhibit.of(
                "share-tornado",
                title,
                wording.text("share.tornado.caption"),
                new BarChart(
                        names,
                        List.of(new BarChart.Bars(new Key(wording.text("share.points"), Ink.UNIQUE, "band"), points)),
                        BarChart.Arrangement.STACKED_LYING,
                        wording.axis()),
                table(title, rows, reports, wording));
    }

    private static Table table(String title, List<ReportRow> rows, Reports reports, Wording wording) {
        List<Table.Row> cells = rows.stream()
                .map(row -> {
                    Note note = new Note(
                            wording.text("share.tornado.note", name(row)),
                            row.text("reason").isEmpty() ? wording.text("note.ours") : row.text("reason"),
                            reports.manifest().asOf(),
                            wording.texts().term("grade", "derived"),
                            wording.text("note.paths"));
                    return new Table.Row(
                            Cell.english(name(row)),
                            List.of(
                                    withUnit(row, "value_low", wording),
                                    wording.cell(row.number("share_low"), "fraction", note),
                                    withUnit(row, "value_high", wording),
                                    wording.cell(row.number("share_high"), "fraction", note),
                                    wording.cell(row.number("range_points"), "points", note)));
                })
                .toList();
        return new Table(
                title,
                Table.headings(
                        wording.text("cause.assumption"),
                        List.of(
                                wording.text("column.lower"),
                                wording.text("column.share"),
                                wording.text("column.upper"),
                                wording.text("column.share"),
                                wording.text("share.points"))),
                cells);
    }

    private static Cell withUnit(ReportRow row, String column, Wording wording) {
        return row.number(column).isPresent()
                ? Cell.count(wording.numbers()
                        .withUnit(
                                row.number(column).getAsDouble(),
                                row.text("unit").replace('_', ' ')))
                : Cell.none();
    }

    private static String name(ReportRow row) {
        return row.text("assumption").replace('_', ' ');
    }
}
