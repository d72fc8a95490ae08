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

    private static final Responses USUAL = new Responses(USUAL_LENGTH);

    private DampedTrend() {}

    /** Forecasts of at least three values. */
    public static double[] forecast(double[] values, int horizon) {
        Responses responses = values.length <= USUAL_LENGTH ? USUAL : new Responses(values.length);
        return new Smoothing(responses).of(values).continued(horizon);
    }

    /**
     * The level and slope after the last value.
     *
     * @param damping the factor of the slope at each step
     */
    private record Fit(double level, double slope, double damping) {

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

    /** How the recursion answers to a unit initial level and a unit initial slope, without values, at each place of the grid. */
    private static final class Responses {

        private static final int GRID = ALPHAS.length * BETAS.length * DAMPINGS.length;

        private final double[] alpha = new double[GRID];
        private final double[] gain = new double[GRID];
        private final double[] phi = new double[GRID];

        /** Errors e1 and e2 of step i. */
        private final double[][] levelError;

        private final double[][] slopeError;

        /** Level and slope after i steps, from the unit level and from the unit slope. */
        private final double[][][] state;

        /** Sums of e1 e1, e1 e2 and e2 e2 over the first i steps. */
        private final double[][][] products;

        Responses(int length) {
            levelError = new double[length][GRID];
            slopeError = new double[length][GRID];
            state = new double[length + 1][GRID][4];
            products = new double[length + 1][GRID][3];
            int next = 0;
            for (double damping : DAMPINGS) {
                for (double beta : BETAS) {
                    for (double each : ALPHAS) {
                        alpha[next] = each;
                        gain[next] = each * beta;
                        phi[next] = damping;
                        respond(next++);
                    }
                }
            }
        }

        private void respond(int g) {
            state[0][g] = new double[] {1, 0, 0, 1};
            for (int i = 0; i < levelError.length; i++) {
                double[] s = state[i][g];
                double e1 = -(s[0] + phi[g] * s[1]);
                double e2 = -(s[2] + phi[g] * s[3]);
                levelError[i][g] = e1;
                slopeError[i][g] = e2;
                state[i + 1][g] = new double[] {
                    -e1 + alpha[g] * e1, phi[g] * s[1] + gain[g] * e1, -e2 + alpha[g] * e2, phi[g] * s[3] + gain[g] * e2
                };
                double[] before = products[i][g];
                products[i + 1][g] = new double[] {before[0] + e1 * e1, before[1] + e1 * e2, before[2] + e2 * e2};
            }
        }
    }

    /** The recursion at all places of the grid side by side: each waits for its own last step only. */
    private static final class Smoothing {

        private final Responses responses;
        private final double[] level = new double[Responses.GRID];
        private final double[] slope = new double[Responses.GRID];
        private final double[] squares = new double[Responses.GRID];
        private final double[] withLevel = new double[Responses.GRID];
        private final double[] withSlope = new double[Responses.GRID];

        Smoothing(Responses responses) {
            this.responses = responses;
        }

        Fit of(double[] values) {
            for (int i = 0; i < values.length; i++) {
                step(values[i] - values[0], responses.levelError[i], responses.slopeError[i]);
            }
            return best(values.length, values[0]);
        }

        /** The innermost loop of the project: for every value of every forecast. */
        private void step(double rise, double[] levelError, double[] slopeError) {
            double[] alpha = responses.alpha;
            double[] gain = responses.gain;
            double[] phi = responses.phi;
            for (int g = 0; g < Responses.GRID; g++) {
                double damped = phi[g] * slope[g];
                double expected = level[g] + damped;
                double error = rise - expected;
                level[g] = expected + alpha[g] * error;
                slope[g] = damped + gain[g] * error;
                squares[g] += error * error;
                withLevel[g] += error * levelError[g];
                withSlope[g] += error * slopeError[g];
            }
        }

        private Fit best(int n, double first) {
            Fit best = null;
            double least = 0;
            for (int g = 0; g < Responses.GRID; g++) {
                double[] p = responses.products[n][g];
                double determinant = p[0] * p[2] - p[1] * p[1];
                boolean singular = !(determinant > 1e-12 * p[0] * p[2]);
                double startLevel =
                        singular ? -withLevel[g] / p[0] : (withSlope[g] * p[1] - withLevel[g] * p[2]) / determinant;
                double startSlope = singular ? 0 : (withLevel[g] * p[1] - withSlope[g] * p[0]) / determinant;
                double errors = squares[g] + startLevel * withLevel[g] + startSlope * withSlope[g];
                if (best == null || errors < least) {
                    least = errors;
                    best = fit(n, g, first, startLevel, startSlope);
                }
            }
            return best;
        }

        private Fit fit(int n, int g, double first, double startLevel, double startSlope) {
            double[] s = responses.state[n][g];
            return new Fit(
                    first + level[g] + startLevel * s[0] + startSlope * s[2],
                    slope[g] + startLevel * s[1] + startSlope * s[3],
                    responses.phi[g]);
        }
    }
}
