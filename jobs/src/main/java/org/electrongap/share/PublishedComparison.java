package org.electrongap.share;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.electrongap.share.LoadFigure.Quantity;
import org.electrongap.share.simulation.Assumption;
import org.electrongap.share.simulation.BottomUp;
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
    private final Map<List<Object>, LoadFigure> standing;

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
        this.standing = standing();
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
        Outcome<Double> twh = checked(figure).then(unused -> twh(figure));
        Outcome<ShareDistribution> ours = twh.then(unused -> ours(figure));
        Optional<LoadFigure> previous = previous(figure);
        Optional<Double> previousTwh = previous.flatMap(before -> twh(before).value());
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
            ours.value()
                    .flatMap(distribution -> ownShare(figure, distribution, implied))
                    .orElse(null),
            previousTwh
                    .flatMap(before -> twh.value().map(now -> StrictMath.log(now / before)))
                    .orElse(null),
            ours.isRefused() ? ShareStatus.REFUSED.code() : ShareStatus.OK.code(),
            ours.reason().orElseGet(() -> note(figure)),
            isStanding(figure),
            previous.map(LoadFigure::edition).orElse(null),
            previousTwh.orElse(null)
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

    /** Our median over the total that the publisher implies, else on the denominator that he names. */
    private Optional<Double> ownShare(LoadFigure figure, ShareDistribution ours, Optional<Double> implied) {
        Optional<Double> named =
                figure.quantity() == Quantity.SHARE && !figure.basis().equals("as_published")
                        ? conversion
                                .then(rule -> rule.denominatorOf(figure))
                                .then(denominator -> forecast.parts()
                                        .demand()
                                        .ratio(denominator, forecast.parts().primary()))
                                .map(ratio -> ours.share(.5) / ratio)
                                .value()
                        : Optional.empty();
        return implied.map(total -> ours.twh(.5) / total).or(() -> named);
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

    /** What the same forecast says of another quantity: in the same scenario, or both points of one that is named alike. */
    private OptionalDouble sameForecast(LoadFigure figure, Quantity quantity) {
        if (figure.quantity() == quantity) {
            return figure.centre();
        }
        List<LoadFigure> others = figures().stream()
                .filter(other -> other.quantity() == quantity && !other.isOurs() && isSameTarget(other, figure))
                .toList();
        return Stream.concat(
                        others.stream()
                                .filter(other -> other.scenario().equals(figure.scenario()))
                                .map(LoadFigure::centre),
                        others.stream()
                                .filter(other -> figure.mid().isPresent() && isNamedAlike(other, figure))
                                .map(LoadFigure::mid))
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    private static boolean isSameTarget(LoadFigure one, LoadFigure other) {
        return one.year() == other.year()
                && one.scope().equals(other.scope())
                && Edition.of(one).equals(Edition.of(other));
    }

    /** Whether the name of one scenario goes on where the other's ends, at the end of a word: "high" is not "higher". */
    private static boolean isNamedAlike(LoadFigure one, LoadFigure other) {
        return goesOn(one.scenario(), other.scenario()) || goesOn(other.scenario(), one.scenario());
    }

    private static boolean goesOn(String name, String beginning) {
        return !beginning.isEmpty()
                && name.startsWith(beginning)
                && (name.length() == beginning.length() || !Character.isLetterOrDigit(name.charAt(beginning.length())));
    }

    /** In TWh: as the publisher himself says beside his GW, else by our rules. */
    private Outcome<Double> twh(LoadFigure figure) {
        OptionalDouble own = figure.quantity() == Quantity.POWER_GW
                ? sameForecast(figure, Quantity.DATACENTER_TWH)
                : OptionalDouble.empty();
        return conversion.then(rule -> own.isPresent() ? Outcome.of(own.getAsDouble()) : rule.twh(figure));
    }

    /** The figures of the region that stand for their publisher, edition and year, by that and the scope. */
    private Map<List<Object>, LoadFigure> standing() {
        return figures().stream()
                .collect(Collectors.groupingBy(
                        PublishedComparison::target,
                        Collectors.collectingAndThen(Collectors.toList(), StandingFigure::of)));
    }

    private static List<Object> target(LoadFigure figure) {
        return List.of(Edition.of(figure), figure.year(), figure.scope());
    }

    /**
     * What the publisher's edition before this one said for the same year and scope: in the same quantity where it has one,
     * since a share and a load of one publisher differ by his own denominator. Only for a figure that stands.
     */
    private Optional<LoadFigure> previous(LoadFigure figure) {
        if (!isStanding(figure)) {
            return Optional.empty();
        }
        List<LoadFigure> earlier = figures().stream()
                .filter(LoadFigure::isSound)
                .filter(other -> other.publisher().equals(figure.publisher())
                        && other.year() == figure.year()
                        && other.scope().equals(figure.scope())
                        && Edition.of(other).compareTo(Edition.of(figure)) < 0)
                .toList();
        return earlier.stream().map(Edition::of).max(Comparator.naturalOrder()).map(before -> {
            List<LoadFigure> ofBefore = earlier.stream()
                    .filter(other -> Edition.of(other).equals(before))
                    .toList();
            List<LoadFigure> alike = ofBefore.stream()
                    .filter(other -> other.quantity() == figure.quantity() && !other.isOurs())
                    .toList();
            return StandingFigure.of(alike.isEmpty() ? ofBefore : alike);
        });
    }

    private boolean isStanding(LoadFigure figure) {
        return figure.equals(standing.get(target(figure)));
    }

    private String note(LoadFigure figure) {
        OptionalDouble own = sameForecast(figure, Quantity.DATACENTER_TWH);
        if (figure.quantity() == Quantity.POWER_GW
                && own.isPresent()
                && figure.centre().isPresent()) {
            return String.format(
                    Locale.ROOT,
                    "by the publisher's own TWh, which give its GW a load factor of %.2f",
                    own.getAsDouble()
                            / (BottomUp.TWH_PER_GW_YEAR * figure.centre().getAsDouble()));
        }
        if (figure.isBound()) {
            return "the publisher gives a bound only; it is compared at the bound";
        }
        if (figure.quantity() == Quantity.SHARE && figure.basis().equals("as_published")) {
            return "the publisher names no denominator; it is read as a share of the headline denominator";
        }
        return null;
    }
}
