package org.electrongap.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.electrongap.report.page.Picture.Key;

/** How much capacity stands above the peak of demand, by region and year. */
final class AdequacySection {

    private static final String ID = "adequacy";
    private static final String REPORT = "adequacy";
    private static final String CROSSING = "crossing_year";
    private static final Map<String, Ink> LINES = Map.of("USA", Ink.USA, "CHN", Ink.CHN);
    private static final Map<String, Ink> BANDS = Map.of("USA", Ink.BAND_80, "CHN", Ink.BAND_CHN);

    private final Reports reports;
    private final Wording wording;

    private AdequacySection(Reports reports, Wording wording) {
        this.reports = reports;
        this.wording = wording;
    }

    static Section of(Reports reports, Wording wording) {
        return reports.has(REPORT) ? new AdequacySection(reports, wording).section() : wording.absent(ID, REPORT);
    }

    private Section section() {
        NavigableMap<String, List<ReportRow>> measures = new TreeMap<>();
        reports.rows(REPORT, row -> true)
                .forEach(row -> measures.computeIfAbsent(row.text("measure"), unused -> new ArrayList<>())
                        .add(row));
        List<Card> cards = crossings(measures.getOrDefault(CROSSING, List.of()));
        measures.remove(CROSSING);
        List<Exhibit> exhibits = new ArrayList<>();
        measures.forEach((measure, rows) -> exhibits.add(exhibit(measure, rows)));
        return new Section(
                ID, wording.text("adequacy.title"), wording.text("adequacy.lead"), "", cards, exhibits, refusals());
    }

    /** The year in which demand passes supply is one number a region, no series. */
    private List<Card> crossings(List<ReportRow> rows) {
        return rows.stream()
                .filter(row -> row.number("value").isPresent())
                .map(row -> wording.card(
                        wording.text("adequacy.crossing", region(row)),
                        wording.numbers().withUnit(row.number("value").orElseThrow(), "year"),
                        "",
                        note(title(CROSSING), row),
                        ""))
                .toList();
    }

    private String region(ReportRow row) {
        return wording.texts().term("region", row.text("region"));
    }

    private Exhibit exhibit(String measure, List<ReportRow> rows) {
        List<XyChart.Line> lines = new ArrayList<>();
        List<XyChart.Band> bands = new ArrayList<>();
        for (String region : regions(rows)) {
            List<ReportRow> known = rows.stream()
                    .filter(row ->
                            row.is("region", region) && row.number("value").isPresent())
                    .toList();
            String name = wording.texts().term("region", region);
            lines.add(new XyChart.Line(new Key(name, LINES.getOrDefault(region, Ink.DEMAND), "line"), values(known)));
            NavigableMap<Integer, XyChart.Span> spans = spans(known);
            if (!spans.isEmpty()) {
                bands.add(new XyChart.Band(
                        new Key(wording.text("adequacy.band", name), BANDS.getOrDefault(region, Ink.BAND_95), "band"),
                        spans));
            }
        }
        XyChart chart = new XyChart(bands, lines, List.of(), Optional.empty(), "fraction", wording.percentAxis());
        return Exhibit.of(
                id(measure),
                title(measure),
                wording.texts().orElse("adequacy.caption." + measure, ""),
                chart,
                table(title(measure), rows));
    }

    private static String id(String measure) {
        return "adequacy-" + measure.replace('_', '-');
    }

    private String title(String measure) {
        return wording.texts().term("adequacy.measure", measure);
    }

    private static NavigableMap<Integer, Double> values(List<ReportRow> rows) {
        NavigableMap<Integer, Double> values = new TreeMap<>();
        rows.forEach(row ->
                values.put(row.whole("year").orElseThrow(), row.number("value").orElseThrow()));
        return values;
    }

    private static NavigableMap<Integer, XyChart.Span> spans(List<ReportRow> rows) {
        NavigableMap<Integer, XyChart.Span> spans = new TreeMap<>();
        rows.stream()
                .filter(row ->
                        row.number("lower").isPresent() && row.number("upper").isPresent())
                .forEach(row -> spans.put(
                        row.whole("year").orElseThrow(),
                        new XyChart.Span(
                                row.number("lower").orElseThrow(),
                                row.number("value").orElseThrow(),
                                row.number("upper").orElseThrow())));
        return spans;
    }

    private Table table(String title, List<ReportRow> rows) {
        List<Table.Row> cells = rows.stream()
                .filter(row -> row.number("value").isPresent())
                .sorted(Comparator.comparing((ReportRow row) -> row.text("region"))
                        .thenComparing(row -> row.text("year")))
                .map(row -> new Table.Row(
                        Cell.text(wording.texts().term("region", row.text("region"))),
                        List.of(
                                Cell.count(row.text("year")),
                                wording.cell(row.number("value"), "fraction", note(title, row)),
                                wording.cell(row.number("lower"), "fraction", note(title, row)),
                                wording.cell(row.number("upper"), "fraction", note(title, row)))))
                .toList();
        return new Table(
                title,
                Table.headings(
                        wording.text("column.region"),
                        List.of(
                                wording.text("column.year"),
                                wording.text("column.value"),
                                wording.text("column.lower"),
                                wording.text("column.upper"))),
                cells);
    }

    private Note note(String title, ReportRow row) {
        return new Note(
                title + ", " + region(row)
                        + (row.text("reason").isEmpty()
                                ? ""
                                : "; " + wording.reasons().text(row.text("reason"))),
                row.text("source").isEmpty() ? wording.text("note.ours") : row.text("source"),
                row.text("edition").isEmpty() ? reports.manifest().asOf() : row.text("edition"),
                wording.texts().term("grade", row.text("grade").isEmpty() ? "derived" : row.text("grade")),
                row.text("n").isEmpty() ? wording.text("note.paths") : row.text("n"));
    }

    /** A heading in the middle of a sentence. */
    private static String inSentence(String heading) {
        return heading.substring(0, 1).toLowerCase(Locale.ROOT) + heading.substring(1);
    }

    /** One line a region and reason, whatever the measures without a value. */
    private List<String> refusals() {
        Map<List<String>, List<String>> measures = new LinkedHashMap<>();
        reports.rows(REPORT, row -> row.number("value").isEmpty())
                .forEach(row -> measures.computeIfAbsent(
                                List.of(region(row), wording.reasons().text(row.text("reason"))),
                                unused -> new ArrayList<>())
                        .add(inSentence(title(row.text("measure")))));
        return measures.entrySet().stream()
                .map(refusal -> wording.text(
                        "adequacy.refused",
                        String.join(
                                wording.text("list.comma"),
                                refusal.getValue().stream().distinct().toList()),
                        refusal.getKey().get(0),
                        refusal.getKey().get(1)))
                .toList();
    }

    private static List<String> regions(List<ReportRow> rows) {
        return rows.stream().map(row -> row.text("region")).distinct().sorted().toList();
    }
}
