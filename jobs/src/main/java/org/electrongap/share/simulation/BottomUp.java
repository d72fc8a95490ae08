package org.electrongap.share.simulation;

import java.util.List;
import java.util.Map;

/**
 * The fleet that exists, and above it the projects by stage: dTWh = 8.76 x sum over stages of GW x unique fraction x
 * completion x energised by the year, x load factor x ramp. Completions share one risk.
 *
 * <p>After the last year for which the energised fractions are stated, loads that nobody has announced yet decide: from
 * there each path grows as its path of damped growth does.
 *
 * @param growth the existing fleet's base load, and the growth after the last stated year
 * @param fleetDrift growth of the existing fleet, log points a year
 * @param stages the stages
 * @param loadFactor average over facility power
 * @param ramp fraction of the energised power that is in use
 */
public record BottomUp(
        DampedGrowth growth, Assumption fleetDrift, List<PipelineStage> stages, Assumption loadFactor, Assumption ramp)
        implements LoadComponent {

    /** TWh a year of one GW that runs all year. */
    public static final double TWH_PER_GW_YEAR = 8.76;

    /** The stages of the judged pipeline. */
    public static final List<String> STAGES = List.of("under_construction", "advanced", "early");

    public BottomUp {
        stages = List.copyOf(stages);
    }

    /** The component of the assumptions of those names. */
    public static BottomUp of(Assumptions assumptions) {
        return of(assumptions, Map.of());
    }

    /**
     * The component with some stages known from elsewhere; of the others the assumptions give the total.
     *
     * @param known stages by name
     */
    public static BottomUp of(Assumptions assumptions, Map<String, PipelineStage> known) {
        return new BottomUp(
                DampedGrowth.of(assumptions),
                assumptions.require("existing_fleet_drift"),
                STAGES.stream()
                        .map(stage ->
                                known.containsKey(stage) ? known.get(stage) : PipelineStage.of(stage, assumptions))
                        .toList(),
                assumptions.require("load_factor"),
                assumptions.require("ramp"));
    }

    /** The last year for which the stages say what is energised. */
    public int lastStatedYear() {
        return stages.stream().mapToInt(PipelineStage::lastStatedYear).min().orElseThrow();
    }

    @Override
    public ShareComponent component() {
        return ShareComponent.BOTTOM_UP;
    }

    @Override
    public boolean covers(int year) {
        return growth.covers(year);
    }

    @Override
    public double[][] datacenterTwh(PathBlock block, TargetYears years, double[][] otherTwh) {
        double[][] twh = new double[years.count()][];
        for (int t = 0; t < years.count(); t++) {
            int year = years.first() + t;
            if (!covers(year)) {
                twh[t] = new double[0];
            } else if (year <= lastStatedYear()) {
                twh[t] = announced(block, year);
            } else {
                twh[t] = beyondAnnouncements(block, year);
            }
        }
        return twh;
    }

    private double[] announced(PathBlock block, int year) {
        double[] base = block.draw(growth.baseTwh());
        double[] drift = block.draw(fleetDrift);
        double[] factor = block.draw(loadFactor);
        double[] used = block.draw(ramp);
        double[] gigawatts = energisedGw(block, year);
        double[] twh = new double[block.size()];
        for (int i = 0; i < twh.length; i++) {
            twh[i] = base[i] * StrictMath.exp(drift[i] * (year - growth.baseYear()))
                    + TWH_PER_GW_YEAR * gigawatts[i] * factor[i] * used[i];
        }
        return twh;
    }

    private double[] energisedGw(PathBlock block, int year) {
        double[] sum = new double[block.size()];
        for (PipelineStage stage : stages) {
            double energised = stage.energisedBy(year, growth.baseYear());
            double[] power = block.draw(stage.powerGw());
            double[] unique = block.draw(stage.uniqueFraction());
            double[] completed = block.draw(stage.completion());
            for (int i = 0; i < sum.length; i++) {
                sum[i] += power[i] * unique[i] * completed[i] * energised;
            }
        }
        return sum;
    }

    private double[] beyondAnnouncements(PathBlock block, int year) {
        double[] twh = announced(block, lastStatedYear());
        double[][] grown = growth.logGrowth(block, year);
        int stated = lastStatedYear() - growth.baseYear();
        int now = year - growth.baseYear();
        for (int i = 0; i < twh.length; i++) {
            twh[i] *= StrictMath.exp(grown[now][i] - grown[stated][i]);
        }
        return twh;
    }
}
