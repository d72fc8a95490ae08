package org.electrongap.share;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.electrongap.share.simulation.Assumption;
import org.electrongap.share.simulation.Assumptions;
import org.electrongap.share.simulation.BottomUp;
import org.electrongap.share.simulation.ShareComponent;
import org.electrongap.share.simulation.ShareDistribution;
import org.electrongap.share.simulation.ShareSimulation;
import org.electrongap.share.simulation.SimulationSettings;
import org.electrongap.share.simulation.TargetYears;

/**
 * How far the headline of one year moves when one assumption is held at its low and at its high end, all else as it is, with
 * the same random numbers.
 */
final class Tornado {

    /** The year of the tornado: the one that is asked about. */
    static final int YEAR = 2030;

    private static final double EIGHT_PER_CENT = .08;
    /** Enough for a difference of two medians with the same random numbers. */
    private static final int MOST_PATHS = 8_192;

    /** Beginnings of the names that the simulation of the share reads. */
    private static final List<String> READ = List.of(
            "other_load_",
            "datacenter_load_base",
            "bayes_prior_",
            "growth_",
            "pipeline_",
            "completion_",
            "load_factor",
            "ramp",
            "existing_fleet_drift",
            "supply_",
            "published_log_error");

    private final ModelParts parts;
    private final RegionModels models;
    private final long seed;
    private final int paths;
    private final List<Object[]> rows = new ArrayList<>();

    private Tornado(ModelParts parts, RegionModels models, LoadShareInputs.Request request) {
        this.parts = parts;
        this.models = models;
        this.seed = request.seed();
        this.paths = Math.min(MOST_PATHS, request.paths());
    }

    /** Median share and P(share >= 8 %) of the headline. */
    private record Effect(double share, double probability, ShareDistribution headline) {

        static Effect of(ShareDistribution headline) {
            return new Effect(headline.share(.5), headline.probabilityOfAtLeast(EIGHT_PER_CENT), headline);
        }

        /** The effect of another denominator, which is so many times as large. */
        Effect over(double ratio) {
            return new Effect(share / ratio, headline.probabilityOfAtLeast(EIGHT_PER_CENT * ratio), headline);
        }

        boolean isSameAs(Effect other) {
            return share == other.share && probability == other.probability;
        }
    }

    /** The rows of out/sensitivities, the widest range first. */
    static List<Object[]> rows(ModelParts parts, RegionModels models, LoadShareInputs.Request request) {
        Tornado tornado = new Tornado(parts, models, request);
        tornado.effect(parts.assumptions()).ifPresentOrElse(tornado::all, tornado::refuse);
        tornado.rows.sort(Comparator.comparingDouble(Tornado::leastFirst).thenComparing(row -> (String) row[3]));
        return tornado.rows;
    }

    private static double leastFirst(Object[] row) {
        return row[10] == null ? 0 : -(double) row[10];
    }

    /** One row in place of all: without a headline nothing moves it. */
    private void refuse() {
        Object[] row = new Object[16];
        row[0] = parts.region();
        row[1] = parts.primary().code();
        row[2] = YEAR;
        row[3] = "all";
        row[14] = parts.model().reason().orElse("no component of the pool reaches " + YEAR);
        row[15] = ShareStatus.REFUSED.code();
        rows.add(row);
    }

    private void all(Effect base) {
        for (Assumption row : parts.assumptions().rows()) {
            if (READ.stream().anyMatch(row.name()::startsWith)) {
                row.range().ifPresent(range -> held(base, row, range));
            }
        }
        duplicates(base);
        leadTime(base);
        parts.assumptions().family("weight_").values().forEach(row -> weight(base, row));
        denominators(base);
    }

    private void held(Effect base, Assumption row, double[] range) {
        add(
                base,
                row.key(),
                row.value(),
                range,
                row.unit(),
                parts.assumptions().with(centred(row, range[0])),
                parts.assumptions().with(centred(row, range[1])),
                null);
    }

    /** Held at a value; a prior keeps its spread, because its width is part of the model and only its centre moves. */
    private static Assumption centred(Assumption row, double value) {
        return row.name().startsWith("bayes_prior_") ? row.at(value) : row.heldAt(value);
    }

