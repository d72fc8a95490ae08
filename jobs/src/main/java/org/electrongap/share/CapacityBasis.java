package org.electrongap.share;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.electrongap.statistics.Outcome;

/**
 * Capacity of one source on one basis. Margins of several countries are compared on one of these alone.
 *
 * @param source who
 * @param basis net summer, nameplate, year-end
 */
record CapacityBasis(String source, String basis) {

    /** The change of the last year goes on, so one year is too few. */
    private static final int FEWEST_YEARS = 2;

    private static final Comparator<CapacityBasis> ORDER =
            Comparator.comparing(CapacityBasis::source).thenComparing(CapacityBasis::basis);

    static CapacityBasis of(CapacityFigure figure) {
        return new CapacityBasis(figure.source(), figure.basis());
    }

    /**
     * The one that every region has, by the order of sources; where that says nothing, the first by name. Regions without
     * two years of capacity on any basis do not count.
     *
     * @param evidence whose capacity and order of sources
     * @param regions the regions that are compared
     * @return refused where regions have capacity, and no two of one source and basis
     */
    static Outcome<CapacityBasis> common(Evidence evidence, Collection<String> regions) {
        Map<String, Set<CapacityBasis>> byRegion = new TreeMap<>();
        for (String region : new TreeSet<>(regions)) {
            Set<CapacityBasis> known = known(evidence.capacity(), region);
            if (!known.isEmpty()) {
                byRegion.put(region, known);
            }
        }
        if (byRegion.isEmpty()) {
            return Outcome.refused("capacity by technology is known for fewer than two years");
        }
        Set<CapacityBasis> common = new HashSet<>(byRegion.values().iterator().next());
        byRegion.values().forEach(common::retainAll);
        return common.stream()
                .min(Comparator.comparingInt((CapacityBasis one) -> one.rank(evidence))
                        .thenComparing(ORDER))
                .map(Outcome::of)
                .orElseGet(() -> Outcome.refused(
                        "no source has the capacity of " + String.join(", ", byRegion.keySet()) + " on one basis"));
    }

    private static Set<CapacityBasis> known(List<CapacityFigure> capacity, String region) {
        Map<CapacityBasis, Set<Integer>> years = capacity.stream()
                .filter(figure -> figure.region().equals(region))
                .collect(Collectors.groupingBy(
                        CapacityBasis::of, Collectors.mapping(CapacityFigure::year, Collectors.toSet())));
        years.values().removeIf(known -> known.size() < FEWEST_YEARS);
        return years.keySet();
    }

    private int rank(Evidence evidence) {
        return evidence.order().rank("capacity_gw", source, basis);
    }

    /** The figures of a region on this basis, of its newest edition; none where it has none. */
    List<CapacityFigure> newest(Evidence evidence, String region) {
        List<CapacityFigure> figures = evidence.capacity().stream()
                .filter(figure -> figure.region().equals(region) && of(figure).equals(this))
                .toList();
        Optional<CapacityFigure> newest = figures.stream()
                .max(Comparator.comparing(CapacityFigure::published).thenComparing(CapacityFigure::edition));
        return figures.stream()
                .filter(figure -> figure.edition().equals(newest.get().edition())
                        && figure.published().equals(newest.get().published()))
                .toList();
    }
}
