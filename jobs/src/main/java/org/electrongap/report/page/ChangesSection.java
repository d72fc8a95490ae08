package org.electrongap.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.electrongap.report.Changes;
import org.electrongap.report.Manifest;

/**
 * What moved since the reports that readers had: first what could have moved it (sources, assumptions, code), then each
 * headline figure and verdict.
 */
final class ChangesSection {

    private static final String ID = "changes";

    private final Reports now;
    private final Reports before;
    private final Wording wording;

    private ChangesSection(Reports now, Reports before, Wording wording) {
        this.now = now;
        this.before = before;
        this.wording = wording;
    }

    static Section of(Reports now, Optional<Reports> before, Wording wording) {
        return before.map(known -> new ChangesSection(now, known, wording).section())
                .orElseGet(() -> new Section(
                        ID,
                        wording.text("changes.title"),
                        wording.text("changes.first"),
                        "",
                        List.of(),
                        List.of(),
                        List.of()));
    }

    /** Whether any answer moved: causes without effect are told as such. */
    private enum Moves {
        NONE,
        SOME
    }

    private Section section() {
        Changes changes = new Changes(before.manifest(), now.manifest());
        List<Table.Row> sources = causes("cause.source", changes.sources());
        List<Table.Row> assumptions = causes("cause.assumption", changes.assumptions());
        List<Table.Row> code = causes("cause.code", changes.code());
        List<Table.Row> causes = new ArrayList<>(sources);
        causes.addAll(assumptions);
        causes.addAll(causes(
                "cause.assumption",
                Changes.assumptionRows(cells("sensitivities", before), cells("sensitivities", now))));
        causes.addAll(code);
        List<Changes.Change> moves = changes.shareMoves(cells("share_editions", before), cells("share_editions", now));
        List<Table.Row> figures = figures();
        List<Table.Row> verdicts = verdicts();
        Moves any = figures.isEmpty() && verdicts.isEmpty() && moves.isEmpty() ? Moves.NONE : Moves.SOME;
        List<Exhibit> exhibits = new ArrayList<>();
        add(exhibits, "changes.figures", List.of("column.before", "column.now", "column.change"), figures);
        add(exhibits, "changes.moves", List.of("column.what", "column.change"), moves(moves));
        add(exhibits, "changes.causes", List.of("column.what", "column.before", "column.now"), causes);
        add(exhibits, "changes.verdicts", List.of("column.before", "column.now"), verdicts);
        return new Section(
                ID,
                wording.text("changes.title"),
                lead(figures, verdicts) + " " + attribution(sources, assumptions, code, any) + moved(moves),
                "",
                List.of(),
                exhibits,
                List.of());
    }

    private void add(List<Exhibit> exhibits, String key, List<String> columns, List<Table.Row> rows) {
        if (!rows.isEmpty()) {
            List<String> headings = columns.stream().map(wording::text).toList();
            exhibits.add(Exhibit.of(
                            key.replace('.', '-'),
                            wording.text(key),
                            "",
                            new Table(wording.text(key), Table.headings(wording.text(key + ".first"), headings), rows))
                    .opened());
        }
    }

    private String lead(List<Table.Row> figures, List<Table.Row> verdicts) {
        return wording.text(
                "changes.lead",
                isOfOneDay() ? before.manifest().folder() : before.manifest().asOf(),
                wording.numbers().whole(figures.size()),
                wording.numbers().whole(verdicts.size()));
    }

    /** Two publications of one day are told apart by their folders. */
    private boolean isOfOneDay() {
        return before.manifest().asOf().equals(now.manifest().asOf());
    }

    private String attribution(
            List<Table.Row> sources, List<Table.Row> assumptions, List<Table.Row> code, Moves moved) {
        List<String> kinds = new ArrayList<>();
        if (!sources.isEmpty()) {
            kinds.add(wording.text("cause.source"));
        }
        if (!assumptions.isEmpty()) {
            kinds.add(wording.text("cause.assumption"));
        }
        if (!code.isEmpty()) {
            kinds.add(wording.text("cause.code"));
        }
        if (moved == Moves.NONE && !kinds.isEmpty()) {
            return wording.text("changes.unmoved", list(kinds));
        }
        return switch (kinds.size()) {
            case 0 -> wording.text("changes.no_cause");
            case 1 -> wording.text("changes.one_cause", kinds.get(0));
            default -> wording.text("changes.causes_mixed", list(kinds));
        };
    }

