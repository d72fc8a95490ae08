package org.electrongap.report.page;

import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
                                && row.number("share_base").isPresent()
                                && row.number("share_low").isPresent()
                                && row.number("share_high").isPresent()
                                && row.number("range_points").isPresent())
                .stream()
                .sorted(Comparator.comparingDouble(
                                (ReportRow row) -> -row.number("range_points").orElseThrow())
                        .thenComparing(row -> row.text("assumption")))
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(exhibit(rows, reports, wording, year));
    }

    private static Exhibit exhibit(List<ReportRow> rows, Reports reports, Wording wording, int year) {
        List<RangeChart.Range> ranges = rows.stream()
                .limit(SHOWN)
                .map(row -> new RangeChart.Range(
                        name(row, wording),
                        row.number("share_low").orElseThrow(),
                        row.number("share_high").orElseThrow()))
                .toList();
        NumberFormat percent = wording.percentAxis();
        percent.setMaximumFractionDigits(1);
        String title = wording.text("share.tornado", String.valueOf(year));
        return Exhibit.of(
                "share-tornado",
                title,
                wording.text("share.tornado.caption"),
                new RangeChart(
                        ranges,
                        rows.get(0).number("share_base").orElseThrow(),
                        new Key(wording.text("share.tornado.low"), Ink.EXPECTED, "band"),
                        new Key(wording.text("share.tornado.high"), Ink.UNIQUE, "band"),
                        percent),
                table(title, rows, reports, wording));
    }

    private static Table table(String title, List<ReportRow> rows, Reports reports, Wording wording) {
        List<Table.Row> cells = rows.stream()
                .map(row -> {
                    Note note = new Note(
                            wording.text("share.tornado.note", name(row, wording), row.text("assumption")),
                            row.text("reason").isEmpty()
                                    ? wording.text("note.ours")
                                    : wording.reasons().text(row.text("reason")),
                            reports.manifest().asOf(),
                            wording.texts().term("grade", "derived"),
                            wording.text("note.paths"));
                    return new Table.Row(
                            Cell.text(name(row, wording)),
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
                ? Cell.count(
                        wording.numbers().withUnit(row.number(column).getAsDouble(), unit(row.text("unit"), wording)))
                : Cell.none();
    }

    /** Our word for a unit; fractions and ratios keep theirs, which is a form of the number. */
    private static String unit(String unit, Wording wording) {
        return List.of("fraction", "probability", "ratio", "").contains(unit)
                ? unit
                : wording.texts().term("unit", unit);
    }

    /** "growth_initial@2026" is the assumption growth_initial of 2026; "energised_by_*" is a family of assumptions. */
    private static String name(ReportRow row, Wording wording) {
        String[] parts = row.text("assumption").split("@", 2);
        String name = wording.texts().term("assumption", parts[0].replace("_*", ""));
        return parts.length == 1 ? name : wording.text("share.tornado.of_year", name, parts[1]);
    }
}
