package org.electrongap.share;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.electrongap.share.LoadFigure.Quantity;
import org.electrongap.share.simulation.Assumption;
import org.electrongap.share.simulation.LoadModel;
import org.electrongap.share.simulation.ShareComponent;
import org.electrongap.share.simulation.ShareDistribution;
import org.electrongap.statistics.Outcome;

/**
 * Every published forecast beside ours: turned into TWh and into a share of our denominator, its distance from our median in
 * log points and its place in our distribution; refused where it measures something else. A publisher's row names the
 * edition before it and how far it moved.
 */
final class PublishedComparison {

    private final Evidence evidence;
    private final RegionForecast forecast;
    private final Outcome<TwhConversion> conversion;

    private PublishedComparison(Evidence evidence, RegionForecast forecast) {
        this.evidence = evidence;
        this.forecast = forecast;
        ModelParts parts = forecast.parts();
        this.conversion = parts.model()
                .map(LoadModel::otherLoad)
                .map(other -> new TwhConversion(
                        other,
                        parts.demand(),
                        parts.primary(),
                        parts.assumptions().find("load_factor").map(Assumption::value)));
    }

    /** The rows of out/published_comparison of a region. */
    static List<Object[]> rows(Evidence evidence, RegionForecast forecast) {
        PublishedComparison comparison = new PublishedComparison(evidence, forecast);
        List<Object[]> rows = new ArrayList<>();
        for (LoadFigure figure : comparison.figures()) {
            rows.add(comparison.row(figure));
        }
        return rows;
    }

    private List<LoadFigure> figures() {
        return evidence.forecasts().stream()
                .filter(figure -> figure.region().equals(forecast.parts().region()))
                .toList();
    }

    private Object[] row(LoadFigure figure) {
        Outcome<Double> twh = checked(figure).then(unused -> conversion).then(rule -> rule.twh(figure));
        Outcome<ShareDistribution> ours = twh.then(unused -> ours(figure));
        Optional<Double> previous = previousTwh(figure);
        Optional<Double> implied = impliedDenominatorTwh(figure);
        return new Object[] {
            figure.region(),
            figure.publisher(),
            figure.title(),
            figure.edition(),
            java.sql.Date.valueOf(figure.published()),
            figure.year(),
            figure.quantity().name().toLowerCase(java.util.Locale.ROOT),
            figure.scenario(),
            figure.scope(),
            figure.basis(),
            figure.grade(),
            Cell.of(figure.low()),
            Cell.of(figure.mid()),
            Cell.of(figure.high()),
            figure.isOurs(),
            forecast.parts().forecasts().chosen().contains(figure),
            twh.value().orElse(null),
            twh.value().map(load -> shareOf(load, figure.year())).orElse(null),
            ours.value().map(distribution -> distribution.share(.5)).orElse(null),
            ours.value().map(distribution -> distribution.twh(.5)).orElse(null),
            ours.value()
                    .map(distribution -> StrictMath.log(twh.orElseThrow() / distribution.twh(.5)))
                    .orElse(null),
            ours.value()
                    .map(distribution -> distribution.probabilityOfLoadBelow(twh.orElseThrow()))
                    .orElse(null),
            implied.orElse(null),
            implied.flatMap(total -> ours.value().map(distribution -> distribution.twh(.5) / total))
                    .orElse(null),
            previous.flatMap(before -> twh.value().map(now -> StrictMath.log(now / before)))
                    .orElse(null),
            ours.isRefused() ? ShareStatus.REFUSED.code() : ShareStatus.OK.code(),
            ours.reason().orElse(note(figure))
        };
    }

