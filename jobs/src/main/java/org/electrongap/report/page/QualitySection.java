package org.electrongap.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What is wrong with the data, and how good our own forecasts were. */
final class QualitySection {

    private static final String ID = "quality";
    private static final int LARGEST = 12;

    private final Reports reports;
    private final Wording wording;

    private QualitySection(Reports reports, Wording wording) {
        this.reports = reports;
        this.wording = wording;
    }

    static Section of(Reports reports, Wording wording) {
        return new QualitySection(reports, wording).section();
    }

    private Section section() {
        List<Exhibit> exhibits = new ArrayList<>();
        if (!reports.manifest().rejected().isEmpty()) {
            exhibits.add(rejected());
        }
        if (reports.has("revisions")) {
            exhibits.add(revisions().opened());
            exhibits.add(restated());
        }
        if (reports.has("quality")) {
            exhibits.add(quality());
        }
        if (reports.has("backtest_summary")) {
            exhibits.add(backtests().opened());
        }
        List<String> remarks = new ArrayList<>();
        for (String report : List.of("revisions", "quality", "backtest_summary")) {
            if (!reports.has(report)) {
                remarks.add(wording.text("absent", report));
            }
        }
        String lead = reports.manifest().rejected().isEmpty() ? "quality.lead" : "quality.lead.rejected";
        return new Section(ID, wording.text("quality.title"), wording.text(lead), "", List.of(), exhibits, remarks);
    }

    private Exhibit rejected() {
        List<Table.Row> rows = reports.manifest().rejected().stream()
                .map(file -> new Table.Row(
                        Cell.english(file.dataset()),
                        List.of(Cell.english(file.file()), Cell.english(String.join("; ", file.faults())))))
                .toList();
        return exhibit("quality-rejected", List.of("column.file", "column.reason"), "column.dataset", rows);
    }

    private Exhibit revisions() {
        NavigableMap<String, long[]> counts = new TreeMap<>();
        List<String> kinds = List.of("restated", "added", "removed");
        for (ReportRow row : reports.rows("revisions", row -> true)) {
            int kind = kinds.indexOf(row.text("change"));
            if (kind >= 0) {
                counts.computeIfAbsent(row.text("source"), unused -> new long[3])[kind]++;
            }
        }
        List<Table.Row> rows = new ArrayList<>();
        counts.forEach((source, count) -> rows.add(new Table.Row(
                Cell.english(source),
                List.of(
                        Cell.count(wording.numbers().whole(count[0])),
                        Cell.count(wording.numbers().whole(count[1])),
                        Cell.count(wording.numbers().whole(count[2]))))));
        return exhibit(
                "quality-revisions",
                List.of("quality.changed", "quality.added", "quality.removed"),
                "column.source",
                rows);
    }

    private Exhibit restated() {
        List<Table.Row> rows = reports
                .rows(
                        "revisions",
                        row -> row.is("change", "restated")
                                && row.number("relative_change").isPresent())
                .stream()
                .sorted(Comparator.comparingDouble((ReportRow row) ->
                                -Math.abs(row.number("relative_change").orElse(0)))
                        .thenComparing(row -> row.text("key")))
                .limit(LARGEST)
                .map(this::restated)
                .toList();
        return exhibit(
                "quality-restated",
                List.of("column.source", "column.before", "column.now", "column.change"),
                "column.record",
                rows);
    }

    private Table.Row restated(ReportRow row) {
        Note note = new Note(
                row.text("key") + ": " + row.text("column"),
                row.text("source"),
                row.text("edition_from") + " → " + row.text("edition_to"),
                "",
                wording.text("note.one_figure"));
        return new Table.Row(
                Cell.english(row.text("key").replace(";", "; ")),
                List.of(
                        Cell.english(row.text("source")),
                        withUnit(row, "value_from", note),
                        withUnit(row, "value_to", note),
                        wording.cell(row.number("relative_change"), "fraction", note)));
    }

    private Cell withUnit(ReportRow row, String column, Note note) {
        OptionalDouble value = row.number(column);
        return value.isPresent()
                ? Cell.number(
                        wording.numbers().withUnit(value.getAsDouble(), row.text("unit")),
                        wording.notes().number(note))
                : Cell.none();
    }

    private Exhibit quality() {
        List<String> counts = List.of(
                "records_read", "records_accepted", "records_quarantined", "records_duplicate", "records_set_aside");
        List<String> columns = new ArrayList<>(List.of("column.status", "column.newest", "quality.stale_from"));
        counts.forEach(count -> columns.add("quality." + count));
        columns.add("column.reason");
        List<Table.Row> rows = reports.rows("quality", row -> true).stream()
                .map(row -> checks(row, counts))
                .toList();
        return exhibit("quality-checks", columns, "column.dataset", rows);
    }

    private Table.Row checks(ReportRow row, List<String> counts) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(wording.texts().term("status", row.text("status"))).styled("status " + row.text("status")));
        cells.add(Cell.text(row.text("newest_edition")));
        cells.add(Cell.text(row.text("stale_from")));
        counts.forEach(count -> cells.add(
                row.number(count).isPresent()
                        ? Cell.count(
                                wording.numbers().whole((long) row.number(count).getAsDouble()))
                        : Cell.none()));
        cells.add(wording.reasons().cell(row.text("reason")));
        return new Table.Row(Cell.english(row.text("dataset") + "/" + row.text("resource")), cells);
    }

    private Exhibit backtests() {
        List<Table.Row> rows = reports.rows("backtest_summary", row -> row.is("model", "c4")).stream()
                .sorted(Comparator.comparing((ReportRow row) -> row.text("metric"))
                        .thenComparingInt(row -> row.whole("horizon").orElse(0)))
                .map(this::backtest)
                .toList();
        return exhibit(
                "quality-backtests",
                List.of("column.horizon", "column.forecasts", "quality.owa", "quality.intervals", "quality.coverage"),
                "column.metric",
                rows);
    }

    private Table.Row backtest(ReportRow row) {
        Note note = new Note(
                wording.text("quality.backtests.caption"),
                wording.text("note.ours"),
                reports.manifest().asOf(),
                wording.texts().term("grade", "derived"),
                wording.text("note.points", row.text("n")));
        return new Table.Row(
                Cell.text(wording.texts().term("metric", row.text("metric"))),
                List.of(
                        Cell.count(row.text("horizon")),
                        Cell.count(
                                wording.numbers().whole((long) row.number("n").orElse(0))),
                        wording.cell(row.number("owa"), "ratio", note),
                        Cell.count(wording.numbers()
                                .whole((long) row.number("n_intervals").orElse(0))),
                        wording.cell(row.number("coverage"), "fraction", note)));
    }

    private Exhibit exhibit(String id, List<String> columns, String first, List<Table.Row> rows) {
        String key = id.replace('-', '.');
        return Exhibit.of(
                id,
                wording.text(key),
                wording.text(key + ".caption"),
                new Table(
                        wording.text(key),
                        Table.headings(
                                wording.text(first),
                                columns.stream().map(wording::text).toList()),
                        rows));
    }
}
