package org.electrongap.share;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.electrongap.share.simulation.Assumption;
import org.electrongap.share.simulation.BottomUp;
import org.electrongap.share.simulation.PublishedMixture;
import org.electrongap.share.simulation.PublishedValue;
import org.electrongap.share.simulation.ShareComponent;
import org.electrongap.share.simulation.ShareDistribution;
import org.electrongap.share.simulation.YearlyFraction;
import org.electrongap.statistics.Outcome;

/** The rows of out/load_share and out/share_probabilities. */
final class LoadShareRows {

    /** The quantiles that are published; 0.5 is one of them. */
    static final double[] QUANTILES = {.025, .05, .1, .25, .5, .75, .9, .95, .975};

    /** The share that everybody asks about: it is answered, or refused, when no row names a threshold. */
    private static final double EIGHT_PER_CENT = .08;

    private static final String ALL = "all";
    private static final String AI_ONLY = "ai_only";

    private final RegionForecast forecast;
    private final List<Double> thresholds;

    LoadShareRows(RegionForecast forecast) {
        this.forecast = forecast;
        List<Double> visible = forecast.parts().assumptions().family("share_threshold_").values().stream()
                .map(Assumption::value)
                .sorted()
                .toList();
        this.thresholds = visible.isEmpty() ? List.of(EIGHT_PER_CENT) : visible;
    }

    /** Rows of both tables: a distribution is sorted once for both. */
    record Tables(List<Object[]> shares, List<Object[]> probabilities) {}

    /** One year of one component. */
    private record Target(ShareComponent component, int year) {}

    Tables tables() {
        List<Tables> parts = Arrays.stream(ShareComponent.values())
                .flatMap(component ->
                        Arrays.stream(forecast.years().toArray()).mapToObj(year -> new Target(component, year)))
                .toList()
                .parallelStream()
                .map(this::rows)
                .toList();
        return new Tables(
                parts.stream().flatMap(part -> part.shares().stream()).toList(),
                parts.stream().flatMap(part -> part.probabilities().stream()).toList());
    }

    private Tables rows(Target target) {
        Tables tables = new Tables(new ArrayList<>(), new ArrayList<>());
        Optional<ShareDistribution> distribution = forecast.distribution(target.component(), target.year());
        for (Denominator denominator : Denominator.values()) {
            Outcome<Double> ratio = ratio(denominator);
            if (distribution.isEmpty() || ratio.isRefused()) {
                String reason = distribution.isEmpty()
                        ? forecast.refusal(target.component(), target.year())
                        : ratio.reason().orElseThrow();
                tables.shares().add(refused(target, denominator, reason));
                thresholds.forEach(threshold ->
                        tables.probabilities().add(probability(target, denominator, threshold, null, null, reason)));
            } else {
                add(tables, target, denominator, distribution.get(), ratio.orElseThrow());
            }
        }
        return tables;
    }

    private Outcome<Double> ratio(Denominator denominator) {
        return forecast.parts().demand().ratio(denominator, forecast.parts().primary());
    }

    private void add(Tables tables, Target target, Denominator denominator, ShareDistribution shares, double ratio) {
        for (double quantile : QUANTILES) {
            tables.shares().add(value(target, denominator, quantile, shares, ratio));
        }
        for (double threshold : thresholds) {
            double probability = shares.probabilityOfAtLeast(threshold * ratio);
            tables.probabilities()
                    .add(probability(
                            target, denominator, threshold, probability, shares.standardErrorOf(probability), null));
        }
    }

    private Object[] value(
            Target target, Denominator denominator, double quantile, ShareDistribution shares, double ratio) {
        double twh = shares.twh(quantile);
        double averageGw = twh / BottomUp.TWH_PER_GW_YEAR;
        OptionalDouble peakFactor = peakLoadFactor();
        OptionalDouble onSite = onSiteFraction(target.year());
        return cells(
                target,
                denominator,
                quantile,
                shares.share(quantile) / ratio,
                twh,
                target.component() == ShareComponent.BOUNDS ? ShareStatus.BOUNDS : ShareStatus.OK,
                note(target),
                shares.shareStandardError(quantile) / ratio,
                averageGw,
                peakFactor.isPresent() ? averageGw * (1 - onSite.orElse(0)) / peakFactor.getAsDouble() : null,
                Cell.of(peakFactor),
                Cell.of(onSite));
    }

    private Object[] refused(Target target, Denominator denominator, String reason) {
        return cells(target, denominator, .5, null, null, ShareStatus.REFUSED, reason, null, null, null, null, null);
    }

