package org.electrongap.statistics;

import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Distribution functions and quantiles, as computed by Apache Commons Statistics. */
public final class Probability {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Probability() {}

    /** The two-sided Student-t factor: {@code P(|T| <= t) = level} with the given degrees of freedom. */
    public static double studentTFactor(double degreesOfFreedom, double level) {
        requireLevel(level);
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - level) / 2);
    }

    /** {@code P(T <= t)} of Student's t. */
    public static double studentTCdf(double degreesOfFreedom, double t) {
        return TDistribution.of(degreesOfFreedom).cumulativeProbability(t);
    }

    /** The p-quantile of Student's t. */
    public static double studentTQuantile(double degreesOfFreedom, double p) {
        return TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(p);
    }

    /** {@code P(F > f)} of the F distribution. */
    public static double fSurvival(double numeratorDegrees, double denominatorDegrees, double f) {
        return FDistribution.of(numeratorDegrees, denominatorDegrees).survivalProbability(f);
    }

    /** {@code P(Z <= z)} of the standard normal distribution. */
    public static double normalCdf(double z) {
        return NORMAL.cumulativeProbability(z);
    }

    /** Density of the standard normal distribution. */
    public static double normalDensity(double z) {
        return NORMAL.density(z);
    }

    /** The p-quantile of the standard normal distribution. */
    public static double normalQuantile(double p) {
        return NORMAL.inverseCumulativeProbability(p);
    }

    /**
     * Checks a level of confidence.
     *
     * @throws IllegalArgumentException unless {@code 0 < level < 1}
     */
    public static void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "a level lies strictly between 0 and 1 (0.95, not 95), this is " + level);
        }
    }
}
