package org.electrongap.statistics;

import java.util.Arrays;
import java.util.Optional;

/**
 * One change of the regression at an unknown time: the greatest F over the candidates that leave 15 % of the points on each
 * side.
 *
 * <p>Source: D. Andrews, Tests for parameter instability and structural change with unknown change point, Econometrica 61
 * (1993). The critical values are simulated for iid normal errors and small n (methods of this project, section 1), linear
 * in 1/n between the tabulated sizes; autocorrelated errors make them reject too often, and a
 * {@link FixedRegressorBootstrap} takes their place.
 *
 * @param lastBefore index of the last point before the break
 * @param supF the greatest F statistic; for intercept and trend already divided by the two restrictions
 * @param critical critical values of {@code supF} at 10, 5 and 1 per cent, for independent residuals
 * @param bootstrap the bootstrap, where {@code supF} passes the 5 % value and the residuals are positively autocorrelated
 */
public record StructuralBreak(int lastBefore, double supF, Critical critical, Optional<Bootstrap> bootstrap) {

    /** What may change. */
    public enum Regression {
        MEAN(0),
        TREND(1);

        private final int degree;

        Regression(int degree) {
            this.degree = degree;
        }

        int parameters() {
            return degree + 1;
        }
    }

    /**
     * What takes the place of the critical values where the residuals are autocorrelated.
     *
     * @param autocorrelation lag-1 autocorrelation of the errors about the two pieces
     * @param pValue share of series without a break, but with that autocorrelation, whose sup-F is at least as great
     */
    public record Bootstrap(double autocorrelation, double pValue) {}

    /** Critical values at three levels of significance. */
    public record Critical(double tenPercent, double fivePercent, double onePercent) {}

    /** The share of the points at each end at which no break is looked for. */
    public static final double TRIM = 0.15;

    static final double SIGNIFICANCE = 0.05;

    private static final double[] SIZES = {10, 15, 20, 30, 60};
    private static final double[][] MEAN_CRITICAL = {
        {8.50, 11.88, 22.13}, {7.41, 9.94, 16.72}, {7.52, 9.75, 15.84}, {7.10, 9.00, 13.55}, {6.96, 8.68, 12.57}
    };
    private static final double[][] TREND_CRITICAL = {
        {7.16, 10.10, 19.14}, {6.23, 7.94, 12.68}, {5.99, 7.38, 11.09}, {5.54, 6.63, 9.47}, {5.37, 6.32, 8.57}
    };

    /** Looks for a break in equally or unequally spaced values. */
    public static Outcome<StructuralBreak> of(double[] times, double[] values, Regression regression) {
        int n = values.length;
        if (n < SIZES[0]) {
            return Outcome.refused("needs " + (int) SIZES[0] + " points, has " + n);
        }
        int edge = edge(n, regression);
        double whole = residualSquares(times, values, 0, n, regression);
        int best = -1;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int split = edge; split <= n - edge; split++) {
            double parts = residualSquares(times, values, 0, split, regression)
                    + residualSquares(times, values, split, n, regression);
            double f = (whole - parts) / regression.parameters() / (parts / (n - 2 * regression.parameters()));
            if (f > greatest) {
                greatest = f;
                best = split - 1;
            }
        }
        return Double.isFinite(greatest)
                ? Outcome.of(judged(times, values, regression, best, greatest))
                : Outcome.refused("the pieces fit without residuals: F has no finite value");
    }

    /** Positive autocorrelation only makes a sup-F less significant: one that does not pass anyway needs no bootstrap. */
    private static StructuralBreak judged(
            double[] times, double[] values, Regression regression, int lastBefore, double supF) {
        Critical critical = critical(values.length, regression);
        Optional<Bootstrap> bootstrap = supF > critical.fivePercent
                ? new FixedRegressorBootstrap(times, values, regression, lastBefore).of(supF)
                : Optional.empty();
        return new StructuralBreak(lastBefore, supF, critical, bootstrap);
    }

    /** Whether the break is significant at 5 per cent: by the bootstrap where there is one, otherwise by the critical value. */
    public boolean isSignificant() {
        return bootstrap.map(found -> found.pValue() <= SIGNIFICANCE).orElse(supF > critical.fivePercent);
    }

    /** The points at each end at which no break is looked for. */
    static int edge(int n, Regression regression) {
        return Math.max(regression.parameters() + 1, (int) Math.floor(TRIM * n));
    }

    static Critical critical(int n, Regression regression) {
        double[][] table = regression == Regression.MEAN ? MEAN_CRITICAL : TREND_CRITICAL;
        double[] values = new double[3];
        Arrays.setAll(values, k -> interpolated(n, table, k));
        return new Critical(values[0], values[1], values[2]);
    }

    private static double interpolated(int n, double[][] table, int column) {
        int above = 1;
        while (above < SIZES.length - 1 && SIZES[above] < n) {
            above++;
        }
        double left = 1 / SIZES[above - 1];
        double right = 1 / SIZES[above];
        double part = (left - 1.0 / Math.min(n, SIZES[SIZES.length - 1])) / (left - right);
        return table[above - 1][column] + part * (table[above][column] - table[above - 1][column]);
    }

    private static double residualSquares(double[] times, double[] values, int from, int to, Regression regression) {
        int n = to - from;
        double mean = CompensatedSum.over(n, i -> values[from + i]) / n;
        double middle = CompensatedSum.over(n, i -> times[from + i]) / n;
        double slope = 0;
        if (regression == Regression.TREND) {
            double squares = CompensatedSum.over(n, i -> (times[from + i] - middle) * (times[from + i] - middle));
            slope = CompensatedSum.over(n, i -> (times[from + i] - middle) * (values[from + i] - mean)) / squares;
        }
        double b = slope;
        return CompensatedSum.over(n, i -> {
            double residual = values[from + i] - mean - b * (times[from + i] - middle);
            return residual * residual;
        });
    }
}
