package org.electrongap.growth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/** All measures of one pair of regions and one metric. */
final class PairComparison {

    private static final int[] CAUGHT_UP_BY = {2030, 2035, 2040, 2050};
    private static final String TOTAL = "total";

    private final RegionPair pair;
    private final Map<String, List<Side>> sidesOfA;
    private final Map<String, List<Side>> sidesOfB;
    private final List<Comparison> rows = new ArrayList<>();

    private PairComparison(RegionPair pair, Map<String, List<Side>> sidesOfA, Map<String, List<Side>> sidesOfB) {
        this.pair = pair;
        this.sidesOfA = sidesOfA;
        this.sidesOfB = sidesOfB;
    }

    /** The comparison of two regions, from the rows of both, in any order. */
    static List<Comparison> of(RegionPair pair, Metric metric, List<TrajectoryCell> cells) {
        List<TrajectoryCell> sorted =
                cells.stream().sorted(TrajectoryCell.ORDER).toList();
        PairComparison comparison =
                new PairComparison(pair, sides(metric, pair.a(), sorted), sides(metric, pair.b(), sorted));
        comparison.compare();
        comparison
                .preferredTotal()
                .ifPresent(total -> comparison.rows.addAll(ChangeWithStorage.compare(total, sorted)));
        comparison.rows.addAll(GrossAdditions.compare(pair, sorted));
        return comparison.rows;
    }

    private static Map<String, List<Side>> sides(Metric metric, String region, List<TrajectoryCell> cells) {
        Map<String, List<TrajectoryCell>> byTechnology = new TreeMap<>();
        cells.stream()
                .filter(cell -> cell.region().equals(region) && isOfPanel(cell))
                .forEach(cell -> byTechnology
                        .computeIfAbsent(cell.technology(), key -> new ArrayList<>())
                        .add(cell));
        Map<String, List<Side>> sides = new TreeMap<>();
        byTechnology.forEach((technology, own) -> sides.put(technology, Side.read(metric, own)));
        return sides;
    }

    private static boolean isOfPanel(TrajectoryCell cell) {
        return !cell.measure().equals(GrossAdditions.MEASURE) && !cell.measure().equals(ChangeWithStorage.STORAGE);
    }

    private Optional<PairedSeries> preferredTotal() {
        return totals().stream().filter(PairedSeries::preferred).findFirst();
    }

    private List<PairedSeries> totals() {
        return PairedSeries.of(sidesOfA.getOrDefault(TOTAL, List.of()), sidesOfB.getOrDefault(TOTAL, List.of()));
    }

    private void compare() {
        TreeSet<String> technologies = new TreeSet<>(sidesOfA.keySet());
        technologies.addAll(sidesOfB.keySet());
        for (String technology : technologies) {
            List<Side> a = sidesOfA.getOrDefault(technology, List.of());
            List<Side> b = sidesOfB.getOrDefault(technology, List.of());
            List<PairedSeries> pairs = PairedSeries.of(a, b);
            pairs.forEach(this::compare);
            if (pairs.isEmpty() && !a.isEmpty() && !b.isEmpty()) {
                refuse(technology, preferred(a), preferred(b));
            }
        }
        if (technologies.contains(TOTAL) && (!sidesOfA.containsKey(TOTAL) || !sidesOfB.containsKey(TOTAL))) {
            refuse();
        }
    }

    /** One of the regions has no series at all: one row that says so. */
    private void refuse() {
        boolean isA = sidesOfA.containsKey(TOTAL);
        Side present = preferred((isA ? sidesOfA : sidesOfB).get(TOTAL));
        Estimate refusal =
                Estimate.refused(Status.MISSING, "no source gives this of " + (isA ? pair.b() : pair.a()), 0);
        rows.add(new Comparison(
                TOTAL,
                "ratio",
                "",
                lastYear(present),
                refusal,
                isA ? present.definition() : Definition.NONE,
                isA ? Definition.NONE : present.definition(),
                true));
    }

    private static Side preferred(List<Side> sides) {
        return sides.stream()
                .max(Comparator.comparing(Side::preferred).thenComparing(Side::definition))
                .orElseThrow();
    }

