package org.electrongap.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.electrongap.report.page.Picture.Key;

/** Data-centre projects of the United States by stage: what is announced, what of it is unique, what is expected. */
final class PipelineSection {

    private static final String ID = "pipeline";
    private static final String REPORT = "pipeline";
    private static final int LARGEST = 15;
    private static final List<String> STAGES =
            List.of("announced", "requested", "permitted", "under_construction", "energised", "cancelled", "unknown");

    private final Reports reports;
    private final Wording wording;

    private PipelineSection(Reports reports, Wording wording) {
        this.reports = reports;
        this.wording = wording;
    }

    static Section of(Reports reports, Wording wording) {
        return reports.has(REPORT) ? new PipelineSection(reports, wording).section() : wording.absent(ID, REPORT);
    }

    private Section section() {
        List<Exhibit> exhibits = new ArrayList<>();
        exhibits.add(stages());
        if (reports.has("projects")) {
            exhibits.add(largest());
        }
        return new Section(
                ID,
                wording.text("pipeline.title"),
                wording.text("pipeline.lead"),
                "",
                List.of(),
                exhibits,
                List.of(wording.text("pipeline.remark")));
    }

    private Exhibit stages() {
        Map<String, Sums> sums = sums();
        List<Table.Row> rows = new ArrayList<>();
        sums.forEach((stage, sum) -> rows.add(sum.row(stage)));
        BarChart chart = new BarChart(
                List.copyOf(sums.keySet()),
                List.of(
                        bars("pipeline.gross", Ink.GROSS, sums, "gross_mw"),
                        bars("pipeline.unique", Ink.UNIQUE, sums, "unique_mw"),
                        bars("pipeline.expected", Ink.EXPECTED, sums, "expected_mw")),
                BarChart.Arrangement.LYING,
                wording.axis());
        return Exhibit.of(
                "pipeline-stages",
                wording.text("pipeline.stages"),
                wording.text("pipeline.stages.caption"),
                chart,
                new Table(
                        wording.text("pipeline.stages"),
                        Table.headings(
                                wording.text("column.stage"),
                                List.of(
                                        wording.text("pipeline.gross"),
                                        wording.text("pipeline.unique"),
                                        wording.text("pipeline.duplicated"),
                                        wording.text("pipeline.expected"),
                                        wording.text("pipeline.phantom"),
                                        wording.text("pipeline.phantom_interval"),
                                        wording.text("column.records"))),
                        rows));
    }

    private BarChart.Bars bars(String key, Ink ink, Map<String, Sums> sums, String column) {
        Map<String, Double> values = new TreeMap<>();
        sums.forEach((stage, sum) -> values.put(stage, sum.gigawatts(column)));
        return new BarChart.Bars(new Key(wording.text(key), ink, "band"), values);
    }

    private Map<String, Sums> sums() {
        Map<String, Sums> sums = new LinkedHashMap<>();
        reports.rows(REPORT, row -> row.is("country", "USA") && row.isTrue("in_total")).stream()
                .sorted(Comparator.comparingInt((ReportRow row) -> STAGES.indexOf(row.text("stage")))
                        .thenComparing(row -> row.text("power_kind")))
                .forEach(row -> sums.computeIfAbsent(name(row), unused -> new Sums())
                        .rows
                        .add(row));
        sums.values().removeIf(sum -> sum.gigawatts("gross_mw") == 0);
        return sums;
    }

    private String name(ReportRow row) {
        String stage = wording.texts().term("stage", row.text("stage"));
        return row.is("power_kind", "facility")
                ? stage
                : stage + ", " + wording.texts().term("power", row.text("power_kind"));
    }

