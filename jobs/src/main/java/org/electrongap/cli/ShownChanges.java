package org.electrongap.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.electrongap.job.PublishedReports;
import org.electrongap.job.RunContext;
import org.electrongap.report.Changes;
import org.electrongap.report.Manifest;

/** Prints what moved between two published sets of reports: the causes first, then the answers. */
final class ShownChanges {

    private static final List<String> COLUMNS = List.of("kind", "what", "before", "now", "change", "unit");

    private final ShowCommand show;
    private final PublishedReports published;
    private final PrintWriter out;

    ShownChanges(ShowCommand show, RunContext.Environment environment, PrintWriter out) {
        this.show = show;
        this.published = new PublishedReports(environment);
        this.out = out;
    }

    void print() {
        Manifest now = (show.shared.asOf == null ? published.latest() : published.of(show.shared.asOf))
                .orElseThrow(() -> new UsageException("nothing is published in " + show.shared.reports
                        + " yet; run electron-gap nightly, or name the folder with --reports"));
        Optional<Manifest> before = show.since == null
                ? published.before(now)
                : published
                        .asOfOrOldest(show.since)
                        .filter(found -> !found.folder().equals(now.folder()));
        if (before.isEmpty()) {
            tell("There are no reports before those of " + now.folder() + " to compare them with.");
            return;
        }
        tell("From " + before.get().folder() + " to " + now.folder() + ":");
        List<Map<String, Object>> rows = rows(before.get(), now);
        new Printed(COLUMNS, Map.of(), rows, Width.ofTerminal()).to(out, show.format);
    }

    private void tell(String sentence) {
        if (show.format == ShowCommand.Format.table) {
            out.println(sentence);
        }
    }

    private List<Map<String, Object>> rows(Manifest before, Manifest now) {
        Changes changes = new Changes(before, now);
        List<Changes.Change> all = new ArrayList<>(changes.sources());
        all.addAll(changes.assumptions());
        all.addAll(Changes.assumptionRows(ofUsa("sensitivities", before), ofUsa("sensitivities", now)));
        all.addAll(changes.code());
        all.addAll(changes.shareMoves(ofUsa("share_editions", before), ofUsa("share_editions", now)).stream()
                .map(ShownChanges::ofShare)
                .toList());
        all.addAll(changes.figures());
        all.addAll(Changes.verdicts(verdicts(before), verdicts(now)));
        return all.stream()
                .map(show.format == ShowCommand.Format.table ? ShownChanges::line : ShownChanges::row)
                .limit(show.limit)
                .toList();
    }

    private List<Map<String, Object>> ofUsa(String name, Manifest manifest) {
        return Optional.ofNullable(manifest.reports().get(name))
                .map(report -> published.rows(report, row -> "USA".equals(row.get("region")), Long.MAX_VALUE))
                .orElse(List.of());
    }

    /** What moved the share, in words that tell it from the list of all that changed, in percentage points. */
    private static Changes.Change ofShare(Changes.Change move) {
        return new Changes.Change(
                move.kind(),
                "share in 2030, by " + move.what(),
                move.before(),
                move.now(),
                100 * move.change(),
                "percentage points");
    }

    private Map<String, String> verdicts(Manifest manifest) {
        Map<String, String> verdicts = new TreeMap<>();
        Optional.ofNullable(manifest.reports().get("claims"))
                .ifPresent(report -> published
                        .rows(report, row -> true, Long.MAX_VALUE)
                        .forEach(row -> verdicts.put((String) row.get("claim_id"), (String) row.get("verdict"))));
        return verdicts;
    }

    /** As a person reads it: numbers in their units, what is new or gone called so. */
    private static Map<String, Object> line(Changes.Change change) {
        Map<String, Object> line = new LinkedHashMap<>(row(change));
        if (change.kind() == Changes.Kind.FIGURE) {
            line.put("before", number(change.before(), change.unit()));
            line.put("now", number(change.now(), change.unit()));
        }
        line.put("change", change.change() == null ? null : Figures.change(change.change(), change.unit()));
        line.remove("unit");
        return line;
    }

    private static String number(String value, String unit) {
        return value.isEmpty() ? "" : Figures.number(Double.parseDouble(value), unit);
    }

    private static Map<String, Object> row(Changes.Change change) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
        row.put("what", change.what());
        row.put("before", change.before());
        row.put("now", change.now());
        row.put("change", change.change());
        row.put("unit", change.unit());
        return row;
    }
}
