package org.electrongap.share;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came: the newest sound estimate of a past year by the publisher of the load history. Between two estimates of one
 * edition it is interpolated in the logarithm, and says so; editions are never mixed.
 *
 * @param year the year
 * @param twh data-centre load
 * @param basis publisher and edition, and whether interpolated
 */
record ObservedLoad(int year, double twh, String basis) {

    /** The observation of a year; empty where no edition reaches it. */
    static Optional<ObservedLoad> of(List<LoadFigure> estimates, String publisher, int year) {
        Map<String, List<LoadFigure>> editions = estimates.stream()
                .filter(figure -> figure.publisher().equals(publisher))
                .sorted(Comparator.comparingInt(LoadFigure::year))
                .collect(Collectors.groupingBy(
                        figure -> figure.published() + "|" + figure.edition(), TreeMap::new, Collectors.toList()));
        Optional<ObservedLoad> found = Optional.empty();
        for (List<LoadFigure> edition : editions.values()) {
            Optional<ObservedLoad> newer = within(edition, year);
            boolean better = newer.isPresent()
                    && (found.isEmpty()
                            || isExact(edition, year)
                            || !found.get().isExact());
            found = better ? newer : found;
        }
        return found;
    }

    /** Words for a figure that is ours. */
    private static String arithmetic(List<LoadFigure> edition, int first, int last) {
        return edition.stream().anyMatch(figure -> figure.isOurs() && (figure.year() == first || figure.year() == last))
                ? ", our arithmetic on what it states"
                : "";
    }

    private boolean isExact() {
        return !basis.contains("interpolated");
    }

    private static boolean isExact(List<LoadFigure> edition, int year) {
        return edition.stream().anyMatch(figure -> figure.year() == year);
    }

    private static Optional<ObservedLoad> within(List<LoadFigure> edition, int year) {
        NavigableMap<Integer, Double> byYear = new TreeMap<>();
        edition.forEach(figure -> byYear.put(figure.year(), figure.mid().getAsDouble()));
        String label =
                edition.get(0).publisher() + ", edition " + edition.get(0).edition();
        if (byYear.containsKey(year)) {
            return Optional.of(new ObservedLoad(year, byYear.get(year), label + arithmetic(edition, year, year)));
        }
        Map.Entry<Integer, Double> before = byYear.floorEntry(year);
        Map.Entry<Integer, Double> after = byYear.ceilingEntry(year);
        if (before == null || after == null) {
            return Optional.empty();
        }
        double weight = (year - before.getKey()) / (double) (after.getKey() - before.getKey());
        double log = StrictMath.log(before.getValue()) + weight * StrictMath.log(after.getValue() / before.getValue());
        return Optional.of(new ObservedLoad(
                year,
                StrictMath.exp(log),
                label + ", interpolated between " + before.getKey() + " and " + after.getKey()
                        + arithmetic(edition, before.getKey(), after.getKey())));
    }
}
