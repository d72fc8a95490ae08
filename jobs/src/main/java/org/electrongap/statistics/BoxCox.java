package org.electrongap.statistics;

import java.util.Arrays;

/**
 * The power of Box and Cox that makes a positive series closest to a linear trend with even scatter.
 *
 * <p>{@code lambda = argmax over {0, .05, ..., 1} of -(n/2) ln RSS} of the linear trend fitted to {@code BC_lambda(y) /
 * gm^(lambda-1)}, gm the geometric mean. Values are divided by gm first: the criterion then is {@code RSS(u^lambda) /
 * lambda^2}, free of overflow. Source: G. Box and D. Cox, An analysis of transformations, JRSS B 26 (1964).
 *
 * <p>{@link #transformed} holds {@code u^lambda}, or {@code ln u} for 0: the transform up to an affine map, which no linear
 * method of forecasting notices.
 */
public final class BoxCox {

    private static final int GRID = 20;

    private final double geometricMean;
    private final int gridIndex;
    private final double[] transformed;

    private BoxCox(double geometricMean, int gridIndex, double[] transformed) {
        this.geometricMean = geometricMean;
        this.gridIndex = gridIndex;
        this.transformed = transformed;
    }

    /** The best power for at least three positive values. */
    public static BoxCox of(double[] values) {
        double[] logs = logarithms(values);
        double meanLog = mean(logs);
        double[] powers = new double[values.length];
        double[] roots = new double[values.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] -= meanLog;
            roots[i] = StrictMath.exp(logs[i] / GRID);
        }
        Arrays.fill(powers, 1);
        int best = 0;
        double[] chosen = logs;
        double least = residualSquares(logs);
        for (int k = 1; k <= GRID; k++) {
            multiply(powers, roots);
            double criterion = residualSquares(powers) * ((double) GRID / k) * ((double) GRID / k);
            if (criterion < least) {
                least = criterion;
                best = k;
                chosen = powers.clone();
            }
        }
        return new BoxCox(StrictMath.exp(meanLog), best, chosen);
    }

    /** The power, one of 0, 0.05, ..., 1. */
    public double lambda() {
        return gridIndex / (double) GRID;
    }

    /** The transformed values, up to an affine map. */
    double[] transformed() {
        return transformed;
    }

    /** The value whose transform, in the sense of {@link #transformed}, is given; 0 where none is. */
    double invert(double transform) {
        if (gridIndex == 0) {
            return geometricMean * StrictMath.exp(transform);
        }
        return transform > 0 ? geometricMean * StrictMath.pow(transform, (double) GRID / gridIndex) : 0;
    }

    private static double[] logarithms(double[] values) {
        double[] logs = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            logs[i] = StrictMath.log(values[i]);
        }
        return logs;
    }

    private static void multiply(double[] values, double[] factors) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factors[i];
        }
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Residual sum of squares about the linear trend. */
    private static double residualSquares(double[] values) {
        double mean = mean(values);
        double middle = (values.length - 1) / 2.0;
        double total = 0;
        double mixed = 0;
        double times = 0;
        for (int i = 0; i < values.length; i++) {
            double time = i - middle;
            double value = values[i] - mean;
            total += value * value;
            mixed += time * value;
            times += time * time;
        }
        return Math.max(0, total - mixed * mixed / times);
    }
}