    /** Whether a figure measures what we forecast. */
    private Outcome<LoadFigure> checked(LoadFigure figure) {
        if (!figure.isOfScope("all") && !figure.isOfScope("ai_only")) {
            return Outcome.refused(
                    "it measures " + figure.scope().replace('_', ' ') + ", not the load of all data centres");
        }
        if (figure.scenario().startsWith("additions")) {
            return Outcome.refused("it speaks of additions, not of the total");
        }
        if (!figure.isSound()) {
            return Outcome.refused("its grade is " + figure.grade() + ": it is compared with nothing");
        }
        if (figure.year() < forecast.years().first()
                || figure.year() > forecast.years().last()) {
            return Outcome.refused("its year lies outside " + forecast.years().first() + " to "
                    + forecast.years().last());
        }
        return Outcome.of(figure);
    }

    private Outcome<ShareDistribution> ours(LoadFigure figure) {
        ShareComponent component = figure.isOfScope("ai_only") ? ShareComponent.BOUNDS : ShareComponent.POOL_WIDENED;
        return forecast.distribution(component, figure.year())
                .map(Outcome::of)
                .orElseGet(() -> Outcome.refused(forecast.refusal(component, figure.year())));
    }

    private double shareOf(double twh, int year) {
        double other = conversion.orElseThrow().otherLoad().centralTwh(year);
        return twh / (twh + other);
    }

    /** The total that the publisher's own TWh and share of the same edition, year and scenario imply. */
    private Optional<Double> impliedDenominatorTwh(LoadFigure figure) {
        if (figure.quantity() != Quantity.SHARE && figure.quantity() != Quantity.DATACENTER_TWH) {
            return Optional.empty();
        }
        OptionalDouble share = sameForecast(figure, Quantity.SHARE);
        OptionalDouble twh = sameForecast(figure, Quantity.DATACENTER_TWH);
        return share.isPresent() && twh.isPresent() && share.getAsDouble() > 0
                ? Optional.of(twh.getAsDouble() / share.getAsDouble())
                : Optional.empty();
    }

    private OptionalDouble sameForecast(LoadFigure figure, Quantity quantity) {
        return figures().stream()
                .filter(other -> other.quantity() == quantity
                        && !other.isOurs()
                        && other.year() == figure.year()
                        && other.publisher().equals(figure.publisher())
                        && other.edition().equals(figure.edition())
                        && other.scope().equals(figure.scope())
                        && (other.scenario().equals(figure.scenario())
                                || forecast.parts().forecasts().chosen().contains(figure)))
                .map(LoadFigure::centre)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    /** What the publisher's edition before this one said of the year, in TWh; only for the figure that stands for it. */
    private Optional<Double> previousTwh(LoadFigure figure) {
        if (!ForecastSelection.isEligible(figure) || conversion.isRefused()) {
            return Optional.empty();
        }
        Map<String, List<LoadFigure>> editions = figures().stream()
                .filter(ForecastSelection::isEligible)
                .filter(other ->
                        other.year() == figure.year() && other.publisher().equals(figure.publisher()))
                .filter(other -> !conversion.orElseThrow().twh(other).isRefused())
                .collect(Collectors.groupingBy(
                        other -> other.published() + "|" + other.edition(), TreeMap::new, Collectors.toList()));
        List<LoadFigure> trail =
                editions.values().stream().map(PublishedComparison::standing).toList();
        int place = trail.indexOf(figure);
        return place < 1
                ? Optional.empty()
                : conversion.orElseThrow().twh(trail.get(place - 1)).value();
    }

    private static LoadFigure standing(List<LoadFigure> edition) {
        return edition.stream()
                .min(Comparator.comparing(LoadFigure::quantity)
                        .thenComparing(other -> other.mid().isEmpty())
                        .thenComparing(LoadFigure::scenario))
                .orElseThrow();
    }

    private static String note(LoadFigure figure) {
        if (figure.isBound()) {
            return "the publisher gives a bound only; it is compared at the bound";
        }
        if (figure.quantity() == Quantity.SHARE && figure.basis().equals("as_published")) {
            return "the publisher names no denominator; it is read as a share of the headline denominator";
        }
        return null;
    }
}
