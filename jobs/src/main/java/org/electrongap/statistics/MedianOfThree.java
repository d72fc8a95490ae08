package org.electrongap.statistics;

/**
 * The point forecast "C3": for each step the median of three methods that fail in different ways.
 *
 * <p>The three are drift, Theta on the Box-Cox transform, and the damped log-median drift {@code exp(ln y_n + median(diff ln
 * y) S_{i <= h} 0.9^i)}; for a series that is not positive drift, additive Theta and the last value. Combining simple
 * methods by their median: J. Armstrong, Combining forecasts, in Principles of Forecasting, 2001; Theta after a Box-Cox
 * transform: entry 245 (Legaki and Koutsouri) of the M4 competition, 2018; damping: E. Gardner and E. McKenzie, Management
 * Science 31 (1985).
 */
public final class MedianOfThree {

    private static final double DAMPING = 0.9;

    private MedianOfThree() {}

    /** Forecasts of at least three values. */
    public static double[] forecast(double[] values, int horizon) {
        return isPositive(values)
                ? forecast(values, horizon, boxCoxTheta(values, horizon))
                : median(
                        Drift.forecast(values, horizon), Theta.forecast(values, horizon), Drift.naive(values, horizon));
    }

    /** The forecast of positive values whose Box-Cox Theta is known already. */
    static double[] forecast(double[] values, int horizon, double[] boxCoxTheta) {
        return median(Drift.forecast(values, horizon), boxCoxTheta, dampedLogDrift(values, horizon));
    }

    /** Theta on the Box-Cox transform of positive values, transformed back. */
    public static double[] boxCoxTheta(double[] values, int horizon) {
        BoxCox transform = BoxCox.of(values);
        double[] forecast = Theta.forecast(transform.transformed(), horizon);
        for (int h = 0; h < horizon; h++) {
            forecast[h] = transform.invert(forecast[h]);
        }
        return forecast;
    }

    /** The last value continued with the median relative step, each step damped by 0.9. */
    public static double[] dampedLogDrift(double[] values, int horizon) {
        return dampedLogDrift(values, horizon, DAMPING);
    }

    static double[] dampedLogDrift(double[] values, int horizon, double damping) {
        double[] steps = new double[values.length - 1];
        double last = StrictMath.log(values[0]);
        for (int i = 0; i < steps.length; i++) {
            double next = StrictMath.log(values[i + 1]);
            steps[i] = next - last;
            last = next;
        }
        double step = Quantiles.median(steps);
        double weight = 1;
        double sum = 0;
        double[] forecast = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            weight *= damping;
            sum += weight;
            forecast[h] = StrictMath.exp(last + step * sum);
        }
        return forecast;
    }

    static boolean isPositive(double[] values) {
        for (double value : values) {
            if (!(value > 0)) {
                return false;
            }
        }
        return true;
    }

    private static double[] median(double[] a, double[] b, double[] c) {
        double[] median = new double[a.length];
        for (int h = 0; h < a.length; h++) {
            median[h] = Math.max(Math.min(a[h], b[h]), Math.min(Math.max(a[h], b[h]), c[h]));
        }
        return median;
    }
}
