package org.electrongap.project;

import java.util.Arrays;

/**
 * A simulated amount.
 *
 * @param mean its mean, computed and not simulated
 * @param lower lower end of the interval
 * @param upper upper end of the interval
 */
record Sampled(double mean, double lower, double upper) {

    /** Level of all intervals of the pipeline: one in ten lies below, one in ten above. */
    static final double LEVEL = 0.8;

    /** Interval between the order statistics of the draws. */
    static Sampled of(double mean, double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        int tail = (int) Math.round(sorted.length * (1 - LEVEL) / 2);
        return new Sampled(mean, sorted[tail], sorted[sorted.length - 1 - tail]);
    }
}