    private Exhibit largest() {
        List<Table.Row> rows = reports
                .rows("projects", row -> row.number("power_mw").isPresent())
                .stream()
                .sorted(Comparator.comparingDouble(
                                (ReportRow row) -> -row.number("power_mw").orElseThrow())
                        .thenComparing(row -> row.text("project_id")))
                .limit(LARGEST)
                .map(this::project)
                .toList();
        return Exhibit.of(
                "pipeline-projects",
                wording.text("pipeline.projects"),
                wording.text("pipeline.projects.caption"),
                new Table(
                        wording.text("pipeline.projects"),
                        Table.headings(
                                wording.text("column.project"),
                                List.of(
                                        wording.text("column.place"),
                                        wording.text("column.stage"),
                                        wording.text("column.power"),
                                        wording.text("column.expected"),
                                        wording.text("column.records"))),
                        rows));
    }

    private Table.Row project(ReportRow row) {
        Note note = new Note(
                row.text("name") + "; " + wording.texts().term("power", row.text("power_kind")) + "; "
                        + wording.texts().term("stage", row.text("stage")),
                row.text("sources"),
                "",
                wording.texts().term("grade", row.text("grade")),
                wording.text("note.records", row.text("n_records")));
        String place = row.text("subdivisions").isEmpty() ? row.text("country") : row.text("subdivisions");
        return new Table.Row(
                Cell.english(row.text("name")),
                List.of(
                        Cell.english(place),
                        Cell.text(wording.texts().term("stage", row.text("stage"))),
                        wording.cell(row.number("power_mw"), "MW", note),
                        Cell.text(row.text("expected")),
                        Cell.count(row.text("n_records"))));
    }

    /** The rows of one stage and kind of power. */
    private final class Sums {

        private final List<ReportRow> rows = new ArrayList<>();

        private double gigawatts(String column) {
            return rows.stream()
                            .map(row -> row.number(column))
                            .filter(OptionalDouble::isPresent)
                            .mapToDouble(OptionalDouble::getAsDouble)
                            .sum()
                    / 1000;
        }

        private Table.Row row(String stage) {
            Note note = note(stage);
            return new Table.Row(
                    Cell.text(stage),
                    List.of(
                            cell("gross_mw", note),
                            cell("unique_mw", note),
                            cell("duplicated_mw", note),
                            cell("expected_mw", note),
                            cell("phantom_mw", note),
                            interval(note),
                            Cell.count(wording.numbers().whole((long) sum("n_records")))));
        }

        private Cell cell(String column, Note note) {
            boolean known = rows.stream().anyMatch(row -> row.number(column).isPresent());
            return wording.cell(known ? OptionalDouble.of(gigawatts(column)) : OptionalDouble.empty(), "GW", note);
        }

        /** Intervals cannot be summed: shown only where one row alone makes the number. */
        private Cell interval(Note note) {
            List<ReportRow> bounded = rows.stream()
                    .filter(row -> row.number("phantom_lower_mw").isPresent()
                            && row.number("phantom_upper_mw").isPresent())
                    .toList();
            if (bounded.size() != 1) {
                return Cell.none();
            }
            double lower = bounded.get(0).number("phantom_lower_mw").orElseThrow() / 1000;
            double upper = bounded.get(0).number("phantom_upper_mw").orElseThrow() / 1000;
            return Cell.number(
                    wording.numbers().interval(lower, upper, "GW"),
                    wording.notes().number(note));
        }

        private double sum(String column) {
            return rows.stream()
                    .mapToDouble(row -> row.number(column).orElse(0))
                    .sum();
        }

        private Note note(String stage) {
            ReportRow first = rows.get(0);
            return new Note(
                    wording.text("pipeline.note", stage, wording.texts().term("power", first.text("power_kind"))),
                    wording.texts().term("pipeline.basis", first.text("basis"))
                            + (first.text("reason").isEmpty()
                                    ? ""
                                    : "; " + wording.reasons().text(first.text("reason"))),
                    reports.manifest().asOf(),
                    wording.texts().term("grade", first.is("status", "assumed") ? "judgement" : "derived"),
                    wording.text("note.records", wording.numbers().whole((long) sum("n_records"))));
        }
    }
}
