package org.electrongap.share;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.electrongap.share.simulation.PublishedValue;
import org.electrongap.statistics.Outcome;

/**
 * The published forecasts of a region that may enter the pool: of each publisher and target year the newest edition, and of
 * it one figure, the most direct first (TWh, then share, then power). What we derived, recalled figures, single articles,
 * compilations and other scopes than the whole load stay out.
 *
 * @param chosen the figure of each publisher and year
 * @param values the same in TWh, as far as they can be turned into it
 */
record ForecastSelection(List<LoadFigure> chosen, List<PublishedValue> values) {

    /** Half the distance between the 10 % and the 90 % quantile of a standard normal variable. */
    private static final double TENTH = 1.2815515655446004;

    /** The selection. */
    static ForecastSelection of(Evidence evidence, String region, TwhConversion conversion, double logError) {
        Map<String, List<LoadFigure>> byTarget = evidence.forecasts().stream()
                .filter(figure -> figure.region().equals(region))
                .filter(figure -> isEligible(figure))
                .filter(figure -> !conversion.twh(figure).isRefused())
                .collect(Collectors.groupingBy(
                        figure -> figure.publisher() + "|" + figure.year(), TreeMap::new, Collectors.toList()));
        List<LoadFigure> chosen = new ArrayList<>();
        List<PublishedValue> values = new ArrayList<>();
        byTarget.values().forEach(figures -> {
            LoadFigure figure = StandingFigure.of(ofNewestEdition(figures));
            chosen.add(figure);
            values.add(value(figure, figures, conversion, logError));
        });
        return new ForecastSelection(List.copyOf(chosen), List.copyOf(values));
    }

    /** Whether a figure may enter the pool at all. */
    static boolean isEligible(LoadFigure figure) {
        return figure.isSound()
                && !figure.isOurs()
                && !figure.isCompilation()
                && figure.isOfScope("all")
                && figure.quantity() != LoadFigure.Quantity.GROWTH
                && !figure.scenario().startsWith("additions")
                && figure.centre().orElse(0) > 0;
    }

    /** The figures of the edition that was published last; there is at least one. */
    static List<LoadFigure> ofNewestEdition(List<LoadFigure> figures) {
        LoadFigure last = figures.stream()
                .max(Comparator.comparing(LoadFigure::published).thenComparing(LoadFigure::edition))
                .orElseThrow();
        return figures.stream()
                .filter(figure -> figure.edition().equals(last.edition())
                        && figure.published().equals(last.published()))
                .toList();
    }

    private static PublishedValue value(
            LoadFigure figure, List<LoadFigure> figures, TwhConversion conversion, double logError) {
        double range = ofNewestEdition(figures).stream()
                .filter(other -> other.quantity() == figure.quantity())
                .filter(other -> other.low().orElse(0) > 0 && other.high().isPresent())
                .mapToDouble(other ->
                        StrictMath.log(other.high().getAsDouble() / other.low().getAsDouble()) / (2 * TENTH))
                .max()
                .orElse(0);
        Outcome<Double> twh = conversion.twh(figure);
        return new PublishedValue(figure.publisher(), figure.year(), twh.orElseThrow(), Math.max(logError, range));
    }
}
