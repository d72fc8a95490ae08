package org.electrongap.statistics;

import java.util.Arrays;

/**
 * Bounds for the next error of exchangeable errors, from exact order statistics.
 *
 * <p>Of n errors and level L the bounds are the orders {@code floor((n + 1)(1 - L)/2)} and {@code ceil((n + 1)(1 + L)/2)}:
 * the next error lies between them with probability at least L, whatever the distribution. Source: V. Vovk, A. Gammerman,
 * G. Shafer, Algorithmic Learning in a Random World, 2005; J. Lei et al., Distribution-free predictive inference for
 * regression, JASA 113 (2018).
 */
public final class ConformalQuantiles {

    /** A hair that keeps {@code 40 * 0.025} an integer in binary arithmetic. */
    private static final double HAIR = 1e-9;

    private final double[] sorted;

    /** Takes the errors in any order. */
    public ConformalQuantiles(double[] errors) {
        sorted = errors.clone();
        Arrays.sort(sorted);
    }

    /** How many errors there are. */
    public int size() {
        return sorted.length;
    }

    /** The bounds at a level; refused when there are too few errors for the order statistics. */
    public Outcome<Interval> bounds(double level) {
        Probability.requireLevel(level);
        double tail = (1 - level) / 2;
        int lower = (int) Math.floor((sorted.length + 1) * tail + HAIR);
        if (lower < 1) {
            return Outcome.refused(
                    "a level of " + level + " needs " + needed(level) + " past errors, there are " + sorted.length);
        }
        return Outcome.of(new Interval(sorted[lower - 1], sorted[sorted.length - lower], level));
    }

    /** Why {@code size} errors do not suffice for a level. */
    public static String shortage(double level, int size) {
        return "a level of " + level + " needs " + needed(level) + " past errors, there are " + size;
    }

    /** The least number of errors that a level needs. */
    public static int needed(double level) {
        return (int) Math.ceil(2 / (1 - level) - HAIR) - 1;
    }
}
