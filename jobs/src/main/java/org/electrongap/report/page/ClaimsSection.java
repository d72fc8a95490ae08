package org.electrongap.report.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.electrongap.report.page.Picture.Key;

/** Public claims and what the tables say of them. */
final class ClaimsSection {

    private static final String ID = "claims";
    private static final String REPORT = "claims";
    private static final int TELLING = 10;
    private static final List<String> VERDICTS = List.of("supported", "off", "contradicted", "not_checkable");
    private static final Map<String, Ink> INKS =
            Map.of("supported", Ink.GOOD, "off", Ink.MIDDLING, "contradicted", Ink.BAD, "not_checkable", Ink.UNKNOWN);

    private final Reports reports;
    private final Wording wording;
    private final Map<String, String> standings;

    private ClaimsSection(Reports reports, Wording wording) {
        this.reports = reports;
        this.wording = wording;
        this.standings = reports.has("evidence")
                ? reports.rows("evidence", row -> !row.text("matched_rule").isEmpty()).stream()
                        .collect(Collectors.toMap(
                                row -> row.text("claim_id"),
                                row -> row.text("standing"),
                                (a, b) -> a.compareTo(b) <= 0 ? a : b))
                : Map.of();
    }

    static Section of(Reports reports, Wording wording) {
        return reports.has(REPORT) ? new ClaimsSection(reports, wording).section() : wording.absent(ID, REPORT);
    }

    private Section section() {
        List<ReportRow> claims = reports.rows(REPORT, row -> true).stream()
                .sorted(Comparator.comparingInt((ReportRow row) -> VERDICTS.indexOf(row.text("verdict")))
                        .thenComparing(row -> row.text("claim_id")))
                .toList();
        return new Section(
                ID,
                wording.text("claims.title"),
                wording.text(
                        "claims.lead",
                        wording.numbers().whole(claims.size()),
                        count(claims, "supported"),
                        count(claims, "off"),
                        count(claims, "contradicted"),
                        count(claims, "not_checkable")),
                "",
                List.of(),
                List.of(
                        counts(claims),
                        exhibit("claims-telling", telling(claims)).opened(),
                        exhibit("claims-all", claims)),
                List.of(wording.text("claims.remark")));
    }

    private String count(List<ReportRow> claims, String verdict) {
        return wording.numbers()
                .whole(claims.stream()
                        .filter(row -> row.text("verdict").equals(verdict))
                        .count());
    }

    private Exhibit counts(List<ReportRow> claims) {
        Map<String, Long> counts = new TreeMap<>();
        claims.forEach(row -> counts.merge(row.text("verdict"), 1L, Long::sum));
        List<String> names = VERDICTS.stream()
                .map(verdict -> wording.texts().term("verdict", verdict))
                .toList();
        List<BarChart.Bars> bars = VERDICTS.stream()
                .map(verdict -> new BarChart.Bars(
                        new Key(wording.texts().term("verdict", verdict), INKS.get(verdict), "band"),
                        Map.of(wording.texts().term("verdict", verdict), (double) counts.getOrDefault(verdict, 0L))))
                .toList();
        List<Table.Row> rows = VERDICTS.stream()
                .map(verdict -> new Table.Row(
                        verdict(verdict),
                        List.of(Cell.count(wording.numbers().whole(counts.getOrDefault(verdict, 0L))))))
                .toList();
        return Exhibit.of(
                "claims-counts",
                wording.text("claims.counts"),
                wording.text("claims.counts.caption"),
                new BarChart(names, bars, BarChart.Arrangement.STACKED_LYING, wording.axis()),
                new Table(
                        wording.text("claims.counts"),
                        Table.headings(wording.text("column.verdict"), List.of(wording.text("claims.count"))),
                        rows));
    }

    private Exhibit exhibit(String id, List<ReportRow> claims) {
        String key = id.replace('-', '.');
        return Exhibit.of(
                id,
                wording.text(key),
                wording.text(key + ".caption"),
                new Table(
                        wording.text(key),
                        List.of(
                                heading("column.claim"),
                                heading("column.verdict"),
                                new Table.Heading(wording.text("column.claimed"), "number"),
                                new Table.Heading(wording.text("column.found"), "number"),
                                heading("column.reason")),
                        claims.stream().map(this::row).toList()));
    }

    private Table.Heading heading(String key) {
        return new Table.Heading(wording.text(key), "");
    }

    private Table.Row row(ReportRow row) {
        String found = row.text("found_text");
        Cell cell = found.isEmpty()
                ? Cell.none()
                : Cell.number(found, wording.notes().number(note(row)));
        return new Table.Row(
                Cell.english(row.text("statement")),
                List.of(verdict(row.text("verdict")), Cell.english(claimed(row)).styled("number"), cell, reason(row)));
    }

    /** The claimed number with its unit; a date has none. */
    private static String claimed(ReportRow row) {
        String unit = row.text("unit")
                .replace('_', ' ')
                .replaceFirst("^percent\\b", "%")
                .replaceFirst("^x$", "times");
        return unit.equals("date") || unit.equals("none")
                ? row.text("claimed_text")
                : row.text("claimed_text") + " " + unit;
    }

    /** In English the report's own words; in another language a sentence from rule, verdict and numbers. */
    private Cell reason(ReportRow row) {
        if (wording.texts().language() == Language.ENGLISH) {
            return Cell.english(row.text("reason"));
        }
        String found = row.text("found_text");
        String other = wording.texts()
                .term(
                        "standing",
                        standings.getOrDefault(row.text("claim_id"), "").replace(' ', '_'));
        return Cell.text(
                switch (row.whole("rule").orElse(0)) {
                    case 2 -> wording.text("claims.reason.holds", found);
                    case 3 -> wording.text("claims.reason.other", other, found);
                    case 4 -> wording.text(slip(row.text("reason")), found);
                    case 5 -> wording.text("claims.reason.distance", found);
                    default -> wording.text("claims.reason.none");
                });
    }

    /** Which slip the report names: the text of it, by the words that the audit uses for each. */
    private static String slip(String reason) {
        if (reason.startsWith("Against its own arithmetic")) {
            return "claims.reason.arithmetic";
        }
        if (reason.contains("oku (10^8) and cho")) {
            return "claims.reason.slip.cho";
        }
        return reason.contains("oku (10^8) and billion") ? "claims.reason.slip.oku" : "claims.reason.slip";
    }

    private Cell verdict(String verdict) {
        return Cell.text(wording.texts().term("verdict", verdict)).styled("verdict " + verdict);
    }

    private Note note(ReportRow row) {
        return new Note(
                row.text("definition_used"),
                wording.text("note.evidence", row.text("claim_id")),
                reports.manifest().asOf(),
                wording.texts().term("grade", row.text("grade")),
                wording.text("note.findings", row.text("findings")));
    }

    /** The claims that miss by most: wrong by a power of ten or by their own arithmetic first, then by the largest factor. */
    private static List<ReportRow> telling(List<ReportRow> claims) {
        return claims.stream()
                .filter(row -> row.is("verdict", "contradicted") || row.is("verdict", "off"))
                .sorted(Comparator.comparingInt(
                                (ReportRow row) -> row.whole("rule").orElse(9) == 4 ? 0 : 1)
                        .thenComparingDouble(row -> -distance(row))
                        .thenComparing(row -> row.text("claim_id")))
                .limit(TELLING)
                .toList();
    }

    private static double distance(ReportRow row) {
        double claimed = row.number("value_claimed").orElse(0);
        double found = row.number("value_found").orElse(0);
        return claimed > 0 && found > 0 ? Math.abs(Math.log(claimed / found)) : 0;
    }
}
