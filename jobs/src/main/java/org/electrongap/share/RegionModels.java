package org.electrongap.share;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.electrongap.share.simulation.Assumption;
import org.electrongap.share.simulation.Assumptions;
import org.electrongap.share.simulation.BayesTrend;
import org.electrongap.share.simulation.BottomUp;
import org.electrongap.share.simulation.DampedGrowth;
import org.electrongap.share.simulation.DistributionKind;
import org.electrongap.share.simulation.InvalidAssumptionsException;
import org.electrongap.share.simulation.LineRegression;
import org.electrongap.share.simulation.LinearPool;
import org.electrongap.share.simulation.LoadComponent;
import org.electrongap.share.simulation.LoadModel;
import org.electrongap.share.simulation.OtherLoad;
import org.electrongap.share.simulation.PublishedMixture;
import org.electrongap.share.simulation.ShareComponent;
import org.electrongap.share.simulation.SupplyCeiling;
import org.electrongap.share.simulation.TrendOfLoad;
import org.electrongap.share.simulation.TrendOfShare;
import org.electrongap.share.simulation.VintageFloor;
import org.electrongap.share.simulation.YearlyFraction;
import org.electrongap.statistics.Outcome;

/** Puts the model of a region together from evidence and assumptions; what cannot be had is a refusal with its reason. */
final class RegionModels {

    /** A year with fewer published forecasts is interpolated: one publisher alone would be the whole component. */
    private static final int FEWEST_FORECASTS = 2;

    /** The weights and the floor of the pool: without them there is no headline. */
    private static final List<String> NEEDED = List.of(
            "weight_bayes",
            "weight_damped_growth",
            "weight_bottom_up",
            "weight_published",
            "vintage_log_error_5_years");

    /** What growth from a base year rests on. */
    static final List<String> GROWTH =
            List.of("datacenter_load_base", "growth_initial", "growth_damping", "growth_final", "growth_noise");

    private final Evidence evidence;
    private final Regressions regressions;

    /** The line of y in the years, as spark-mllib fits it. */
    interface Regressions {
        Outcome<LineRegression> fit(int[] years, double[] y);
    }

    RegionModels(Evidence evidence, Regressions regressions) {
        this.evidence = evidence;
        this.regressions = regressions;
    }

    /** The models of other evidence. */
    RegionModels on(Evidence other) {
        return new RegionModels(other, regressions);
    }

    /** The model of a region with those assumptions. */
    ModelParts of(String region, Assumptions assumptions) {
        return new Build(region, assumptions).parts();
    }

    /** The building of one model. */
    private final class Build {

        private final String region;
        private final Assumptions assumptions;
        private final Outcome<LoadHistory> history;
        private final Optional<LoadFigure> newest;
        private final DemandHistory demand;
        private final List<LoadComponent> components = new ArrayList<>();
        private final Map<ShareComponent, String> refusals = new EnumMap<>(ShareComponent.class);
        private final Map<ShareComponent, Integer> points = new EnumMap<>(ShareComponent.class);
        private ForecastSelection forecasts = new ForecastSelection(List.of(), List.of());

        Build(String region, Assumptions assumptions) {
            this.region = region;
            this.assumptions = assumptions;
            this.history = LoadHistory.of(evidence, region);
            this.newest = LoadHistory.newestEstimate(evidence, region);
            this.demand = DemandHistory.of(evidence, region);
        }

        ModelParts parts() {
            OtherLoadEstimate estimate = new OtherLoadEstimate(evidence, region, assumptions, demand);
            Outcome<LoadModel> model = estimate.otherLoad().then(other -> model(other, estimate.denominator()));
            return new ModelParts(
                    region,
                    assumptions,
                    history,
                    newest,
                    demand,
                    estimate.denominator(),
                    forecasts,
                    model,
                    refusals,
                    points);
        }

