package org.electrongap.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    private Section section() {
        List<Table.Row> sources = sources("assumptions", false);
        List<Table.Row> assumptions = new ArrayList<>(sources("assumptions", true));
        assumptions.addAll(overrides());
        List<Table.Row> code = code();
        List<Table.Row> causes = new ArrayList<>(sources);
        causes.addAll(assumptions);
        causes.addAll(code);
        List<Table.Row> figures = figures();
        List<Table.Row> verdicts = verdicts();
        List<Exhibit> exhibits = new ArrayList<>();
        add(exhibits, "changes.figures", List.of("column.before", "column.now", "column.change"), figures);
        add(exhibits, "changes.causes", List.of("column.what", "column.before", "column.now"), causes);
        add(exhibits, "changes.verdicts", List.of("column.before", "column.now"), verdicts);
        return new Section(
                ID,
                wording.text("changes.title"),
                lead(figures, verdicts) + " " + attribution(sources, assumptions, code),
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
                before.manifest().asOf(),
                wording.numbers().whole(figures.size()),
                wording.numbers().whole(verdicts.size()));
    }

    private String attribution(List<Table.Row> sources, List<Table.Row> assumptions, List<Table.Row> code) {
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
        return switch (kinds.size()) {
            case 0 -> wording.text("changes.no_cause");
            case 1 -> wording.text("changes.one_cause", kinds.get(0));
            default -> wording.text("changes.causes_mixed", String.join(wording.text("list.and"), kinds));
        };
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
                        List.of(value(gone), Cell.none(), Cell.text(wording.text("changes.gone"))))));
        return rows;
    }

    private Table.Row figure(Manifest.Figure figure, Optional<Manifest.Figure> old) {
        Cell change = old.map(known -> Cell.count(change(figure.value() - known.value(), figure.unit())))
                .orElseGet(() -> Cell.text(wording.text("changes.new")));
        return new Table.Row(
                Cell.text(HeadlineSection.label(figure, wording)),
                List.of(old.map(this::value).orElse(Cell.none()), value(figure), change));
    }

    /** A change; that of a percentage in points, for per cent of a percentage would be another number. */
    private String change(double difference, String unit) {
        boolean percentage = unit.equals("fraction") || unit.equals("probability");
        return percentage
                ? wording.numbers().change(100 * difference, wording.text("changes.points"))
                : wording.numbers().change(difference, unit);
    }

    private Cell value(Manifest.Figure figure) {
        Note note = new Note(HeadlineSection.label(figure, wording), figure.basis(), "", "", "");
        return Cell.number(
                wording.numbers().withUnit(figure.value(), figure.unit()),
                wording.notes().number(note));
    }

    private List<Table.Row> sources(String dataset, boolean ofDataset) {
        Map<String, Manifest.Input> earlier = inputs(before, dataset, ofDataset);
        Map<String, Manifest.Input> current = inputs(now, dataset, ofDataset);
        Map<String, Boolean> slices = new TreeMap<>();
        earlier.keySet().forEach(slice -> slices.put(slice, true));
        current.keySet().forEach(slice -> slices.put(slice, true));
        List<Table.Row> rows = new ArrayList<>();
        String cause = wording.text(ofDataset ? "cause.assumption" : "cause.source");
        for (String slice : slices.keySet()) {
            Manifest.Input old = earlier.get(slice);
            Manifest.Input input = current.get(slice);
            if (old == null
                    || input == null
                    || !old.sha256().equals(input.sha256())
                    || !edition(old).equals(edition(input))) {
                rows.add(cause(cause, slice, old == null ? "" : edition(old), input == null ? "" : edition(input)));
            }
        }
        return rows;
    }

    private static Map<String, Manifest.Input> inputs(Reports reports, String dataset, boolean ofDataset) {
        Map<String, Manifest.Input> inputs = new TreeMap<>();
        reports.manifest().inputs().stream()
                .filter(input -> input.dataset().equals(dataset) == ofDataset)
                .forEach(input -> inputs.put(input.slice(), input));
        return inputs;
    }

    private static String edition(Manifest.Input input) {
        return input.newestEdition() + " ("
                + input.sha256().substring(0, Math.min(8, input.sha256().length())) + ")";
    }

    private List<Table.Row> overrides() {
        List<String> gone = new ArrayList<>(before.manifest().assumptions());
        gone.removeAll(now.manifest().assumptions());
        List<String> come = new ArrayList<>(now.manifest().assumptions());
        come.removeAll(before.manifest().assumptions());
        List<Table.Row> rows = new ArrayList<>();
        String cause = wording.text("cause.assumption");
        gone.forEach(text -> rows.add(cause(cause, wording.text("changes.override"), text, "")));
        come.forEach(text -> rows.add(cause(cause, wording.text("changes.override"), "", text)));
        return rows;
    }

    private List<Table.Row> code() {
        Manifest old = before.manifest();
        Manifest current = now.manifest();
        if (old.code().equals(current.code())) {
            return List.of();
        }
        return List.of(cause(wording.text("cause.code"), "electron-gap", build(old), build(current)));
    }

    private static String build(Manifest manifest) {
        return manifest.version() + " ("
                + manifest.code().substring(0, Math.min(8, manifest.code().length())) + ")";
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
