package org.electrongap.share;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.electrongap.share.simulation.Assumption;
import org.electrongap.share.simulation.Assumptions;
import org.electrongap.share.simulation.BayesTrend;
import org.electrongap.share.simulation.BottomUp;
import org.electrongap.share.simulation.DampedGrowth;
import org.electrongap.share.simulation.LineRegression;
import org.electrongap.share.simulation.LoadComponent;
import org.electrongap.share.simulation.LoadModel;
import org.electrongap.share.simulation.PipelineStage;
import org.electrongap.share.simulation.PublishedValue;
import org.electrongap.share.simulation.ShareComponent;
import org.electrongap.share.simulation.ShareDistribution;
import org.electrongap.share.simulation.TrendOfLoad;

/** The way from the inputs to the headline of a year, step by step. */
final class Explanation {

    private final RegionForecast forecast;
    private final ModelParts parts;
    private final int year;
    private final List<Object[]> rows = new ArrayList<>();

    private Explanation(RegionForecast forecast, int year) {
        this.forecast = forecast;
        this.parts = forecast.parts();
        this.year = year;
    }

    /** The rows of out/share_explanation of a region and a year. */
    static List<Object[]> rows(RegionForecast forecast, int year) {
        Explanation explanation = new Explanation(forecast, year);
        explanation.parts.model().value().ifPresent(explanation::all);
        explanation
                .parts
                .model()
                .reason()
                .ifPresent(reason -> explanation.step("model", "refused", null, null, reason));
        return explanation.rows;
    }

    private void all(LoadModel model) {
        history();
        otherLoad(model);
        bayes();
        model.components().forEach(this::regression);
        growth(model);
        pipeline(model);
        published();
        parts.refusals().forEach((component, reason) -> step("missing", component.code(), null, null, reason));
        for (ShareComponent component : ShareComponent.values()) {
            forecast.distribution(component, year).ifPresent(shares -> component(component, shares));
        }
        weights(model);
        ceiling();
        floor(model);
        denominators();
        chances();
        if (forecast.distribution(ShareComponent.POOL_WIDENED, year).isEmpty()) {
            step("answer", "refused", null, null, "no component with a weight reaches " + year);
        }
    }

    private void history() {
        parts.history().value().ifPresent(past -> {
            for (int i = 0; i < past.years().length; i++) {
                String ours = past.ours().contains(past.years()[i]) ? ", our arithmetic on what it states" : "";
                step("load history", String.valueOf(past.years()[i]), past.twh()[i], "TWh", past.label() + ours);
            }
            step(
                    "load history",
                    "last observed year",
                    (double) past.newest().year(),
                    "year",
                    past.newest().publisher() + ", edition " + past.newest().edition() + ": "
                            + past.newest().mid().getAsDouble() + " TWh");
        });
    }

    private void otherLoad(LoadModel model) {
        Assumption level = model.otherLoad().levelTwh();
        Assumption growth = model.otherLoad().growthPerYear();
        step("other load", "level in " + model.otherLoad().baseYear(), level.value(), "TWh", level.source());
        step("other load", "growth", growth.value(), "per_year", growth.source());
        step("other load", "in " + year, model.otherLoad().centralTwh(year), "TWh", "level x (1 + growth)^years");
    }

    private void regression(LoadComponent component) {
        if (component instanceof TrendOfLoad trend) {
            LineRegression line = trend.logTwh();
            boolean pooled = trend.component() == ShareComponent.BAYES;
            step(
                    "regression",
                    trend.component().code() + " slope",
                    line.slope(),
                    "log_per_year",
                    pooled
                            ? "of ln TWh, prior and history together"
                            : "of ln TWh; describes the past, not in the pool");
            step(
                    "regression",
                    trend.component().code() + " prediction",
                    StrictMath.exp(line.prediction(year)),
                    "TWh",
                    "exp of the line; Student t with " + digits(line.degreesOfFreedom()) + " degrees of freedom, scale "
                            + digits(line.predictionScale(year)) + " in the logarithm");
        }
    }

    private void bayes() {
        parts.history()
                .value()
                .filter(past -> !parts.refusals().containsKey(ShareComponent.BAYES))
                .ifPresent(past -> {
                    Assumptions used = BayesPriorLevel.of(parts.assumptions(), past);
                    Assumption level = used.require("bayes_prior_level");
                    LineRegression prior = BayesTrend.prior(used);
                    step("prior", "level", level.value(), "TWh", level.source());
                    step(
                            "prior",
                            "growth",
                            prior.slope(),
                            "log_per_year",
                            used.require("bayes_prior_growth").source());
                });
    }

    private void growth(LoadModel model) {
        model.components().stream()
                .filter(DampedGrowth.class::isInstance)
                .map(DampedGrowth.class::cast)
                .filter(growth -> growth.covers(year))
                .forEach(this::growth);
    }

    private void growth(DampedGrowth growth) {
        RegionModels.GROWTH.forEach(name -> assumption("damped growth", name));
        step(
                "damped growth",
                "central load in " + year,
                growth.centralTwh(year),
                "TWh",
                "base x exp(sum over k = 1 to " + (year - growth.baseYear())
                        + " of final + (initial - final) x damping^k)");
    }

    private void pipeline(LoadModel model) {
        model.components().stream()
                .filter(BottomUp.class::isInstance)
                .map(BottomUp.class::cast)
                .forEach(this::pipeline);
    }

