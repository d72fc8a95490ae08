package org.electrongap.share;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came: the newest sound estimate of a past year by the publisher of the load history. Between two estimates of one
 * edition it is interpolated in the logarithm, and says so; editions are never mixed.
 *
 * @param year the year
 * @param twh data-centre load
 * @param basis publisher and edition, and whether interpolated
 * @param isOurs whether it rests on our arithmetic: it does not weigh as what the publisher states
 */
record ObservedLoad(int year, double twh, String basis, boolean isOurs) {

    private static final String ARITHMETIC = ", our arithmetic on what it states";

    /** The observation of a year; empty where no edition reaches it. */
    static Optional<ObservedLoad> of(List<LoadFigure> estimates, String publisher, int year) {
        Map<String, List<LoadFigure>> editions = estimates.stream()
                .filter(figure -> figure.publisher().equals(publisher))
                .sorted(Comparator.comparingInt(LoadFigure::year).thenComparing(figure -> !figure.isOurs()))
                .collect(Collectors.groupingBy(
                        figure -> figure.published() + "|" + figure.edition(), TreeMap::new, Collectors.toList()));
        Optional<ObservedLoad> found = Optional.empty();
        for (List<LoadFigure> edition : editions.values()) {
            Optional<ObservedLoad> newer = within(edition, year);
            found = newer.isPresent() && (found.isEmpty() || !found.get().isBetterThan(newer.get())) ? newer : found;
        }
        return found;
    }

    /** The publisher's own stays before ours, then a figure of the year before one between two years. */
    private boolean isBetterThan(ObservedLoad newer) {
        return isOurs == newer.isOurs ? isExact() && !newer.isExact() : newer.isOurs;
    }

    private boolean isExact() {
        return !basis.contains("interpolated");
    }

    private static ObservedLoad of(int year, double twh, String label, Stream<LoadFigure> figures) {
        boolean ours = figures.anyMatch(LoadFigure::isOurs);
        return new ObservedLoad(year, twh, label + (ours ? ARITHMETIC : ""), ours);
    }

    private static Optional<ObservedLoad> within(List<LoadFigure> edition, int year) {
        NavigableMap<Integer, LoadFigure> byYear = new TreeMap<>();
        edition.forEach(figure -> byYear.put(figure.year(), figure));
        String label =
                edition.get(0).publisher() + ", edition " + edition.get(0).edition();
        if (byYear.containsKey(year)) {
            LoadFigure figure = byYear.get(year);
            return Optional.of(of(year, figure.mid().getAsDouble(), label, Stream.of(figure)));
        }
        Map.Entry<Integer, LoadFigure> before = byYear.floorEntry(year);
        Map.Entry<Integer, LoadFigure> after = byYear.ceilingEntry(year);
        if (before == null || after == null) {
            return Optional.empty();
        }
        return Optional.of(of(
                year,
                between(before.getValue(), after.getValue(), year),
                label + ", interpolated between " + before.getKey() + " and " + after.getKey(),
                Stream.of(before.getValue(), after.getValue())));
    }

    private static double between(LoadFigure before, LoadFigure after, int year) {
        double first = before.mid().getAsDouble();
        double weight = (year - before.year()) / (double) (after.year() - before.year());
        return StrictMath.exp(
                StrictMath.log(first) + weight * StrictMath.log(after.mid().getAsDouble() / first));
    }
}
