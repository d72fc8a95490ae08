package org.electrongap.statistics;

/**
 * The confidence set of a ratio of two normal estimates.
 *
 * <p>{@code {rho : (d - rho delta)^2 <= t^2 (v_dd - 2 rho v_dDelta + rho^2 v_DeltaDelta)}}; an interval only if {@code
 * delta^2 > t^2 v_DeltaDelta}. Source: E. Fieller, Some problems in interval estimation, JRSS B 16 (1954).
 *
 * @param numerator estimate d
 * @param denominator estimate delta
 * @param numeratorVariance v_dd
 * @param covariance v_dDelta
 * @param denominatorVariance v_DeltaDelta
 */
public record Fieller(
        double numerator, double denominator, double numeratorVariance, double covariance, double denominatorVariance) {

    /** The reason of a refusal when the set is not an interval. */
    public static final String UNBOUNDED = "unbounded";

    /** The estimate of the ratio itself. */
    public Outcome<Double> ratio() {
        return denominator != 0
                ? Outcome.of(numerator / denominator)
                : Outcome.refused("the denominator is 0: the ratio has no value");
    }

    /**
     * The interval of the ratio, or a refusal whose reason is {@link #UNBOUNDED} when the denominator does not differ from 0
     * at that level.
     *
     * @param t the two-sided critical value that belongs to {@code level}, see {@link Probability#studentTFactor}
     */
    public Outcome<Interval> interval(double t, double level) {
        double a = denominator * denominator - t * t * denominatorVariance;
        if (!(a > 0)) {
            return Outcome.refused(UNBOUNDED);
        }
        double b = numerator * denominator - t * t * covariance;
        double c = numerator * numerator - t * t * numeratorVariance;
        double root = Math.sqrt(Math.max(0, b * b - a * c));
        return Outcome.of(new Interval((b - root) / a, (b + root) / a, level));
    }
}
