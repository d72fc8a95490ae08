package org.electrongap.share;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.electrongap.statistics.Outcome;

/**
 * One publisher's estimates of past data-centre load in one edition: never two editions, never two publishers.
 *
 * @param origin who and when
 * @param years years in order
 * @param twh TWh of each
 * @param ours years whose figure is our arithmetic on what the publisher states
 * @param newest the publisher's estimate of the last year in any visible edition: it dates the last observed year
 */
record LoadHistory(Edition origin, int[] years, double[] twh, Set<Integer> ours, LoadFigure newest) {

    /** Fewer points give no standard error. */
    static final int FEWEST = 3;

    /**
     * The newest visible edition with at least three sound estimates of a region, scope all, of the publisher that the order
     * of sources prefers.
     */
    static Outcome<LoadHistory> of(Evidence evidence, String region) {
        return of(evidence, region, FEWEST);
    }

    /** The newest visible edition with at least so many sound estimates of a region, scope all. */
    static Outcome<LoadHistory> of(Evidence evidence, String region, int fewest) {
        Map<String, List<LoadFigure>> editions = estimates(evidence, region).stream()
                .filter(figure -> !evidence.isDoubtful(figure))
                .collect(Collectors.groupingBy(
                        figure -> figure.published() + "|" + figure.edition() + "|" + figure.publisher() + "|"
                                + figure.title(),
                        TreeMap::new,
                        Collectors.toList()));
        Optional<List<LoadFigure>> chosen = editions.values().stream()
                .filter(points -> yearsOf(points) >= fewest)
                .reduce((older, newer) -> evidence.rank(newer.get(0)) <= evidence.rank(older.get(0)) ? newer : older);
        int most =
                editions.values().stream().mapToInt(LoadHistory::yearsOf).max().orElse(0);
        return chosen.map(points -> Outcome.of(history(ownIfEnough(points, fewest), estimates(evidence, region))))
                .orElseGet(() -> Outcome.refused("no edition of one publisher has " + fewest
                        + " sound yearly estimates of " + region + "; the best has " + most));
    }

    /** The newest sound estimate of a region by {@link #newestOf}. */
    static Optional<LoadFigure> newestEstimate(Evidence evidence, String region) {
        return newestOf(evidence, estimates(evidence, region));
    }

    /**
     * Of several estimates that of the preferred publisher, and of it the one of the last year; one that we computed only
     * where there is no other.
     */
    static Optional<LoadFigure> newestOf(Evidence evidence, List<LoadFigure> estimates) {
        return estimates.stream()
                .max(Comparator.comparing((LoadFigure figure) -> !figure.isOurs())
                        .thenComparing(figure -> -evidence.rank(figure))
                        .thenComparingInt(LoadFigure::year)
                        .thenComparing(LoadFigure::published)
                        .thenComparing(LoadFigure::publisher));
    }

    /** Sound TWh estimates of the whole load of a region. */
    static List<LoadFigure> estimates(Evidence evidence, String region) {
        return evidence.loads().stream()
                .filter(figure -> figure.region().equals(region)
                        && figure.kind().equals(LoadFigure.ESTIMATE)
                        && figure.isOfScope("all")
                        && figure.quantity() == LoadFigure.Quantity.DATACENTER_TWH
                        && figure.mid().getAsDouble() > 0
                        && !figure.isCompilation()
                        && figure.isSound())
                .toList();
    }

    private static int yearsOf(List<LoadFigure> points) {
        return (int) points.stream().mapToInt(LoadFigure::year).distinct().count();
    }

    String publisher() {
        return origin.publisher();
    }

    String edition() {
        return origin.edition();
    }

    /** Publisher and edition, for people. */
    String label() {
        return origin.label();
    }

    /** The publisher's own figures; with those that are our arithmetic only where they alone are too few. */
    private static List<LoadFigure> ownIfEnough(List<LoadFigure> points, int fewest) {
        List<LoadFigure> own =
                points.stream().filter(figure -> !figure.isOurs()).toList();
        return yearsOf(own) >= fewest ? own : points;
    }

    private static LoadHistory history(List<LoadFigure> points, List<LoadFigure> all) {
        LoadFigure first = points.get(0);
        LoadFigure newest = all.stream()
                .filter(figure -> figure.publisher().equals(first.publisher()))
                .max(Comparator.comparingInt(LoadFigure::year).thenComparing(LoadFigure::published))
                .orElseThrow();
        return new LoadHistory(
                Edition.of(first),
                points.stream().mapToInt(LoadFigure::year).toArray(),
                points.stream()
                        .mapToDouble(figure -> figure.mid().getAsDouble())
                        .toArray(),
                points.stream()
                        .filter(LoadFigure::isOurs)
                        .map(LoadFigure::year)
                        .collect(Collectors.toUnmodifiableSet()),
                newest);
    }
}
