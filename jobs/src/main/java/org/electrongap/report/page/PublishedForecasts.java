package org.electrongap.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.electrongap.report.page.Picture.Key;

/** What others published about the share, on our denominator: points on the fan chart and a table of their own. */
final class PublishedForecasts {

    private static final String REPORT = "published_comparison";
    private static final double STEP = .16;

    private PublishedForecasts() {}

    /** Points for the fan chart: the figure of each publisher and year that speaks for it; those of one year side by side. */
    static List<XyChart.Points> points(Reports reports, Wording wording) {
        TreeMap<Integer, Integer> seen = new TreeMap<>();
        List<XyChart.Point> points = new ArrayList<>();
        for (ReportRow row : comparable(reports)) {
            int year = row.whole("target_year").orElseThrow();
            int rank = seen.merge(year, 1, Integer::sum) - 1;
            double beside = ((rank + 1) / 2) * (rank % 2 == 0 ? STEP : -STEP);
            double share = row.number("published_share").orElseThrow();
            points.add(new XyChart.Point(
                    year + Math.max(-.4, Math.min(.4, beside)), new XyChart.Span(share, share, share)));
        }
        return points.isEmpty()
                ? List.of()
                : List.of(new XyChart.Points(new Key(wording.text("share.published"), Ink.PUBLISHED, "point"), points));
    }

    /** The table of every published forecast, with why some cannot be compared. */
    static Optional<Exhibit> exhibit(Reports reports, Wording wording) {
        List<ReportRow> found = reports.rows(REPORT, row -> true);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<Table.Row> rows = found.stream()
                .sorted(Comparator.comparing(
                                (ReportRow row) -> row.number("published_share").isEmpty())
                        .thenComparing(row -> row.text("target_year"))
                        .thenComparing(row -> row.text("edition"), Comparator.reverseOrder()))
                .map(row -> row(row, wording))
                .toList();
        return Optional.of(Exhibit.of(
                "share-published",
                wording.text("share.published.title"),
                wording.text("share.published.caption"),
                new Table(
                        wording.text("share.published.title"),
                        Table.headings(
                                wording.text("column.publisher"),
                                List.of(
                                        wording.text("column.edition"),
                                        wording.text("column.year"),
                                        wording.text("column.scenario"),
                                        wording.text("share.twh"),
                                        wording.text("column.share"),
                                        wording.text("column.reason"))),
                        rows)));
    }

    private static Table.Row row(ReportRow row, Wording wording) {
        Note note = new Note(
                row.text("title") + "; " + row.text("scenario") + "; "
                        + row.text("scope").replace('_', ' ') + "; " + row.text("basis"),
                row.text("publisher"),
                row.text("edition"),
                wording.texts().term("grade", row.text("grade")),
                wording.text("note.one_figure"));
        return new Table.Row(
                Cell.english(row.text("publisher")),
                List.of(
                        Cell.english(row.text("edition")),
                        Cell.text(row.text("target_year")),
                        Cell.english(row.text("scenario")),
                        wording.cell(row.number("published_twh"), "TWh", note),
                        wording.cell(row.number("published_share"), "fraction", note),
                        wording.reasons().cell(row.text("reason")).styled("reason")));
    }

    private static List<ReportRow> comparable(Reports reports) {
        return reports.rows(
                REPORT,
                row -> row.is("scope", "all")
                        && row.is("status", "ok")
                        && row.isTrue("in_pool")
                        && row.number("published_share").isPresent());
    }
}
