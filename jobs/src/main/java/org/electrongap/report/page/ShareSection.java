package org.electrongap.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.electrongap.report.page.Picture.Key;

/** The share of the electricity load of the United States that data centres take, to the last year forecast. */
final class ShareSection {

    private static final String ID = "share";
    private static final String REPORT = "load_share";
    private static final double THRESHOLD = .08;
    private static final int YEAR_OF_MODELS = 2030;

    private final Reports reports;
    private final Wording wording;

    private ShareSection(Reports reports, Wording wording) {
        this.reports = reports;
        this.wording = wording;
    }

    static Section of(Reports reports, Wording wording) {
        return reports.rows(REPORT, row -> row.isTrue("is_headline")).isEmpty()
                ? wording.absent(ID, REPORT)
                : new ShareSection(reports, wording).section();
    }

    private Section section() {
        List<ReportRow> headline = reports.rows(REPORT, row -> row.isTrue("is_headline"));
        String denominator = wording.texts().term("denominator", headline.get(0).text("denominator"));
        List<Exhibit> exhibits = new ArrayList<>();
        exhibits.add(fan(headline, denominator));
        exhibits.add(chances());
        exhibits.add(components().opened());
        Tornado.exhibit(reports, wording, YEAR_OF_MODELS).ifPresent(exhibits::add);
        PublishedForecasts.exhibit(reports, wording).ifPresent(exhibits::add);
        PastForecasts.exhibit(reports, wording).ifPresent(exhibits::add);
        return new Section(
                ID,
                wording.text("share.title"),
                new Answers(reports, wording).ofShare(denominator) + wording.text("share.lead", denominator),
                "",
                List.of(),
                exhibits,
                List.of(wording.text("share.remark")));
    }

    private Exhibit fan(List<ReportRow> rows, String denominator) {
        NavigableMap<Integer, NavigableMap<Double, ReportRow>> years = byYear(rows);
        List<XyChart.Band> bands = new ArrayList<>();
        addBand(bands, years, .25, Ink.BAND_50);
        addBand(bands, years, .1, Ink.BAND_80);
        addBand(bands, years, .025, Ink.BAND_95);
        NavigableMap<Integer, Double> median = new TreeMap<>();
        years.forEach((year, quantiles) -> share(quantiles, .5).ifPresent(value -> median.put(year, value)));
        XyChart chart = new XyChart(
                bands,
                List.of(new XyChart.Line(new Key(wording.text("share.median"), Ink.MEDIAN, "line"), median)),
                PublishedForecasts.points(reports, wording),
                Optional.of(new XyChart.Threshold(
                        new Key(wording.numbers().wholePercent(THRESHOLD), Ink.THRESHOLD, "dashed"), THRESHOLD)),
                "fraction",
                wording.percentAxis());
        return Exhibit.of(
                "share-fan",
                wording.text("share.fan"),
                wording.text("share.fan.caption", denominator),
                chart,
                fanTable(years));
    }

    private void addBand(
            List<XyChart.Band> bands,
            NavigableMap<Integer, NavigableMap<Double, ReportRow>> years,
            double tail,
            Ink ink) {
        NavigableMap<Integer, XyChart.Span> spans = new TreeMap<>();
        years.forEach((year, quantiles) -> {
            OptionalDouble low = share(quantiles, tail);
            OptionalDouble middle = share(quantiles, .5);
            OptionalDouble high = share(quantiles, 1 - tail);
            if (low.isPresent() && middle.isPresent() && high.isPresent()) {
                spans.put(year, new XyChart.Span(low.getAsDouble(), middle.getAsDouble(), high.getAsDouble()));
            }
        });
        if (!spans.isEmpty()) {
            String level = wording.numbers().wholePercent(1 - 2 * tail);
            bands.add(new XyChart.Band(new Key(wording.text("share.band", level), ink, "band"), spans));
        }
    }

    private Table fanTable(NavigableMap<Integer, NavigableMap<Double, ReportRow>> years) {
        List<Table.Row> rows = new ArrayList<>();
        years.forEach((year, quantiles) -> rows.add(new Table.Row(
                Cell.text(String.valueOf(year)),
                List.of(
                        quantile(quantiles, .025, "share"),
                        quantile(quantiles, .1, "share"),
                        quantile(quantiles, .5, "share"),
                        quantile(quantiles, .9, "share"),
                        quantile(quantiles, .975, "share"),
                        quantile(quantiles, .5, "datacenter_twh")))));
        return new Table(
                wording.text("share.fan"),
                Table.headings(
                        wording.text("column.year"),
                        List.of(
                                wording.numbers().percent(.025),
                                wording.numbers().wholePercent(.1),
                                wording.text("share.median"),
                                wording.numbers().wholePercent(.9),
                                wording.numbers().percent(.975),
                                wording.text("share.twh"))),
                rows);
    }

    private Cell quantile(NavigableMap<Double, ReportRow> quantiles, double probability, String column) {
        ReportRow row = quantiles.get(probability);
        return row == null
                ? Cell.none()
                : wording.cell(row.number(column), column.equals("share") ? "fraction" : "TWh", note(row));
    }

