package org.electrongap.statistics;

/**
 * Simple exponential smoothing: the level after the last value.
 *
 * <p>The smoothing constant is the one of 21 evenly spaced from 0.0001 to 0.9999, the bounds of R's {@code ets}, with the least sum of squared one-step errors. The best initial
 * level is closed form: the errors are linear in it, {@code e = e_y + l0 e_g}, so {@code l0 = -S e_y e_g / S e_g^2}. Source
 * of the recursion: R. Brown, Statistical Forecasting for Inventory Control, 1959.
 *
 * @param alpha the smoothing constant
 * @param level the level after the last value, which is the forecast of every step
 * @param squaredErrors sum of the squared one-step errors
 */
public record ExponentialSmoothing(double alpha, double level, double squaredErrors) {

    private static final int GRID = 20;
    private static final double LEAST = 1e-4;

    /** Smooths at least two values. */
    public static ExponentialSmoothing of(double[] values) {
        ExponentialSmoothing best = withAlpha(values, LEAST);
        for (int k = 1; k <= GRID; k++) {
            ExponentialSmoothing next = withAlpha(values, LEAST + (1 - 2 * LEAST) * k / GRID);
            if (next.squaredErrors < best.squaredErrors) {
                best = next;
            }
        }
        return best;
    }

    /** Smooths with a given constant and the best initial level for it. */
    public static ExponentialSmoothing withAlpha(double[] values, double alpha) {
        double keep = 1 - alpha;
        double start = values[0];
        double fromValues = 0;
        double fromLevel = 1;
        double errorSquares = 0;
        double mixed = 0;
        double levelSquares = 0;
        for (double value : values) {
            double error = value - start - fromValues;
            errorSquares += error * error;
            mixed += error * fromLevel;
            levelSquares += fromLevel * fromLevel;
            fromValues += alpha * error;
            fromLevel *= keep;
        }
        double initial = mixed / levelSquares;
        double squares = Math.max(0, errorSquares - mixed * initial);
        return new ExponentialSmoothing(alpha, start + fromValues + initial * fromLevel, squares);
    }
}