        private Outcome<LoadModel> model(OtherLoad other, Denominator primary) {
            trends(primary);
            add(ShareComponent.BAYES, this::bayes);
            add(ShareComponent.DAMPED_GROWTH, () -> grown(() -> DampedGrowth.of(assumptions)));
            add(
                    ShareComponent.BOTTOM_UP,
                    () -> grown(() -> BottomUp.of(assumptions, RegisteredPipeline.of(evidence, region, assumptions))));
            add(ShareComponent.PUBLISHED, () -> published(other, primary));
            Optional<SupplyCeiling> ceiling = ceiling();
            if (lastObservedYear().isEmpty()) {
                return Outcome.refused("no sound estimate of the data-centre load of " + region + " is known");
            }
            List<String> invisible =
                    NEEDED.stream().filter(name -> !assumptions.has(name)).toList();
            if (!invisible.isEmpty()) {
                return Outcome.refused("assumptions that are not visible on that day: " + String.join(", ", invisible));
            }
            VintageFloor floor = new VintageFloor(
                    assumptions.require("vintage_log_error_5_years").value(),
                    lastObservedYear().getAsInt());
            return Outcome.of(new LoadModel(
                    other,
                    components,
                    ceiling,
                    LinearPool.of(assumptions),
                    floor,
                    YearlyFraction.of("ai_only_fraction", assumptions)));
        }

        private Outcome<LoadComponent> grown(Supplier<LoadComponent> component) {
            Optional<String> reason = noGrowth();
            return reason.isPresent() ? Outcome.refused(reason.get()) : Outcome.of(component.get());
        }

        private OptionalInt lastObservedYear() {
            return history.value()
                    .map(past -> OptionalInt.of(past.newest().year()))
                    .orElseGet(() ->
                            newest.map(figure -> OptionalInt.of(figure.year())).orElse(OptionalInt.empty()));
        }

        private void trends(Denominator primary) {
            add(
                    ShareComponent.LOG_LINEAR,
                    () -> history.then(past -> {
                        points.put(ShareComponent.LOG_LINEAR, past.years().length);
                        Outcome<LineRegression> other = otherTrend(past, primary);
                        return regressions
                                .fit(past.years(), BayesTrend.logs(past.twh()))
                                .then(line -> other.map(otherLine ->
                                        new TrendOfLoad(ShareComponent.LOG_LINEAR, line, Optional.of(otherLine))));
                    }));
            add(ShareComponent.LOGIT_SHARE, () -> history.then(past -> shareTrend(past, primary)));
        }

        /** ln of the demand that is no data centre, on the headline denominator. */
        private Outcome<LineRegression> otherTrend(LoadHistory past, Denominator primary) {
            NavigableMap<Integer, Double> total = demand.of(Denominator.GENERATION_PLUS_NET_IMPORTS);
            int[] years = common(past, total);
            double[] logs = new double[years.length];
            return demand.ratio(primary, Denominator.GENERATION_PLUS_NET_IMPORTS)
                    .then(ratio -> {
                        for (int i = 0; i < years.length; i++) {
                            double other = total.get(years[i]) * ratio - twhIn(past, years[i]);
                            if (!(other > 0)) {
                                return Outcome.refused(exceeds(years[i]));
                            }
                            logs[i] = StrictMath.log(other);
                        }
                        return regressions.fit(years, logs);
                    });
        }

        private Outcome<LoadComponent> shareTrend(LoadHistory past, Denominator primary) {
            NavigableMap<Integer, Double> total = demand.of(Denominator.GENERATION_PLUS_NET_IMPORTS);
            int[] years = common(past, total);
            double[] logits = new double[years.length];
            for (int i = 0; i < years.length; i++) {
                double load = twhIn(past, years[i]);
                if (!(load < total.get(years[i]))) {
                    return Outcome.refused(exceeds(years[i]));
                }
                logits[i] = StrictMath.log(load / (total.get(years[i]) - load));
            }
            points.put(ShareComponent.LOGIT_SHARE, years.length);
            return regressions
                    .fit(years, logits)
                    .then(line -> demand.ratio(Denominator.GENERATION_PLUS_NET_IMPORTS, primary)
                            .map(ratio -> new TrendOfShare(line, ratio)));
        }

