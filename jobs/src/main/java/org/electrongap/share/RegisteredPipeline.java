package org.electrongap.share;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.electrongap.share.simulation.Assumption;
import org.electrongap.share.simulation.Assumptions;
import org.electrongap.share.simulation.BottomUp;
import org.electrongap.share.simulation.DistributionKind;
import org.electrongap.share.simulation.PipelineStage;
import org.electrongap.statistics.CompensatedSum;

/**
 * The stages of a region's pipeline that row-level registers cover: what out/pipeline expects of them, by year, takes the
 * place of the judged total of the stage. Its mean is kept; the common risk of completion is drawn anew.
 *
 * <p>IT power becomes facility power by the assumption pue, average load by load_factor; other kinds of MW are left out.
 */
final class RegisteredPipeline {

    private static final double MW_PER_GW = 1000;
    private static final int MIDPOINTS = 4000;

    private final String region;
    private final Assumptions assumptions;

    private RegisteredPipeline(String region, Assumptions assumptions) {
        this.region = region;
        this.assumptions = assumptions;
    }

    /** The covered stages by name; the others are not in the map. */
    static Map<String, PipelineStage> of(Evidence evidence, String region, Assumptions assumptions) {
        RegisteredPipeline registered = new RegisteredPipeline(region, assumptions);
        Map<String, PipelineStage> stages = new TreeMap<>();
        for (String stage : BottomUp.STAGES) {
            List<PipelineFigure> figures = evidence.pipeline().stream()
                    .filter(figure ->
                            figure.region().equals(region) && figure.stage().equals(stage))
                    .toList();
            registered.stage(stage, figures).ifPresent(found -> stages.put(stage, found));
        }
        return stages;
    }

    private Optional<PipelineStage> stage(String name, List<PipelineFigure> figures) {
        NavigableMap<Integer, Double> energisedMw = new TreeMap<>();
        figures.stream()
                .filter(figure -> figure.year() > baseYear())
                .forEach(figure -> facilityPerMw(figure.powerKind())
                        .ifPresent(factor ->
                                energisedMw.merge(figure.year(), factor * figure.energisedMw(), Double::sum)));
        CompensatedSum sum = new CompensatedSum();
        NavigableMap<Integer, Double> byYear = new TreeMap<>();
        energisedMw.forEach((year, mw) -> byYear.put(year, sum.add(mw).value()));
        double total = sum.value();
        Optional<Assumption> completion = assumptions.find("completion_" + name);
        if (!(total > 0) || completion.isEmpty()) {
            return Optional.empty();
        }
        byYear.replaceAll((year, mw) -> mw / total);
        return Optional.of(new PipelineStage(
                name,
                held("pipeline_" + name, total / MW_PER_GW / mean(completion.get()), "GW"),
                held("unique_fraction_" + name, 1, "fraction"),
                completion.get(),
                byYear));
    }

    private int baseYear() {
        return assumptions
                .find("datacenter_load_base")
                .map(base -> base.year().orElse(Integer.MIN_VALUE))
                .orElse(Integer.MIN_VALUE);
    }

    /** Facility MW for a MW of a kind; empty where it cannot be had. */
    private OptionalDouble facilityPerMw(String powerKind) {
        return switch (powerKind) {
            case "facility" -> OptionalDouble.of(1);
            case "it" ->
                assumptions
                        .find("pue")
                        .map(row -> OptionalDouble.of(row.value()))
                        .orElse(OptionalDouble.empty());
            case "average_load" ->
                assumptions
                        .find("load_factor")
                        .map(row -> OptionalDouble.of(1 / row.value()))
                        .orElse(OptionalDouble.empty());
            default -> OptionalDouble.empty();
        };
    }

    /** The mean of a completion whose logit is normal about that of its central value. */
    private static double mean(Assumption completion) {
        if (completion.kind() != DistributionKind.LOGIT_COMMON_SHOCK) {
            return completion.value();
        }
        NormalDistribution standard = NormalDistribution.of(0, 1);
        double logit = StrictMath.log(completion.value() / (1 - completion.value()));
        double sum = 0;
        for (int k = 0; k < MIDPOINTS; k++) {
            double shock = standard.inverseCumulativeProbability((k + .5) / MIDPOINTS);
            sum += 1 / (1 + StrictMath.exp(-logit - completion.spreadOrZero() * shock));
        }
        return sum / MIDPOINTS;
    }

    private Assumption held(String name, double value, String unit) {
        return new Assumption(
                name,
                OptionalInt.empty(),
                value,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                DistributionKind.FIXED,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                unit,
                "registers of " + region + " in out/pipeline");
    }
}
