package org.electrongap.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.electrongap.report.page.Picture.Key;

/** What the United States and China have, build and generate, and how far they are apart. */
final class GapSection {

    private static final String ID = "gap";
    private static final String REPORT = "comparisons";
    private static final String CAPACITY = "capacity_gw";
    private static final String GENERATION = "generation_twh";
    private static final int YEARS_OF_ADDITIONS = 15;

    private final Reports reports;
    private final Wording wording;
    private final ComparisonNotes notes;

    private GapSection(Reports reports, Wording wording) {
        this.notes = new ComparisonNotes(reports, wording);
        this.reports = reports;
        this.wording = wording;
    }

    static Section of(Reports reports, Wording wording) {
        return reports.has(REPORT) ? new GapSection(reports, wording).section() : wording.absent(ID, REPORT);
    }

    private Section section() {
        List<Card> cards = new ArrayList<>();
        reports.manifest().headline().stream()
                .filter(figure -> !HeadlineSection.answers(figure))
                .forEach(figure -> cards.add(HeadlineSection.card(figure, reports, wording)));
        ratio(CAPACITY).ifPresent(cards::add);
        ratio(GENERATION).ifPresent(cards::add);
        return new Section(
                ID,
                wording.text("gap.title"),
                new Answers(reports, wording).ofGap() + wording.text("gap.lead"),
                "",
                cards,
                List.of(levels(CAPACITY, "GW"), additions(), levels(GENERATION, "TWh"), ratios()),
                List.of(wording.text("gap.remark")));
    }

    /** How many times the level of the one is that of the other, in the newest year. */
    private Optional<Card> ratio(String metric) {
        return Optional.ofNullable(preferred(metric, "ratio").lastEntry())
                .map(newest -> wording.card(
                        wording.text(
                                "gap.ratio.of", wording.text("gap.ratio." + metric), String.valueOf(newest.getKey())),
                        wording.numbers()
                                .withUnit(newest.getValue().number("value").orElseThrow(), "×"),
                        "",
                        note(newest.getValue(), metric, "ratio"),
                        ""));
    }

    private Exhibit levels(String metric, String unit) {
        List<XyChart.Line> lines = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (Series series : series(metric, "level_a")) {
            addLevel(series, Side.A, unit, lines, columns);
            addLevel(series, Side.B, unit, lines, columns);
        }
        String id = "gap-levels-" + metric.replace('_', '-');
        return Exhibit.of(
                id,
                wording.text("gap.levels." + metric),
                wording.text("gap.levels.caption", unit),
                XyChart.of(lines, unit, wording.axis()),
                table(wording.text("gap.levels." + metric) + ", " + unit, columns));
    }

    private void addLevel(Series series, Side side, String unit, List<XyChart.Line> lines, List<Column> columns) {
        NavigableMap<Integer, ReportRow> rows = series.rows(this, side.measure);
        String text = wording.texts().term("region", side.region) + ", " + series.source + " " + series.edition;
        lines.add(new XyChart.Line(
                new Key(text, series.preferred ? side.ink : side.other, series.preferred ? "line" : "dashed"),
                values(rows)));
        columns.add(new Column(text, rows, series.metric, side.measure, unit));
    }

    private Exhibit additions() {
        NavigableMap<Integer, ReportRow> usa = preferred(CAPACITY, "net_change_a");
        NavigableMap<Integer, ReportRow> china = preferred(CAPACITY, "net_change_b");
        List<String> shown = lastYears(usa, china);
        String america = wording.texts().term("region", "USA");
        String chinese = wording.texts().term("region", "CHN");
        BarChart chart = new BarChart(
                shown,
                List.of(
                        new BarChart.Bars(new Key(america, Ink.USA, "band"), byText(usa)),
                        new BarChart.Bars(new Key(chinese, Ink.CHN, "band"), byText(china))),
                BarChart.Arrangement.UPRIGHT,
                wording.axis());
        return Exhibit.of(
                "gap-additions",
                wording.text("gap.additions"),
                wording.text("gap.additions.caption"),
                chart,
                table(
                        wording.text("gap.additions") + ", GW",
                        List.of(
                                new Column(america, usa, CAPACITY, "net_change_a", "GW"),
                                new Column(chinese, china, CAPACITY, "net_change_b", "GW"),
                                new Column(
                                        wording.text("gap.ratio"),
                                        preferred(CAPACITY, "net_change_ratio"),
                                        CAPACITY,
                                        "net_change_ratio",
                                        "ratio"))));
    }

    /** The last years with a value, those between without one too: a hole is to be seen as a hole. */
    private static List<String> lastYears(
            NavigableMap<Integer, ReportRow> some, NavigableMap<Integer, ReportRow> others) {
        return Stream.concat(some.keySet().stream(), others.keySet().stream())
                .max(Comparator.naturalOrder())
                .map(last -> IntStream.rangeClosed(last - YEARS_OF_ADDITIONS + 1, last)
                        .mapToObj(String::valueOf)
                        .toList())
                .orElse(List.of());
    }