    /** No common definition: one row that names both. */
    private void refuse(String technology, Side a, Side b) {
        int year = Math.min(lastYear(a), lastYear(b));
        Estimate refusal = Estimate.refused(
                Status.BASES_DIFFER,
                "no source gives both: " + a.definition().source() + " ("
                        + a.definition().basis() + ") against " + b.definition().source() + " ("
                        + b.definition().basis() + ")",
                0);
        rows.add(new Comparison(technology, "ratio", "", year, refusal, a.definition(), b.definition(), true));
    }

    private static int lastYear(Side side) {
        List<Point> points = side.series().points();
        return points.get(points.size() - 1).year();
    }

    private void compare(PairedSeries pair) {
        for (int year : pair.statedYears()) {
            annual(pair, year);
        }
        List<Integer> common = pair.years();
        if (!common.isEmpty()) {
            catchUp(pair, common.get(common.size() - 1));
        }
    }

    private void annual(PairedSeries pair, int year) {
        Estimate a = pair.a().level(year);
        Estimate b = pair.b().level(year);
        emit(pair, "level_a", pair.unit(), year, a);
        emit(pair, "level_b", pair.unit(), year, b);
        emit(pair, "ratio", "", year, Combined.ratio(a, b));
        emit(pair, "gap", pair.unit(), year, Combined.difference(a, b));
        if (pair.a().netChanges().containsKey(year) || pair.b().netChanges().containsKey(year)) {
            changes(pair, year);
        }
    }

    private void changes(PairedSeries pair, int year) {
        Estimate a = pair.a().netChange(year);
        Estimate b = pair.b().netChange(year);
        Estimate gapChange = Combined.difference(a, b);
        emit(pair, "net_change_a", pair.unit(), year, a);
        emit(pair, "net_change_b", pair.unit(), year, b);
        emit(pair, "net_change_ratio", "", year, Combined.ratio(a, b));
        emit(pair, "gap_change", pair.unit(), year, gapChange);
        emit(pair, "relative_growth", "fraction", year, relativeGrowth(pair, year));
        totalOf(pair).ifPresent(total -> {
            Estimate whole =
                    Combined.difference(total.a().netChange(year), total.b().netChange(year));
            emit(pair, "share_of_gap_change", "fraction", year, share(gapChange, whole));
        });
    }

    /** Growth of the ratio b / a: {@code (1 + g_b) / (1 + g_a) - 1}. */
    private static Estimate relativeGrowth(PairedSeries pair, int year) {
        return Combined.of(
                pair.a().growth(year),
                pair.b().growth(year),
                (a, b) -> a > -1 ? OptionalDouble.of((1 + b) / (1 + a) - 1) : OptionalDouble.empty(),
                "the first region fell to nothing");
    }

    /** Which technology made the change of the gap; the parts of a total add up to 1. */
    private static Estimate share(Estimate part, Estimate whole) {
        return Combined.of(
                whole,
                part,
                (total, own) -> total == 0 ? OptionalDouble.empty() : OptionalDouble.of(own / total),
                "the gap did not change");
    }

    private Optional<PairedSeries> totalOf(PairedSeries pair) {
        if (pair.technology().equals(TOTAL)) {
            return Optional.empty();
        }
        return totals().stream()
                .filter(total -> total.a().definition().equals(pair.a().definition())
                        && total.b().definition().equals(pair.b().definition()))
                .findFirst();
    }

    private void catchUp(PairedSeries pair, int last) {
        CatchUp catchUp = CatchUp.of(pair.a().series(), pair.b().series(), last);
        emit(pair, "catch_up_year", "year", last, catchUp.year());
        for (int year : CAUGHT_UP_BY) {
            if (year > last) {
                emit(pair, "probability_caught_up", "probability", year, catchUp.probabilityBy(year));
            }
        }
    }

    private void emit(PairedSeries pair, String measure, String unit, int year, Estimate estimate) {
        Estimate noted = estimate.status() == Status.OK ? caveat(pair, estimate) : estimate;
        rows.add(new Comparison(
                pair.technology(),
                measure,
                unit,
                year,
                noted,
                pair.a().definition(),
                pair.b().definition(),
                pair.preferred()));
    }

    private static Estimate caveat(PairedSeries pair, Estimate estimate) {
        String caveat = pair.b().series().caveat().isEmpty()
                ? pair.a().series().caveat()
                : pair.b().series().caveat();
        return caveat.isEmpty() ? estimate : estimate.noted(Status.PARTIAL, caveat);
    }
}
