package org.electrongap.project;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Equally likely states of the risk that all projects share, and of uncertain factors, drawn once by stratified sampling. */
final class RiskDraws {

    /** Draws: the Monte Carlo error of a quantile at level .1 is .005 in probability. */
    static final int COUNT = 4000;

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private static final double[] SHOCKS = IntStream.range(0, COUNT)
            .mapToDouble(k -> STANDARD.inverseCumulativeProbability((k + 0.5) / COUNT))
            .toArray();

    private RiskDraws() {}

    /** The common shock Z, standard normal, from low to high. */
    static double[] commonShock() {
        return SHOCKS.clone();
    }

    /** Draws of an assumption in an order that the seed decides. */
    static double[] of(Assumption assumption, long seed) {
        double[] draws = new double[COUNT];
        Arrays.setAll(draws, k -> assumption.quantile((k + 0.5) / COUNT));
        return shuffled(draws, seed);
    }

    /** The same draws in an order that the seed decides (Fisher and Yates 1938). */
    static double[] shuffled(double[] draws, long seed) {
        double[] shuffled = draws.clone();
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = shuffled.length - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            double kept = shuffled[k];
            shuffled[k] = shuffled[other];
            shuffled[other] = kept;
        }
        return shuffled;
    }

    /** Probability of completion in each state: logit p = logit(mean) + shock Z, one Z for all projects. */
    static double[] completion(double central, double shock) {
        double logit = StrictMath.log(central / (1 - central));
        double[] p = commonShock();
        Arrays.setAll(p, k -> 1 / (1 + StrictMath.exp(-logit - shock * p[k])));
        return p;
    }

    static double mean(double[] draws) {
        double sum = 0;
        for (double draw : draws) {
            sum += draw;
        }
        return sum / draws.length;
    }
}