    private Exhibit ratios() {
        List<XyChart.Line> lines = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        Map<String, Ink> inks = Map.of(CAPACITY, Ink.CAPACITY, GENERATION, Ink.GENERATION, "demand_twh", Ink.DEMAND);
        for (String metric : List.of(CAPACITY, GENERATION, "demand_twh")) {
            for (Series series : series(metric, "ratio")) {
                String text = wording.texts().term("metric", metric) + ", " + series.source + " " + series.edition;
                NavigableMap<Integer, ReportRow> rows = series.rows(this, "ratio");
                lines.add(new XyChart.Line(
                        new Key(text, inks.get(metric), series.preferred ? "line" : "dashed"), values(rows)));
                columns.add(new Column(text, rows, metric, "ratio", "ratio"));
            }
        }
        return Exhibit.of(
                "gap-ratios",
                wording.text("gap.ratios"),
                wording.text("gap.ratios.caption"),
                XyChart.of(lines, "ratio", wording.axis()),
                table(wording.text("gap.ratios"), columns));
    }

    private Table table(String caption, List<Column> columns) {
        TreeMap<Integer, Boolean> years = new TreeMap<>(Comparator.reverseOrder());
        columns.forEach(column -> column.rows.keySet().forEach(year -> years.put(year, true)));
        List<Table.Row> rows = new ArrayList<>();
        for (int year : years.keySet()) {
            rows.add(new Table.Row(
                    Cell.text(String.valueOf(year)),
                    columns.stream().map(column -> cell(column, year)).toList()));
        }
        List<String> headings = columns.stream().map(Column::heading).toList();
        return new Table(caption, Table.headings(wording.text("column.year"), headings), rows);
    }

    private Cell cell(Column column, int year) {
        ReportRow row = column.rows.get(year);
        return row == null
                ? Cell.none()
                : wording.cell(row.number("value"), column.unit, note(row, column.metric, column.measure));
    }

    private Note note(ReportRow row, String metric, String measure) {
        return notes.of(wording.text("gap." + measure + "." + metric), row);
    }

    private NavigableMap<Integer, ReportRow> preferred(String metric, String measure) {
        return byYear(reports.rows(
                REPORT, row -> row.is("metric", metric) && row.is("measure", measure) && row.isTrue("preferred")));
    }

    /** The series of a measure, the one that speaks for the pair first. */
    private List<Series> series(String metric, String measure) {
        TreeMap<String, Series> found = new TreeMap<>();
        for (ReportRow row : reports.rows(REPORT, row -> row.is("metric", metric) && row.is("measure", measure))) {
            Series series = new Series(metric, row.text("source_a"), row.text("edition_a"), row.isTrue("preferred"));
            found.put((series.preferred ? "0" : "1") + series.source + series.edition, series);
        }
        return List.copyOf(found.values());
    }

    private static NavigableMap<Integer, ReportRow> byYear(List<ReportRow> rows) {
        NavigableMap<Integer, ReportRow> byYear = new TreeMap<>();
        for (ReportRow row : rows) {
            OptionalInt year = row.whole("year");
            if (year.isPresent() && row.number("value").isPresent()) {
                byYear.put(year.getAsInt(), row);
            }
        }
        return byYear;
    }

    private static NavigableMap<Integer, Double> values(NavigableMap<Integer, ReportRow> rows) {
        NavigableMap<Integer, Double> values = new TreeMap<>();
        rows.forEach((year, row) -> values.put(year, row.number("value").orElseThrow()));
        return values;
    }

    private static Map<String, Double> byText(NavigableMap<Integer, ReportRow> rows) {
        Map<String, Double> values = new TreeMap<>();
        rows.forEach((year, row) ->
                values.put(String.valueOf(year), row.number("value").orElseThrow()));
        return values;
    }

    private enum Side {
        A("USA", "level_a", Ink.USA, Ink.USA_OTHER),
        B("CHN", "level_b", Ink.CHN, Ink.CHN_OTHER);

        private final String region;
        private final String measure;
        private final Ink ink;
        private final Ink other;

        Side(String region, String measure, Ink ink, Ink other) {
            this.region = region;
            this.measure = measure;
            this.ink = ink;
            this.other = other;
        }
    }

    private record Column(
            String heading, NavigableMap<Integer, ReportRow> rows, String metric, String measure, String unit) {}

    private record Series(String metric, String source, String edition, boolean preferred) {
        NavigableMap<Integer, ReportRow> rows(GapSection section, String measure) {
            return byYear(section.reports.rows(
                    REPORT,
                    row -> row.is("metric", metric)
                            && row.is("measure", measure)
                            && row.is("source_a", source)
                            && row.is("source_b", source)
                            && row.is("edition_a", edition)));
        }
    }
}
