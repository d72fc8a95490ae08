package org.electrongap.statistics;

import java.util.Arrays;

/**
 * Forecasts from the last value alone, with or without the mean step of the past.
 *
 * <p>Source: R. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice, 3rd edition, 2021, section 5.2.
 */
public final class Drift {

    private Drift() {}

    /** {@code y_n + h (y_n - y_1) / (n - 1)}. */
    public static double[] forecast(double[] values, int horizon) {
        int n = values.length;
        double last = values[n - 1];
        double rise = last - values[0];
        double[] forecast = new double[horizon];
        for (int h = 1; h <= horizon; h++) {
            forecast[h - 1] = last + h * rise / (n - 1);
        }
        return forecast;
    }

    /** The last value, repeated. */
    public static double[] naive(double[] values, int horizon) {
        double[] forecast = new double[horizon];
        Arrays.fill(forecast, values[values.length - 1]);
        return forecast;
    }

    /**
     * Where the drift forecast of the given step lies under normal steps: {@code +- t s sqrt(h (1 + h / (n - 1)))}, with
     * {@code s} the standard deviation of the steps and n - 2 degrees of freedom of t replaced by the normal quantile, as in
     * the same book, section 5.5.
     */
    public static Outcome<Interval> interval(double[] values, int step, double level) {
        int steps = values.length - 1;
        if (steps < 2) {
            return Outcome.refused("needs 3 points, has " + values.length);
        }
        double mean = (values[steps] - values[0]) / steps;
        double squares =
                CompensatedSum.over(steps, i -> StrictMath.pow(values[i + 1] - values[i] - mean, 2)) / (steps - 1);
        double spread = Math.sqrt(squares * step * (1 + (double) step / steps));
        double factor = Probability.normalQuantile((1 + level) / 2);
        return Outcome.of(Interval.around(values[steps] + step * mean, factor * spread, level));
    }
}
