package org.electrongap.statistics;

/**
 * Holt's linear trend with a damped slope, in the error-correction form
 *
 * <p>{@code e = y - l - phi b; l' = l + phi b + alpha e; b' = phi b + alpha beta e}. The constants come from a grid by least
 * squared one-step errors; the best initial level and slope are closed form, because the errors are linear in both. Source:
 * E. Gardner and E. McKenzie, Forecasting trends in time series, Management Science 31 (1985).
 */
public final class DampedTrend {

    private static final double[] ALPHAS = {0.1, 0.3, 0.5, 0.7, 0.9, 1};
    private static final double[] BETAS = {0, 0.1, 0.3, 0.6};
    private static final double[] DAMPINGS = {0.8, 0.9, 0.98};

    private final double alpha;
    private final double beta;
    private final double phi;

    /** States and errors of three runs: from the values with zero start, from a unit level, from a unit slope. */
    private final double[] level = {0, 1, 0};

    private final double[] slope = {0, 0, 1};
    private final double[] products = new double[6];

    private DampedTrend(double alpha, double beta, double phi) {
        this.alpha = alpha;
        this.beta = beta;
        this.phi = phi;
    }

    /** Forecasts of at least three values. */
    public static double[] forecast(double[] values, int horizon) {
        DampedTrend best = null;
        double least = Double.POSITIVE_INFINITY;
        for (double damping : DAMPINGS) {
            for (double beta : BETAS) {
                for (double alpha : ALPHAS) {
                    DampedTrend next = new DampedTrend(alpha, beta, damping).filter(values);
                    double squares = next.squaredErrors();
                    if (best == null || squares < least) {
                        best = next;
                        least = squares;
                    }
                }
            }
        }
        return best.continued(values[0], horizon);
    }

    private DampedTrend filter(double[] values) {
        double[] error = new double[3];
        for (double value : values) {
            for (int run = 0; run < 3; run++) {
                double seen = run == 0 ? value - values[0] : 0;
                double expected = level[run] + phi * slope[run];
                error[run] = seen - expected;
                level[run] = expected + alpha * error[run];
                slope[run] = phi * slope[run] + alpha * beta * error[run];
            }
            accumulate(error);
        }
        return this;
    }

    private void accumulate(double[] e) {
        products[0] += e[0] * e[0];
        products[1] += e[0] * e[1];
        products[2] += e[0] * e[2];
        products[3] += e[1] * e[1];
        products[4] += e[1] * e[2];
        products[5] += e[2] * e[2];
    }

    /** The initial level and slope that make the squared errors least. */
    private double[] start() {
        double determinant = products[3] * products[5] - products[4] * products[4];
        if (!(determinant > 1e-12 * products[3] * products[5])) {
            return new double[] {-products[1] / products[3], 0};
        }
        return new double[] {
            (products[2] * products[4] - products[1] * products[5]) / determinant,
            (products[1] * products[4] - products[2] * products[3]) / determinant
        };
    }

    private double squaredErrors() {
        double[] start = start();
        return products[0] + start[0] * products[1] + start[1] * products[2];
    }

    private double[] continued(double origin, int horizon) {
        double[] start = start();
        double lastLevel = origin + level[0] + start[0] * level[1] + start[1] * level[2];
        double lastSlope = slope[0] + start[0] * slope[1] + start[1] * slope[2];
        double[] forecast = new double[horizon];
        double weight = 1;
        double sum = 0;
        for (int h = 0; h < horizon; h++) {
            weight *= phi;
            sum += weight;
            forecast[h] = lastLevel + lastSlope * sum;
        }
        return forecast;
    }
}