    private String list(List<String> names) {
        int last = names.size() - 1;
        if (last == 0) {
            return names.get(0);
        }
        return String.join(wording.text("list.comma"), names.subList(0, last))
                + wording.text("list.and")
                + names.get(last);
    }

    private static List<Map<String, Object>> cells(String report, Reports of) {
        return of.rows(report, row -> true).stream().map(ReportRow::cells).toList();
    }

    /** The edition or other cause that moved the share most. */
    private String moved(List<Changes.Change> moves) {
        return moves.stream()
                .max(Comparator.comparingDouble(move -> Math.abs(move.change())))
                .map(move -> " "
                        + wording.text(
                                "changes.moved_most",
                                wording.text("cause." + move.kind().name().toLowerCase(Locale.ROOT)),
                                move.what(),
                                wording.numbers().points(100 * move.change())))
                .orElse("");
    }

    private List<Table.Row> moves(List<Changes.Change> moves) {
        return moves.stream()
                .map(move -> new Table.Row(
                        Cell.text(wording.text("cause." + move.kind().name().toLowerCase(Locale.ROOT))),
                        List.of(Cell.english(move.what()), Cell.count(change(move.change(), move.unit())))))
                .toList();
    }

    private List<Table.Row> figures() {
        Map<String, Manifest.Figure> earlier = new LinkedHashMap<>();
        before.manifest().headline().forEach(figure -> earlier.put(figure.id(), figure));
        List<Table.Row> rows = new ArrayList<>();
        for (Manifest.Figure figure : now.manifest().headline()) {
            Manifest.Figure old = earlier.remove(figure.id());
            if (old == null || old.value() != figure.value()) {
                rows.add(figure(figure, Optional.ofNullable(old)));
            }
        }
        earlier.values()
                .forEach(gone -> rows.add(new Table.Row(
                        Cell.text(HeadlineSection.label(gone, wording)),
                        List.of(value(gone, before), Cell.none(), Cell.text(wording.text("changes.gone"))))));
        return rows;
    }

    private Table.Row figure(Manifest.Figure figure, Optional<Manifest.Figure> old) {
        Cell change = old.map(known -> change(known, figure)).orElseGet(() -> Cell.text(wording.text("changes.new")));
        return new Table.Row(
                Cell.text(HeadlineSection.label(figure, wording)),
                List.of(old.map(known -> value(known, before)).orElse(Cell.none()), value(figure, now), change));
    }

    private Cell change(Manifest.Figure old, Manifest.Figure figure) {
        return Changes.isOfOneYear(old, figure)
                ? Cell.count(change(figure.value() - old.value(), figure.unit()))
                : Cell.text(wording.text("changes.other_year", String.valueOf(old.year())));
    }

    /** A change; that of a percentage in points, for per cent of a percentage would be another number. */
    private String change(double difference, String unit) {
        boolean percentage = unit.equals("fraction") || unit.equals("probability");
        return percentage
                ? wording.numbers().points(100 * difference) + " " + wording.text("changes.points")
                : wording.numbers().change(difference, unit);
    }

    private Cell value(Manifest.Figure figure, Reports of) {
        return Cell.number(
                wording.numbers().withUnit(figure.value(), figure.unit()),
                wording.notes().number(new FigureNotes(of, wording).of(figure)));
    }

    private List<Table.Row> causes(String kind, List<Changes.Change> changes) {
        return changes.stream()
                .map(change -> cause(wording.text(kind), change.what(), change.before(), change.now()))
                .toList();
    }

    private static Table.Row cause(String kind, String what, String before, String now) {
        return new Table.Row(
                Cell.text(kind), List.of(Cell.english(what), Cell.english(dash(before)), Cell.english(dash(now))));
    }

    private static String dash(String text) {
        return text.isEmpty() ? "–" : text;
    }

    private List<Table.Row> verdicts() {
        Map<String, String> earlier = new TreeMap<>();
        before.rows("claims", row -> true).forEach(row -> earlier.put(row.text("claim_id"), row.text("verdict")));
        List<Table.Row> rows = new ArrayList<>();
        for (ReportRow row : now.rows("claims", row -> true)) {
            String old = earlier.get(row.text("claim_id"));
            if (old != null && !old.equals(row.text("verdict"))) {
                rows.add(new Table.Row(
                        Cell.english(row.text("statement")), List.of(verdict(old), verdict(row.text("verdict")))));
            }
        }
        return rows;
    }

    private Cell verdict(String verdict) {
        return Cell.text(wording.texts().term("verdict", verdict)).styled("verdict " + verdict);
    }
}
