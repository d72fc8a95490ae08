package org.electrongap.statistics;

/**
 * Holt's linear trend with a damped slope, in the error-correction form
 *
 * <p>{@code e = y - l - phi b; l' = l + phi b + alpha e; b' = phi b + alpha beta e}. The constants come from a grid by least
 * squared one-step errors; the best initial level and slope are closed form, because the errors are linear in both: {@code e
 * = e0 + l e1 + b e2}, where e1 and e2 do not depend on the values. Source: E. Gardner and E. McKenzie, Forecasting trends
 * in time series, Management Science 31 (1985).
 */
public final class DampedTrend {

    private static final double[] ALPHAS = {0.1, 0.3, 0.5, 0.7, 0.9, 1};
    private static final double[] BETAS = {0, 0.1, 0.3, 0.6};
    private static final double[] DAMPINGS = {0.8, 0.9, 0.98};

    /** Longer series compute the responses anew, which costs more than the forecast itself. */
    private static final int USUAL_LENGTH = 128;

    private static final Response[] USUAL = responses(USUAL_LENGTH);

    private DampedTrend() {}

    /** Forecasts of at least three values. */
    public static double[] forecast(double[] values, int horizon) {
        int n = values.length;
        Response[] responses = n <= USUAL_LENGTH ? USUAL : responses(n);
        Fit best = null;
        for (Response response : responses) {
            Fit fit = response.fit(values);
            if (best == null || fit.squaredErrors < best.squaredErrors) {
                best = fit;
            }
        }
        return best.continued(horizon);
    }

    private static Response[] responses(int length) {
        Response[] responses = new Response[ALPHAS.length * BETAS.length * DAMPINGS.length];
        int next = 0;
        for (double damping : DAMPINGS) {
            for (double beta : BETAS) {
                for (double alpha : ALPHAS) {
                    responses[next++] = new Response(alpha, beta, damping, length);
                }
            }
        }
        return responses;
    }

    /**
     * The level and slope after the last value, and the squared errors that led there.
     *
     * @param damping the factor of the slope at each step
     */
    private record Fit(double level, double slope, double damping, double squaredErrors) {

        double[] continued(int horizon) {
            double[] forecast = new double[horizon];
            double weight = 1;
            double sum = 0;
            for (int h = 0; h < horizon; h++) {
                weight *= damping;
                sum += weight;
                forecast[h] = level + slope * sum;
            }
            return forecast;
        }
    }

    /** How the recursion with given constants answers to a unit initial level and a unit initial slope, without values. */
    private static final class Response {

        private final double alpha;
        private final double gain;
        private final double phi;

        /** Errors e1 and e2 of step i. */
        private final double[] levelError;

        private final double[] slopeError;

        /** Level and slope after i steps, from the unit level and from the unit slope. */
        private final double[][] state;

        /** Sums of e1 e1, e1 e2 and e2 e2 over the first i steps. */
        private final double[][] products;

        Response(double alpha, double beta, double phi, int length) {
            this.alpha = alpha;
            this.gain = alpha * beta;
            this.phi = phi;
            levelError = new double[length];
            slopeError = new double[length];
            state = new double[length + 1][];
            products = new double[length + 1][3];
            state[0] = new double[] {1, 0, 0, 1};
            for (int i = 0; i < length; i++) {
                step(i);
            }
        }

        private void step(int i) {
            double[] s = state[i];
            double e1 = -(s[0] + phi * s[1]);
            double e2 = -(s[2] + phi * s[3]);
            levelError[i] = e1;
            slopeError[i] = e2;
            state[i + 1] =
                    new double[] {-e1 + alpha * e1, phi * s[1] + gain * e1, -e2 + alpha * e2, phi * s[3] + gain * e2};
            double[] before = products[i];
            products[i + 1] = new double[] {before[0] + e1 * e1, before[1] + e1 * e2, before[2] + e2 * e2};
        }

        /** The innermost loop of the project: 72 times for every forecast. */
        Fit fit(double[] values) {
            double level = 0;
            double slope = 0;
            double squares = 0;
            double withLevel = 0;
            double withSlope = 0;
            double first = values[0];
            for (int i = 0; i < values.length; i++) {
                double damped = phi * slope;
                double expected = level + damped;
                double error = values[i] - first - expected;
                level = expected + alpha * error;
                slope = damped + gain * error;
                squares += error * error;
                withLevel += error * levelError[i];
                withSlope += error * slopeError[i];
            }
            return best(values.length, first, level, slope, squares, withLevel, withSlope);
        }

        private Fit best(int n, double first, double level, double slope, double squares, double with1, double with2) {
            double[] p = products[n];
            double determinant = p[0] * p[2] - p[1] * p[1];
            boolean singular = !(determinant > 1e-12 * p[0] * p[2]);
            double startLevel = singular ? -with1 / p[0] : (with2 * p[1] - with1 * p[2]) / determinant;
            double startSlope = singular ? 0 : (with1 * p[1] - with2 * p[0]) / determinant;
            double[] s = state[n];
            return new Fit(
                    first + level + startLevel * s[0] + startSlope * s[2],
                    slope + startLevel * s[1] + startSlope * s[3],
                    phi,
                    squares + startLevel * with1 + startSlope * with2);
        }
    }
}