    private void duplicates(Effect base) {
        Assumptions low = parts.assumptions();
        Assumptions high = parts.assumptions();
        for (Assumption row : parts.assumptions().family("unique_fraction_").values()) {
            Optional<double[]> range = row.range();
            if (range.isPresent()) {
                low = low.with(row.heldAt(range.get()[0]));
                high = high.with(row.heldAt(range.get()[1]));
            }
        }
        add(base, "unique_fraction_*", 1, new double[] {.1, .9}, "quantile", low, high, "all stages together");
    }

    private void leadTime(Effect base) {
        add(
                base,
                "energised_by_*",
                0,
                new double[] {1, -1},
                "year",
                shifted(1),
                shifted(-1),
                "all projects energised a year later or earlier");
    }

    private Assumptions shifted(int years) {
        Assumptions shifted = parts.assumptions();
        for (String stage : BottomUp.STAGES) {
            String name = "energised_by_" + stage;
            NavigableMap<Integer, Assumption> rows = parts.assumptions().byYear(name);
            shifted = shifted.without(name);
            for (Map.Entry<Integer, Assumption> row : rows.entrySet()) {
                shifted = shifted.with(row.getValue().in(row.getKey() + years));
            }
        }
        return shifted;
    }

    private void weight(Effect base, Assumption row) {
        add(
                base,
                row.key(),
                row.value(),
                new double[] {0, Math.min(1, 2 * row.value())},
                row.unit(),
                reweighted(row, 0),
                reweighted(row, Math.min(1, 2 * row.value())),
                "the other weights change in proportion");
    }

    private Assumptions reweighted(Assumption changed, double weight) {
        Assumptions result = parts.assumptions();
        double rest = 1 - changed.value();
        for (Assumption row : parts.assumptions().family("weight_").values()) {
            boolean same = row.key().equals(changed.key());
            result = result.with(row.at(same ? weight : row.value() * (1 - weight) / rest));
        }
        return result;
    }

    /** The denominators are no assumption, but which one is meant moves the answer as much as one. */
    private void denominators(Effect base) {
        double[] ratios = List.of(Denominator.values()).stream()
                .map(denominator -> parts.demand().ratio(denominator, parts.primary()))
                .filter(ratio -> !ratio.isRefused())
                .mapToDouble(ratio -> ratio.orElseThrow())
                .sorted()
                .toArray();
        double most = ratios[ratios.length - 1];
        rows.add(row(
                "denominator",
                1,
                new double[] {most, ratios[0]},
                "ratio",
                base,
                base.over(most),
                base.over(ratios[0]),
                "the same load over each denominator"));
    }

    private void add(
            Effect base,
            String name,
            double value,
            double[] range,
            String unit,
            Assumptions low,
            Assumptions high,
            String note) {
        Optional<Effect> atLow = effect(low);
        Optional<Effect> atHigh = effect(high);
        if (atLow.isPresent() && atHigh.isPresent()) {
            boolean replaced =
                    name.startsWith("bayes_prior_level") && atLow.get().isSameAs(atHigh.get());
            String reason = replaced ? "a published figure has taken its place" : note;
            rows.add(row(name, value, range, unit, base, atLow.get(), atHigh.get(), reason));
        }
    }

    private Object[] row(
            String name, double value, double[] range, String unit, Effect base, Effect low, Effect high, String note) {
        return new Object[] {
            parts.region(),
            parts.primary().code(),
            YEAR,
            name,
            value,
            range[0],
            range[1],
            unit,
            low.share(),
            high.share(),
            100 * Math.abs(high.share() - low.share()),
            base.share(),
            low.probability(),
            high.probability(),
            note,
            ShareStatus.OK.code()
        };
    }

    private Optional<Effect> effect(Assumptions assumptions) {
        SimulationSettings settings = new SimulationSettings(seed, paths, new TargetYears(YEAR, YEAR));
        return models.of(parts.region(), assumptions)
                .model()
                .value()
                .map(model -> ShareSimulation.run(model.pooledOnly(), settings))
                .flatMap(load -> load.distribution(ShareComponent.POOL_WIDENED, YEAR))
                .map(Effect::of);
    }
}
