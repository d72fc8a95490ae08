package org.electrongap.share.simulation;

import java.util.Arrays;
import java.util.List;

/**
 * Damped stochastic growth: in the k-th year after the base year, d ln X = g_inf + (g_0 - g_inf) phi^k + noise, the noise a
 * scaled Student t (damped trend: Gardner and McKenzie 1985, here on the log scale with random parameters).
 *
 * @param baseTwh load in the base year, which is the year of the row
 * @param initial g_0, log points a year
 * @param damping phi
 * @param last g_inf
 * @param noise scale of the noise, its spread the degrees of freedom
 */
public record DampedGrowth(
        Assumption baseTwh, Assumption initial, Assumption damping, Assumption last, Assumption noise)
        implements LoadComponent {

    /** The component of the assumptions of those names. */
    public static DampedGrowth of(Assumptions assumptions) {
        DampedGrowth growth = new DampedGrowth(
                assumptions.require("datacenter_load_base"),
                assumptions.require("growth_initial"),
                assumptions.require("growth_damping"),
                assumptions.require("growth_final"),
                assumptions.require("growth_noise"));
        growth.baseYear();
        return growth;
    }

    /** The year from which it grows. */
    public int baseYear() {
        return baseTwh.year()
                .orElseThrow(() -> new InvalidAssumptionsException(
                        List.of("assumption '" + baseTwh.name() + "' needs a year: the year of the load")));
    }

    /** The load of a year on the central values, without noise, in TWh. */
    public double centralTwh(int year) {
        double log = 0;
        for (int k = 1; k <= year - baseYear(); k++) {
            log += last.value() + (initial.value() - last.value()) * StrictMath.pow(damping.value(), k);
        }
        return baseTwh.value() * StrictMath.exp(log);
    }

    @Override
    public ShareComponent component() {
        return ShareComponent.DAMPED_GROWTH;
    }

    @Override
    public boolean covers(int year) {
        return year >= baseYear();
    }

    @Override
    public double[][] datacenterTwh(PathBlock block, TargetYears years, double[][] otherTwh) {
        double[] base = block.draw(baseTwh);
        double[][] growth = logGrowth(block, years.last());
        double[][] twh = new double[years.count()][];
        for (int t = 0; t < years.count(); t++) {
            int year = years.first() + t;
            twh[t] = covers(year) ? new double[block.size()] : new double[0];
            for (int i = 0; i < twh[t].length; i++) {
                twh[t][i] = base[i] * StrictMath.exp(growth[year - baseYear()][i]);
            }
        }
        return twh;
    }

    /** ln X(year) - ln X(base year) by years since the base year and path, up to a last year. */
    double[][] logGrowth(PathBlock block, int lastYear) {
        double[] first = block.draw(initial);
        double[] fading = block.draw(damping);
        double[] final_ = block.draw(last);
        double[][] cumulative = new double[Math.max(0, lastYear - baseYear()) + 1][block.size()];
        double[] power = new double[block.size()];
        Arrays.fill(power, 1);
        for (int k = 1; k < cumulative.length; k++) {
            double[] shock = block.studentT("growth noise " + (baseYear() + k), noise.spreadOrZero());
            for (int i = 0; i < power.length; i++) {
                power[i] *= fading[i];
                cumulative[k][i] =
                        cumulative[k - 1][i] + final_[i] + (first[i] - final_[i]) * power[i] + noise.value() * shock[i];
            }
        }
        return cumulative;
    }
}