    private void pipeline(BottomUp bottomUp) {
        double base = 0;
        for (PipelineStage stage : bottomUp.stages()) {
            double built = stage.powerGw().value()
                    * stage.uniqueFraction().value()
                    * stage.completion().value();
            double part = stage.energisedBy(year, bottomUp.growth().baseYear());
            double energised = built * part;
            step(
                    "pipeline",
                    stage.name(),
                    energised,
                    "GW",
                    stage.powerGw().value() + " GW x " + stage.uniqueFraction().value() + " unique x "
                            + stage.completion().value() + " completed x " + digits(part) + " of them energised by "
                            + year + "; " + stage.powerGw().source());
            base += energised;
        }
        double factor = bottomUp.loadFactor().value();
        double ramp = bottomUp.ramp().value();
        step(
                "pipeline",
                "energy",
                base * factor * ramp * BottomUp.TWH_PER_GW_YEAR,
                "TWh",
                "GW x 8.76 x load factor " + factor + " x ramp " + ramp + ", above the existing fleet"
                        + (year > bottomUp.lastStatedYear()
                                ? "; after " + bottomUp.lastStatedYear() + " it grows as damped growth does"
                                : ""));
    }

    private void published() {
        List<PublishedValue> values = parts.forecasts().values().stream()
                .filter(value -> value.year() == year)
                .toList();
        for (PublishedValue value : values) {
            step(
                    "published",
                    value.publisher(),
                    value.twh(),
                    "TWh",
                    editionOf(value) + ", log sd " + digits(value.logSd()));
        }
        parts.mixture().filter(mixture -> mixture.valuesOf(year).isEmpty()).ifPresent(mixture -> {
            boolean reached = mixture.covers(year);
            step(
                    "published",
                    reached ? "interpolated" : "silent",
                    null,
                    null,
                    reached
                            ? "too few publishers speak of " + year + " itself"
                            : "nobody speaks of " + year + " or of a later year");
        });
    }

    private String editionOf(PublishedValue value) {
        return parts.forecasts().chosen().stream()
                .filter(figure -> figure.publisher().equals(value.publisher()) && figure.year() == value.year())
                .map(figure -> "edition " + figure.edition() + ", as "
                        + figure.quantity().name().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private void component(ShareComponent component, ShareDistribution shares) {
        step(
                "component",
                component.code(),
                shares.share(.5),
                "fraction",
                "80 %: " + percent(shares.share(.1)) + " to " + percent(shares.share(.9)) + "; median load "
                        + digits(shares.twh(.5)) + " TWh");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** Four significant digits. */
    private static String digits(double number) {
        BigDecimal rounded = new BigDecimal(number, new MathContext(4)).stripTrailingZeros();
        return rounded.toPlainString();
    }

    private void weights(LoadModel model) {
        Map<ShareComponent, Double> present = model.pool().of(model.components(), year);
        for (Map.Entry<ShareComponent, Double> weight :
                new java.util.TreeMap<>(model.pool().weights()).entrySet()) {
            double used = present.getOrDefault(weight.getKey(), 0.0);
            String moved = used == weight.getValue()
                    ? ""
                    : "; its row says " + weight.getValue()
                            + (used == 0 ? ", and it is missing" : ", others are missing");
            step("weight", weight.getKey().code(), used, "weight", "of the linear pool" + moved);
        }
    }

    private void ceiling() {
        forecast.simulated()
                .filter(load -> parts.model().value().isPresent())
                .flatMap(load -> load.probabilityOfMeetingCeiling(year))
                .ifPresent(cut -> step(
                        "supply ceiling",
                        "paths that it cuts",
                        cut,
                        "fraction",
                        "of the pooled paths: additions of supply allow no more load"));
    }

    private void floor(LoadModel model) {
        step(
                "floor",
                "least log sd",
                model.floor().logSd(year),
                "log",
                model.floor().logErrorFiveYears() + " x sqrt("
                        + (year - model.floor().lastObservedYear()) + " / 5)");
        forecast.distribution(ShareComponent.POOL, year)
                .ifPresent(pool -> step("floor", "log sd of the pool", pool.logSd(), "log", "before widening"));
        forecast.distribution(ShareComponent.POOL_WIDENED, year)
                .ifPresent(pool -> step("floor", "log sd of the headline", pool.logSd(), "log", "after widening"));
    }

    private void denominators() {
        forecast.distribution(ShareComponent.POOL_WIDENED, year).ifPresent(headline -> {
            for (Denominator denominator : Denominator.values()) {
                parts.demand()
                        .ratio(denominator, parts.primary())
                        .value()
                        .ifPresent(ratio -> step(
                                "answer",
                                "share of " + denominator.code(),
                                headline.share(.5) / ratio,
                                "fraction",
                                "80 %: " + percent(headline.share(.1) / ratio) + " to "
                                        + percent(headline.share(.9) / ratio)));
            }
        });
    }

    private void chances() {
        forecast.distribution(ShareComponent.POOL_WIDENED, year).ifPresent(headline -> {
            step(
                    "answer",
                    "Monte Carlo error of the median",
                    headline.shareStandardError(.5),
                    "fraction",
                    "standard error that the number of paths leaves");
            for (Assumption threshold :
                    parts.assumptions().family("share_threshold_").values()) {
                double chance = headline.probabilityOfAtLeast(threshold.value());
                step(
                        "answer",
                        "P(share >= " + percent(threshold.value()) + ")",
                        chance,
                        "probability",
                        "of " + parts.primary().code() + "; Monte Carlo error "
                                + digits(headline.standardErrorOf(chance)));
            }
        });
    }

    private void assumption(String step, String name) {
        parts.assumptions()
                .find(name)
                .ifPresent(row -> step(
                        step,
                        name,
                        row.value(),
                        row.unit(),
                        row.kind().code() + (row.spread().isPresent() ? " " + row.spreadOrZero() : "") + ", "
                                + row.source()));
    }

    private void step(String step, String name, Double value, String unit, String detail) {
        rows.add(new Object[] {parts.region(), year, rows.size() + 1, step, name, value, unit, detail});
    }
}
