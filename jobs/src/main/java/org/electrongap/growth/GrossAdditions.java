package org.electrongap.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was newly commissioned, before retirements.
 *
 * <p>Agencies count it each in its own way, so a ratio across definitions names both and has its own status. Of one region,
 * technology and year the figure published last counts.
 */
final class GrossAdditions {

    static final String MEASURE = "gross_additions";

    private static final String UNIT = Metric.CAPACITY_GW.unit();

    private GrossAdditions() {}

    static List<Comparison> compare(RegionPair pair, List<TrajectoryCell> sortedCells) {
        Map<String, TrajectoryCell> ofA = latest(pair.a(), sortedCells);
        Map<String, TrajectoryCell> ofB = latest(pair.b(), sortedCells);
        TreeSet<String> keys = new TreeSet<>(ofA.keySet());
        keys.addAll(ofB.keySet());
        List<Comparison> rows = new ArrayList<>();
        for (String key : keys) {
            compare(pair, Optional.ofNullable(ofA.get(key)), Optional.ofNullable(ofB.get(key)), rows);
        }
        return rows;
    }

    /** The cells come in the order of publication. */
    private static Map<String, TrajectoryCell> latest(String region, List<TrajectoryCell> sortedCells) {
        Map<String, TrajectoryCell> latest = new TreeMap<>();
        for (TrajectoryCell cell : sortedCells) {
            if (cell.measure().equals(MEASURE) && cell.region().equals(region)) {
                latest.put(cell.technology() + " " + cell.year(), cell);
            }
        }
        return latest;
    }

    private static void compare(
            RegionPair pair, Optional<TrajectoryCell> a, Optional<TrajectoryCell> b, List<Comparison> rows) {
        TrajectoryCell one = a.or(() -> b).orElseThrow();
        Estimate ofA = a.map(TrajectoryCell::estimate).orElseGet(() -> absent(pair.a(), one.year()));
        Estimate ofB = b.map(TrajectoryCell::estimate).orElseGet(() -> absent(pair.b(), one.year()));
        Definition definitionA = a.map(TrajectoryCell::definition).orElse(Definition.NONE);
        Definition definitionB = b.map(TrajectoryCell::definition).orElse(Definition.NONE);
        Estimate ratio = Combined.ratio(ofA, ofB);
        if (!definitionA.comparesWith(definitionB)) {
            ratio = ratio.noted(
                    Status.BASES_DIFFER,
                    "compared across definitions: " + definitionA.basis() + " (" + definitionA.source() + ") and "
                            + definitionB.basis() + " (" + definitionB.source() + ")");
        }
        rows.add(new Comparison(
                one.technology(), MEASURE + "_a", UNIT, one.year(), ofA, definitionA, definitionB, true));
        rows.add(new Comparison(
                one.technology(), MEASURE + "_b", UNIT, one.year(), ofB, definitionA, definitionB, true));
        rows.add(new Comparison(
                one.technology(), MEASURE + "_ratio", "", one.year(), ratio, definitionA, definitionB, true));
    }

    private static Estimate absent(String region, int year) {
        return Estimate.refused(Status.MISSING, "no gross additions of " + region + " in " + year + " are known", 0);
    }
}
