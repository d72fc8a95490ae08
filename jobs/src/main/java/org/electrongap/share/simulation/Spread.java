package org.electrongap.share.simulation;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.electrongap.statistics.Quantiles;

/**
 * The median of a quantity that follows from assumptions, and the middle 80 % of it.
 *
 * @param median median
 * @param lower 10 % quantile
 * @param upper 90 % quantile
 * @param fractionAboveZero the fraction of the draws above zero
 */
public record Spread(double median, double lower, double upper, double fractionAboveZero) {

    private static final int BLOCKS = 2;

    /** One draw of every assumption that a formula asks for. */
    public interface Draw {

        /** The value of the assumption in this draw; the same draw gives the same value again. */
        double of(Assumption assumption);
    }

    /**
     * The spread of a formula of independent assumptions.
     *
     * @param seed the same seed gives the same numbers
     * @param formula the quantity from one draw of the assumptions
     */
    public static Spread of(long seed, ToDoubleFunction<Draw> formula) {
        return ofValues(draws(seed, formula));
    }

    /** Draws a formula 8,192 times; the same seed gives every assumption the same draws in every formula. */
    public static double[] draws(long seed, ToDoubleFunction<Draw> formula) {
        double[] values = new double[BLOCKS * SimulationSettings.BLOCK];
        for (int index = 0; index < BLOCKS; index++) {
            PathBlock block = new PathBlock(seed, index, SimulationSettings.BLOCK);
            Map<Assumption, double[]> drawn = new IdentityHashMap<>();
            for (int i = 0; i < SimulationSettings.BLOCK; i++) {
                int path = i;
                values[index * SimulationSettings.BLOCK + i] =
                        formula.applyAsDouble(assumption -> drawn.computeIfAbsent(assumption, block::draw)[path]);
            }
        }
        return values;
    }

    /** The spread of drawn values; their order is left as it is. */
    public static Spread ofValues(double[] draws) {
        double[] values = draws.clone();
        double above = Arrays.stream(values).filter(value -> value > 0).count() / (double) values.length;
        Arrays.sort(values);
        return new Spread(
                Quantiles.ofSorted(values, .5), Quantiles.ofSorted(values, .1), Quantiles.ofSorted(values, .9), above);
    }
}
