package org.electrongap.report.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What our method would have said with what was published by then, and what others said, against what came. */
final class PastForecasts {

    private static final String REPORT = "share_backtest";
    private static final String HEADLINE = "pool_widened";

    private PastForecasts() {}

    /** The table of the cases that count; nothing where there is none. */
    static Optional<Exhibit> exhibit(Reports reports, Wording wording) {
        List<Table.Row> rows = reports
                .rows(
                        REPORT,
                        row -> row.number("observed_twh").isPresent()
                                && row.isTrue("counts")
                                && (row.is("kind", "published") || row.is("forecaster", HEADLINE)))
                .stream()
                .sorted(Comparator.comparing((ReportRow row) -> row.text("made"))
                        .thenComparing(row -> row.text("forecaster"))
                        .thenComparing(row -> row.text("target_year")))
                .map(row -> row(row, wording))
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(exhibit(rows, wording));
    }

    private static Exhibit exhibit(List<Table.Row> rows, Wording wording) {
        String title = wording.text("share.past");
        return Exhibit.of(
                "share-past",
                title,
                wording.text("share.past.caption"),
                new Table(
                        title,
                        Table.headings(
                                wording.text("share.past.first"),
                                List.of(
                                        wording.text("share.past.made"),
                                        wording.text("column.year"),
                                        wording.numbers().wholePercent(.1),
                                        wording.text("share.median"),
                                        wording.numbers().wholePercent(.9),
                                        wording.text("share.past.came"))),
                        rows));
    }

    private static Table.Row row(ReportRow row, Wording wording) {
        boolean ours = row.is("kind", "ours");
        Note forecast = new Note(
                wording.text("share.past.note", row.text("made")),
                ours ? wording.text("note.ours") : row.text("forecaster"),
                row.text("made"),
                wording.texts().term("grade", "derived"),
                ours ? wording.text("note.points", row.text("n_points")) : wording.text("note.one_figure"));
        Note came = new Note(
                wording.text("share.past.came"),
                row.text("observed_basis"),
                "",
                wording.texts().term("grade", "derived"),
                wording.text("note.one_figure"));
        return new Table.Row(
                ours ? Cell.text(wording.text("note.ours")) : Cell.english(row.text("forecaster")),
                List.of(
                        Cell.text(row.text("made")),
                        Cell.text(row.text("target_year")),
                        wording.cell(row.number("lower_80_twh"), "TWh", forecast),
                        wording.cell(row.number("median_twh"), "TWh", forecast),
                        wording.cell(row.number("upper_80_twh"), "TWh", forecast),
                        wording.cell(row.number("observed_twh"), "TWh", came)));
    }
}
