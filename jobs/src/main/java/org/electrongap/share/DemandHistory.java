package org.electrongap.share;

import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.electrongap.statistics.Outcome;

/**
 * A region's demand by denominator, the newest edition of each source and year.
 *
 * @param region region
 * @param series demand in TWh by denominator and year
 * @param sources who stands behind each denominator
 */
record DemandHistory(
        String region, Map<Denominator, NavigableMap<Integer, Double>> series, Map<Denominator, String> sources) {

    /**
     * The history. Of each year a denominator's figure comes from the source that the order of sources prefers among those that
     * hold the year, and of that source from the newest edition that holds it, since a short-term outlook prints only two years.
     */
    static DemandHistory of(Evidence evidence, String region) {
        Map<Denominator, NavigableMap<Integer, Double>> series = new TreeMap<>();
        Map<Denominator, String> sources = new TreeMap<>();
        evidence.demand().stream()
                .filter(figure -> figure.region().equals(region))
                .sorted(Comparator.comparingInt((DemandFigure figure) -> evidence.rank(figure))
                        .reversed()
                        .thenComparing(DemandFigure::published)
                        .thenComparing(DemandFigure::edition))
                .forEach(figure -> {
                    series.computeIfAbsent(figure.denominator(), d -> new TreeMap<>())
                            .put(figure.year(), figure.twh());
                    sources.put(figure.denominator(), figure.source() + ", edition " + figure.edition());
                });
        return new DemandHistory(region, series, sources);
    }

    /** The years and TWh of one denominator, empty where there are none. */
    NavigableMap<Integer, Double> of(Denominator denominator) {
        return series.getOrDefault(denominator, new TreeMap<>());
    }

    /**
     * A denominator over another, from the last year in which both are known; where there is none, by way of generation plus
     * net imports, which every region has.
     */
    Outcome<Double> ratio(Denominator over, Denominator under) {
        if (over == under) {
            return Outcome.of(1.0);
        }
        Optional<Double> direct = directRatio(over, under);
        Denominator bridge = Denominator.GENERATION_PLUS_NET_IMPORTS;
        Optional<Double> bridged = directRatio(over, bridge)
                .flatMap(first -> directRatio(bridge, under).map(second -> first * second));
        return direct.or(() -> bridged)
                .map(Outcome::of)
                .orElseGet(() -> Outcome.refused("no visible edition gives " + over.code() + " of " + region
                        + ", and no year ties it to " + under.code()));
    }

    private Optional<Double> directRatio(Denominator over, Denominator under) {
        return of(over).descendingMap().entrySet().stream()
                .filter(entry -> of(under).containsKey(entry.getKey()))
                .findFirst()
                .map(entry -> entry.getValue() / of(under).get(entry.getKey()));
    }
}
