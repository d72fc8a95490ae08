package org.electrongap.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What differs between two published sets of reports: what could have moved the answers (sources, assumptions, code), and the
 * answers that moved (headline figures, verdicts).
 *
 * @param before what readers had
 * @param now what they have
 */
public record Changes(Manifest before, Manifest now) {

    private static final int HASH_DIGITS = 8;
    private static final String ASSUMPTIONS = "assumptions";

    /** What differs: a cause or an answer. */
    public enum Kind {
        SOURCE,
        ASSUMPTION,
        CODE,
        FIGURE,
        VERDICT,
        /** Several causes whose effects one run cannot tell apart. */
        MIXED
    }

    /**
     * One difference.
     *
     * @param kind what differs
     * @param what slice, setting, figure or claim
     * @param before as it was; empty where it is new
     * @param now as it is; empty where it is gone
     * @param change the difference of a figure in its unit, or null
     * @param unit unit of the figure; empty elsewhere
     */
    public record Change(Kind kind, String what, String before, String now, Double change, String unit) {}

    /** Slices of data sets with another edition or another file, those of assumptions left out. */
    public List<Change> sources() {
        return slices(Kind.SOURCE);
    }

    /** Slices of the assumptions with another file, and assumptions given to one of the two runs alone. */
    public List<Change> assumptions() {
        List<Change> changes = new ArrayList<>(slices(Kind.ASSUMPTION));
        before.assumptions().stream()
                .filter(given -> !now.assumptions().contains(given))
                .forEach(given -> changes.add(text(Kind.ASSUMPTION, "given with --assumptions", given, "")));
        now.assumptions().stream()
                .filter(given -> !before.assumptions().contains(given))
                .forEach(given -> changes.add(text(Kind.ASSUMPTION, "given with --assumptions", "", given)));
        return changes;
    }

    /** Another build of electron-gap. */
    public List<Change> code() {
        return before.code().equals(now.code())
                ? List.of()
                : List.of(text(Kind.CODE, "electron-gap", build(before), build(now)));
    }

    /** Headline figures with another value, new ones and those that are gone. */
    public List<Change> figures() {
        Map<String, Manifest.Figure> earlier = new LinkedHashMap<>();
        before.headline().forEach(figure -> earlier.put(figure.id(), figure));
        List<Change> changes = new ArrayList<>();
        for (Manifest.Figure figure : now.headline()) {
            Manifest.Figure old = earlier.remove(figure.id());
            if (old == null || old.value() != figure.value()) {
                changes.add(figure(old, figure));
            }
        }
        earlier.values().forEach(gone -> changes.add(figure(gone, null)));
        return changes;
    }

    /** Claims with another verdict, by claim id: the verdicts before and now. */
    public static List<Change> verdicts(Map<String, String> before, Map<String, String> now) {
        return new TreeSet<>(now.keySet())
                .stream()
                        .filter(claim ->
                                before.containsKey(claim) && !before.get(claim).equals(now.get(claim)))
                        .map(claim -> text(Kind.VERDICT, claim, before.get(claim), now.get(claim)))
                        .toList();
    }

    /**
     * The assumptions whose value or range differs, as far as the tornado holds them.
     *
     * @param earlier rows of the report sensitivities of one region, as readers had it
     * @param current the same as they have it
     */
    public static List<Change> assumptionRows(List<Map<String, Object>> earlier, List<Map<String, Object>> current) {
        Map<String, String> old = valuesOfAssumptions(earlier);
        Map<String, String> now = valuesOfAssumptions(current);
        return Stream.concat(old.keySet().stream(), now.keySet().stream())
                .distinct()
                .sorted()
                .map(row -> text(Kind.ASSUMPTION, row, old.getOrDefault(row, ""), now.getOrDefault(row, "")))
                .filter(change -> !old.isEmpty() && !now.isEmpty())
                .filter(change -> !change.before().equals(change.now()))
                .toList();
    }

    private static Map<String, String> valuesOfAssumptions(List<Map<String, Object>> rows) {
        Map<String, String> values = new TreeMap<>();
        rows.stream()
                .filter(row -> row.get("value") != null && !"denominator".equals(row.get("assumption")))
                .forEach(row -> values.put(
                        (String) row.get("assumption"),
                        String.format(
                                Locale.ROOT,
                                "%.4g [%.4g to %.4g]",
                                row.get("value"),
                                row.get("value_low"),
                                row.get("value_high"))));
        return values;
    }

