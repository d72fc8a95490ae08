package org.electrongap.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Simple exponential smoothing: the level after the last value.
 *
 * <p>The smoothing constant is the one of 21 evenly spaced from 0.0001 to 0.9999, the bounds of R's {@code ets}, with the
 * least sum of squared one-step errors. The best initial level is closed form: the errors are linear in it, {@code e = e_y +
 * l0 e_g}, so {@code l0 = -S e_y e_g / S e_g^2}. Source of the recursion: R. Brown, Statistical Forecasting for Inventory
 * Control, 1959.
 *
 * @param alpha the smoothing constant
 * @param level the level after the last value, which is the forecast of every step
 * @param squaredErrors sum of the squared one-step errors
 */
public record ExponentialSmoothing(double alpha, double level, double squaredErrors) {

    private static final double LEAST = 1e-4;
    private static final double[] ALPHAS = IntStream.rangeClosed(0, 20)
            .mapToDouble(k -> LEAST + (1 - 2 * LEAST) * k / 20)
            .toArray();

    /** Smooths at least two values. */
    public static ExponentialSmoothing of(double[] values) {
        return new Grid(ALPHAS).best(values);
    }

    /** Smooths with a given constant and the best initial level for it. */
    public static ExponentialSmoothing withAlpha(double[] values, double alpha) {
        return new Grid(new double[] {alpha}).best(values);
    }

    /** The recursion with several constants side by side: each waits for its own last step only. */
    private static final class Grid {

        private final double[] alphas;
        private final double[] fromValues;
        private final double[] fromLevel;
        private final double[] errorSquares;
        private final double[] mixed;
        private final double[] levelSquares;

        Grid(double[] alphas) {
            this.alphas = alphas;
            fromValues = new double[alphas.length];
            fromLevel = new double[alphas.length];
            errorSquares = new double[alphas.length];
            mixed = new double[alphas.length];
            levelSquares = new double[alphas.length];
            Arrays.fill(fromLevel, 1);
        }

        ExponentialSmoothing best(double[] values) {
            for (double value : values) {
                step(value - values[0]);
            }
            ExponentialSmoothing best = smoothing(0, values[0]);
            for (int k = 1; k < alphas.length; k++) {
                ExponentialSmoothing next = smoothing(k, values[0]);
                best = next.squaredErrors < best.squaredErrors ? next : best;
            }
            return best;
        }

        private void step(double rise) {
            for (int k = 0; k < alphas.length; k++) {
                double error = rise - fromValues[k];
                errorSquares[k] += error * error;
                mixed[k] += error * fromLevel[k];
                levelSquares[k] += fromLevel[k] * fromLevel[k];
                fromValues[k] += alphas[k] * error;
                fromLevel[k] *= 1 - alphas[k];
            }
        }

        private ExponentialSmoothing smoothing(int k, double start) {
            double initial = mixed[k] / levelSquares[k];
            double squares = Math.max(0, errorSquares[k] - mixed[k] * initial);
            return new ExponentialSmoothing(alphas[k], start + fromValues[k] + initial * fromLevel[k], squares);
        }
    }
}
