package org.electrongap.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The series of one metric that two regions have in one source and basis, and the one that speaks for the pair.
 *
 * @param a series of the first region
 * @param b series of the second region, of the same source and basis
 * @param preferred whether they are what the pair is judged by
 */
record PairedSeries(Side a, Side b, boolean preferred) {

    /**
     * All pairs of series of one technology. The preferred one is the one that speaks for both regions; if there is none,
     * the one that reaches the latest common year, of several the one with most common years.
     */
    static List<PairedSeries> of(List<Side> ofA, List<Side> ofB) {
        List<PairedSeries> pairs = new ArrayList<>();
        for (Side a : ofA) {
            for (Side b : ofB) {
                if (a.definition().comparesWith(b.definition())) {
                    pairs.add(new PairedSeries(a, b, false));
                }
            }
        }
        Optional<PairedSeries> best = pairs.stream().max(PairedSeries::compareFitness);
        return pairs.stream()
                .map(pair -> new PairedSeries(pair.a, pair.b, best.get() == pair))
                .toList();
    }

    private static int compareFitness(PairedSeries one, PairedSeries other) {
        int byPreference = Boolean.compare(one.speaksForBoth(), other.speaksForBoth());
        if (byPreference != 0) {
            return byPreference;
        }
        int byYear = Integer.compare(one.lastYear(), other.lastYear());
        if (byYear != 0) {
            return byYear;
        }
        int byLength = Integer.compare(one.years().size(), other.years().size());
        return byLength != 0 ? byLength : other.a.definition().compareTo(one.a.definition());
    }

    private boolean speaksForBoth() {
        return a.preferred() && b.preferred();
    }

    private int lastYear() {
        List<Integer> years = years();
        return years.isEmpty() ? Integer.MIN_VALUE : years.get(years.size() - 1);
    }

    /** The years of which either region says something. */
    List<Integer> statedYears() {
        Map<Integer, Point> years = new TreeMap<>();
        a.series().points().forEach(point -> years.put(point.year(), point));
        b.series().points().forEach(point -> years.put(point.year(), point));
        return List.copyOf(years.keySet());
    }

    /** The years of which both have a level. */
    List<Integer> years() {
        return a.series().points().stream()
                .map(Point::year)
                .filter(year -> a.value(year).isPresent() && b.value(year).isPresent())
                .toList();
    }

    String technology() {
        return a.series().key().technology();
    }

    String unit() {
        return a.series().key().metric().unit();
    }
}