        private Outcome<LoadComponent> bayes() {
            return history.map(past -> {
                points.put(ShareComponent.BAYES, past.years().length);
                LineRegression posterior = BayesTrend.prior(BayesPriorLevel.of(assumptions, past))
                        .updated(past.years(), BayesTrend.logs(past.twh()));
                return new TrendOfLoad(ShareComponent.BAYES, posterior, Optional.empty());
            });
        }

        private Outcome<LoadComponent> published(OtherLoad other, Denominator primary) {
            double error = assumptions.require("published_log_error").value();
            TwhConversion conversion = new TwhConversion(
                    other, demand, primary, assumptions.find("load_factor").map(Assumption::value));
            forecasts = ForecastSelection.of(evidence, region, conversion, error);
            points.put(ShareComponent.PUBLISHED, forecasts.values().size());
            if (forecasts.values().isEmpty()) {
                return Outcome.refused("no published forecast of " + region + " can be turned into TWh");
            }
            return Outcome.of(PublishedMixture.of(
                    forecasts.values(),
                    fewest(),
                    assumptions.find("datacenter_load_base").or(() -> base(error))));
        }

        /** Where no year has two publishers, one is all there is. */
        private int fewest() {
            Map<Integer, Long> counts = forecasts.values().stream()
                    .collect(java.util.stream.Collectors.groupingBy(
                            value -> value.year(), java.util.stream.Collectors.counting()));
            return counts.values().stream().anyMatch(count -> count >= FEWEST_FORECASTS) ? FEWEST_FORECASTS : 1;
        }

        private Optional<Assumption> base(double logError) {
            return newest.map(figure -> new Assumption(
                    "datacenter_load_base",
                    OptionalInt.of(figure.year()),
                    figure.mid().getAsDouble(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    DistributionKind.LOGNORMAL,
                    OptionalDouble.of(logError),
                    OptionalDouble.empty(),
                    "TWh",
                    figure.publisher() + " " + figure.edition()));
        }

        private Optional<SupplyCeiling> ceiling() {
            try {
                return Optional.of(SupplyCeiling.of(assumptions));
            } catch (InvalidAssumptionsException e) {
                refusals.put(ShareComponent.SUPPLY_CEILING, notKnown(e));
                return Optional.empty();
            }
        }

        private void add(ShareComponent component, Supplier<Outcome<? extends LoadComponent>> made) {
            try {
                Outcome<? extends LoadComponent> outcome = made.get();
                outcome.value().ifPresent(components::add);
                outcome.reason().ifPresent(reason -> refusals.put(component, reason));
            } catch (InvalidAssumptionsException e) {
                refusals.put(component, notKnown(e));
            }
        }

        private String notKnown(InvalidAssumptionsException fault) {
            return "no row for " + region + " that is visible on that day: " + String.join("; ", fault.faults());
        }

        /** The refusal of a component that needs growth which nobody has judged for the region; empty where it is there. */
        private Optional<String> noGrowth() {
            List<String> missing =
                    GROWTH.stream().filter(name -> !assumptions.has(name)).toList();
            return missing.isEmpty()
                    ? Optional.empty()
                    : Optional.of("no assumption " + String.join(", ", missing) + " of " + region
                            + " is visible on that day: nothing that was read supports one, and a row given with"
                            + " --assumptions makes it");
        }

        private String exceeds(int year) {
            return "the data-centre load of " + region + " in " + year + " is not below its demand";
        }

        private static int[] common(LoadHistory past, NavigableMap<Integer, Double> total) {
            return java.util.Arrays.stream(past.years())
                    .filter(total::containsKey)
                    .toArray();
        }

        private static double twhIn(LoadHistory past, int year) {
            for (int i = 0; i < past.years().length; i++) {
                if (past.years()[i] == year) {
                    return past.twh()[i];
                }
            }
            throw new IllegalArgumentException("the history has no year " + year);
        }
    }
}