    private Object[] cells(
            Target target,
            Denominator denominator,
            double quantile,
            Double share,
            Double twh,
            ShareStatus status,
            String reason,
            Double standardError,
            Double averageGw,
            Double peakGw,
            Double peakFactor,
            Double onSite) {
        return Stream.concat(
                        Arrays.stream(keys(target, denominator)),
                        Stream.of(
                                quantile,
                                share,
                                twh,
                                isHeadline(target, denominator),
                                forecast.parts().points().get(target.component()),
                                status.code(),
                                reason,
                                standardError,
                                averageGw,
                                peakGw,
                                peakFactor,
                                onSite))
                .toArray();
    }

    private Object[] probability(
            Target target,
            Denominator denominator,
            double threshold,
            Double probability,
            Double standardError,
            String refusal) {
        ShareStatus status = refusal == null ? ShareStatus.OK : ShareStatus.REFUSED;
        return Stream.concat(
                        Arrays.stream(keys(target, denominator)),
                        Stream.of(
                                threshold,
                                probability,
                                standardError,
                                isHeadline(target, denominator),
                                status.code(),
                                refusal))
                .toArray();
    }

    private Object[] keys(Target target, Denominator denominator) {
        return new Object[] {
            forecast.parts().region(),
            target.component() == ShareComponent.BOUNDS ? AI_ONLY : ALL,
            denominator.code(),
            target.component().code(),
            forecast.scenario(),
            target.year()
        };
    }

    private boolean isHeadline(Target target, Denominator denominator) {
        return target.component() == ShareComponent.POOL_WIDENED
                && denominator == forecast.parts().primary()
                && forecast.scenario().equals(Scenario.BASE);
    }

    /** What data centres generate themselves is in their load, and not in what the system must serve at its peak. */
    private OptionalDouble onSiteFraction(int year) {
        return YearlyFraction.of("onsite_generation_fraction", forecast.parts().assumptions())
                .map(fraction -> fraction.central(year))
                .orElse(OptionalDouble.empty());
    }

    private OptionalDouble peakLoadFactor() {
        return forecast.parts()
                .assumptions()
                .find("datacenter_peak_load_factor")
                .map(row -> OptionalDouble.of(row.value()))
                .orElse(OptionalDouble.empty());
    }

    /** How many points of the history are ours; empty where all are the publisher's. */
    private String ownArithmetic() {
        return forecast.parts()
                .history()
                .value()
                .filter(past -> !past.ours().isEmpty())
                .map(past -> "; " + past.ours().size() + " of " + past.years().length
                        + " points are our arithmetic on what the publisher states")
                .orElse("");
    }

    /** Who stands behind the published forecasts of a year; empty where two publishers or more do. */
    private String publishers(int year) {
        return forecast.parts()
                .mixture()
                .map(mixture -> publishers(mixture, year))
                .orElse(null);
    }

    private static String publishers(PublishedMixture mixture, int year) {
        List<PublishedValue> values = mixture.valuesOf(year);
        return switch (values.size()) {
            case 0 -> interpolated(mixture, year);
            case 1 -> "rests on one publisher, " + values.get(0).publisher();
            default -> null;
        };
    }

    /** The two ends of an interpolation; the first may be a load of which no forecast speaks: it is named with its source. */
    static String interpolated(PublishedMixture mixture, int year) {
        Optional<String> base = mixture.base()
                .filter(row -> mixture.valuesBefore(year).isEmpty())
                .map(row -> "the load of " + row.year().getAsInt() + " (" + row.name() + ": " + row.source() + ")");
        if (base.isPresent() && mixture.base().get().year().equals(OptionalInt.of(year))) {
            return "no forecast, but " + base.get();
        }
        Stream<String> ends = Stream.of(
                        base,
                        mixture.valuesBefore(year).map(before -> forecasts(mixture, before)),
                        mixture.valuesAfter(year).map(after -> forecasts(mixture, after)))
                .flatMap(Optional::stream);
        return "interpolated between " + ends.collect(Collectors.joining(" and "));
    }

    private static String forecasts(PublishedMixture mixture, int year) {
        int publishers = mixture.valuesOf(year).size();
        return "forecasts of " + year + " (" + publishers + (publishers == 1 ? " publisher)" : " publishers)");
    }

    /** What a reader of a value must know of it. */
    private String note(Target target) {
        Map<ShareComponent, String> missing = forecast.parts().refusals();
        return switch (target.component()) {
            case BOUNDS -> "a judged fraction of the widened pool: nobody measures the AI part";
            case LOG_LINEAR, LOGIT_SHARE -> "describes the past: not in the pool" + ownArithmetic();
            case BAYES -> ownArithmetic().isEmpty() ? null : ownArithmetic().substring(2);
            case PUBLISHED -> publishers(target.year());
            case POOL, POOL_WIDENED ->
                missing.isEmpty()
                        ? null
                        : "without "
                                + String.join(
                                        ", ",
                                        missing.keySet().stream()
                                                .map(ShareComponent::code)
                                                .toList());
            default -> null;
        };
    }
}