    private Note note(ReportRow row) {
        return note("", row, reports, wording);
    }

    /** Where a number of the reports of the share comes from; what it is begins with the given words. */
    static Note note(String definition, ReportRow row, Reports reports, Wording wording) {
        String n = row.text("n_points");
        return new Note(
                definition
                        + wording.text(
                                "share.note",
                                wording.texts().term("component", row.text("component")),
                                wording.texts().term("denominator", row.text("denominator"))),
                wording.text("note.ours"),
                reports.manifest().asOf(),
                wording.texts().term("grade", "derived"),
                n.isEmpty() ? wording.text("note.paths") : wording.text("note.points", n));
    }

    private Exhibit chances() {
        List<XyChart.Line> lines = new ArrayList<>();
        NavigableMap<Integer, NavigableMap<String, ReportRow>> table = new TreeMap<>();
        Ink[] inks = {Ink.MEDIAN, Ink.GENERATION, Ink.DEMAND};
        List<String> denominators = List.of("end_use", "generation_plus_net_imports", "retail_sales");
        for (int i = 0; i < denominators.size(); i++) {
            String denominator = denominators.get(i);
            NavigableMap<Integer, Double> values = new TreeMap<>();
            for (ReportRow row : chances(denominator)) {
                int year = row.whole("target_year").orElseThrow();
                row.number("probability").ifPresent(value -> values.put(year, value));
                table.computeIfAbsent(year, unused -> new TreeMap<>()).put(denominator, row);
            }
            lines.add(new XyChart.Line(
                    new Key(wording.texts().term("denominator", denominator), inks[i], i == 0 ? "line" : "dashed"),
                    values));
        }
        List<Table.Row> rows = new ArrayList<>();
        table.forEach((year, cells) -> rows.add(new Table.Row(
                Cell.text(String.valueOf(year)),
                denominators.stream().map(name -> chance(cells.get(name))).toList())));
        String title = wording.text("share.chance", wording.numbers().wholePercent(THRESHOLD));
        return Exhibit.of(
                "share-chance",
                title,
                wording.text("share.chance.caption"),
                XyChart.of(lines, "probability", wording.percentAxis()),
                new Table(
                        title,
                        Table.headings(
                                wording.text("column.year"),
                                denominators.stream()
                                        .map(name -> wording.texts().term("denominator", name))
                                        .toList()),
                        rows));
    }

    private Cell chance(ReportRow row) {
        return row == null ? Cell.none() : wording.cell(row.number("probability"), "probability", note(row));
    }

    private List<ReportRow> chances(String denominator) {
        return reports.rows(
                "share_probabilities",
                row -> row.is("scope", "all")
                        && row.is("component", "pool_widened")
                        && row.is("denominator", denominator)
                        && row.number("threshold").orElse(0) == THRESHOLD);
    }

    private Exhibit components() {
        int year = YEAR_OF_MODELS;
        NavigableMap<String, NavigableMap<Double, ReportRow>> found = new TreeMap<>();
        reports.rows(
                        REPORT,
                        row -> row.is("scope", "all")
                                && row.is("denominator", "end_use")
                                && row.whole("target_year").orElse(0) == year
                                && row.number("share").isPresent())
                .forEach(row -> found.computeIfAbsent(row.text("component"), unused -> new TreeMap<>())
                        .put(row.number("quantile").orElseThrow(), row));
        List<Table.Row> rows = new ArrayList<>();
        found.forEach((component, quantiles) -> rows.add(new Table.Row(
                Cell.text(wording.texts().term("component", component)),
                List.of(
                        quantile(quantiles, .1, "share"),
                        quantile(quantiles, .5, "share"),
                        quantile(quantiles, .9, "share"),
                        quantile(quantiles, .5, "datacenter_twh")))));
        String title = wording.text("share.components", String.valueOf(year));
        return Exhibit.of(
                "share-components",
                title,
                wording.text("share.components.caption"),
                new Table(
                        title,
                        Table.headings(
                                wording.text("column.component"),
                                List.of(
                                        wording.numbers().wholePercent(.1),
                                        wording.text("share.median"),
                                        wording.numbers().wholePercent(.9),
                                        wording.text("share.twh"))),
                        rows));
    }

    private static NavigableMap<Integer, NavigableMap<Double, ReportRow>> byYear(List<ReportRow> rows) {
        NavigableMap<Integer, NavigableMap<Double, ReportRow>> years = new TreeMap<>();
        for (ReportRow row : rows) {
            row.number("quantile")
                    .ifPresent(quantile -> years.computeIfAbsent(
                                    row.whole("target_year").orElseThrow(), unused -> new TreeMap<>())
                            .put(quantile, row));
        }
        return years;
    }

    private static OptionalDouble share(NavigableMap<Double, ReportRow> quantiles, double probability) {
        ReportRow row = quantiles.get(probability);
        return row == null ? OptionalDouble.empty() : row.number("share");
    }
}