    /**
     * What moved the share of the headline: each edition that one set has and the other has not, and the rest, which is the
     * work of what else changed.
     *
     * @param earlier rows of the report share_editions of one region, as readers had it
     * @param current the same as they have it
     * @return empty where one of the two has no headline
     */
    public List<Change> shareMoves(List<Map<String, Object>> earlier, List<Map<String, Object>> current) {
        ShareMoves moves = ShareMoves.between(earlier, current);
        List<Change> changes = new ArrayList<>(moves.editions());
        moves.rest().ifPresent(rest -> changes.add(rest(rest, moves)));
        return changes;
    }

    private Change rest(double rest, ShareMoves moves) {
        Map<Kind, String> causes = new TreeMap<>();
        if (sources().stream()
                .map(Change::what)
                .anyMatch(slice -> moves.mayExplainTheRest(slice) || isReplacedEdition(slice))) {
            causes.put(Kind.SOURCE, "other sources");
        }
        if (!assumptions().isEmpty()) {
            causes.put(Kind.ASSUMPTION, "assumptions");
        }
        if (!code().isEmpty()) {
            causes.put(Kind.CODE, "code");
        }
        Kind kind = causes.size() == 1 ? causes.keySet().iterator().next() : Kind.MIXED;
        String names = causes.isEmpty() ? "what no input tells" : inWords(List.copyOf(causes.values()));
        return new Change(kind, names, "", "", rest, "fraction");
    }

    /** Whether both sets know the newest edition of a slice whose editions are added one at a time, from different files. */
    private boolean isReplacedEdition(String slice) {
        Manifest.Input old = inputs(before, Kind.SOURCE).get(slice);
        Manifest.Input current = inputs(now, Kind.SOURCE).get(slice);
        return ShareMoves.isTakenApart(slice) && old != null && current != null && isOfOneEdition(old, current);
    }

    private static boolean isOfOneEdition(Manifest.Input old, Manifest.Input current) {
        return old.newestEdition().equals(current.newestEdition());
    }

    /** "A, b and c". */
    private static String inWords(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static Change figure(Manifest.Figure old, Manifest.Figure figure) {
        Manifest.Figure named = figure == null ? old : figure;
        boolean moved = old != null && figure != null && isOfOneYear(old, figure);
        return new Change(
                Kind.FIGURE,
                named.label() + (old == null || figure == null || moved ? "" : " (before: of " + old.year() + ")"),
                old == null ? "" : String.valueOf(old.value()),
                figure == null ? "" : String.valueOf(figure.value()),
                moved ? figure.value() - old.value() : null,
                named.unit());
    }

    /** Whether two values of a headline figure may be subtracted: the newest year may have moved on between them. */
    public static boolean isOfOneYear(Manifest.Figure old, Manifest.Figure figure) {
        return old.year() == figure.year();
    }

    private List<Change> slices(Kind kind) {
        Map<String, Manifest.Input> earlier = inputs(before, kind);
        Map<String, Manifest.Input> current = inputs(now, kind);
        return Stream.concat(earlier.keySet().stream(), current.keySet().stream())
                .distinct()
                .sorted()
                .filter(slice -> !edition(earlier.get(slice)).equals(edition(current.get(slice))))
                .map(slice -> slice(kind, slice, earlier.get(slice), current.get(slice)))
                .toList();
    }

    /** The editions, and where they are the same the digits by which the files differ. */
    private static Change slice(Kind kind, String slice, Manifest.Input old, Manifest.Input current) {
        boolean sameEdition = old != null && current != null && isOfOneEdition(old, current);
        return text(
                kind,
                slice,
                sameEdition || old == null ? edition(old) : old.newestEdition(),
                sameEdition || current == null ? edition(current) : current.newestEdition());
    }

    private static Map<String, Manifest.Input> inputs(Manifest manifest, Kind kind) {
        Map<String, Manifest.Input> inputs = new TreeMap<>();
        manifest.inputs().stream()
                .filter(input -> input.dataset().equals(ASSUMPTIONS) == (kind == Kind.ASSUMPTION))
                .forEach(input -> inputs.put(input.slice(), input));
        return inputs;
    }

    private static String edition(Manifest.Input input) {
        return input == null ? "" : input.newestEdition() + " (" + digits(input.sha256()) + ")";
    }

    private static String build(Manifest manifest) {
        return manifest.version() + " (" + digits(manifest.code()) + ")";
    }

    private static String digits(String hash) {
        return hash.substring(0, Math.min(HASH_DIGITS, hash.length()));
    }

    private static Change text(Kind kind, String what, String before, String now) {
        return new Change(kind, what, before, now, null, "");
    }
}
