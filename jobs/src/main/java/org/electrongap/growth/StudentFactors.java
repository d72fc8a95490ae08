package org.electrongap.growth;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.electrongap.statistics.Interval;
import org.electrongap.statistics.Probability;

/** Intervals at the level of the trajectories, the two-sided Student-t factor computed once for each degree of freedom. */
final class StudentFactors {

    /** The level of all intervals of trajectories and comparisons. */
    static final double LEVEL = 0.95;

    private static final ConcurrentMap<Integer, Double> FACTORS = new ConcurrentHashMap<>();

    private StudentFactors() {}

    static double factor(int degreesOfFreedom) {
        return FACTORS.computeIfAbsent(degreesOfFreedom, df -> Probability.studentTFactor(df, LEVEL));
    }

    static Interval around(double value, double standardError, int degreesOfFreedom) {
        return Interval.around(value, factor(degreesOfFreedom) * standardError, LEVEL);
    }
}
