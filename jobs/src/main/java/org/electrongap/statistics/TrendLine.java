package org.electrongap.statistics;

import java.util.Arrays;

/**
 * A straight line through a series over real time, of the values or of their logarithms.
 *
 * <p>{@code slope = S((t - tbar) y) / Sxx}, {@code se = s / sqrt(Sxx)}, {@code s^2 = RSS / (n - 2)}. Of a log-linear line the
 * slope is in log points per unit of time; {@link #predict} and the intervals of values are back on the original scale, so
 * they are medians. A line describes; it is no forecast of the project. Source: G. Seber and A. Lee, Linear Regression
 * Analysis, 2003, section 6.1.
 */
public final class TrendLine {

    /** On which scale the line is straight. */
    public enum Scale {
        LINEAR,
        LOG
    }

    private static final double LN_2 = StrictMath.log(2);

    private final Scale scale;
    private final LinearFit fit;

    private TrendLine(Scale scale, LinearFit fit) {
        this.scale = scale;
        this.fit = fit;
    }

    /** The line through the values: at least three points at two times. */
    public static Outcome<TrendLine> linear(double[] times, double[] values) {
        return LeastSquares.of(times, values).fit().map(fit -> new TrendLine(Scale.LINEAR, fit));
    }

    /** The line through the logarithms: at least three points at two times, all positive. */
    public static Outcome<TrendLine> logLinear(double[] times, double[] values) {
        return logarithms(values)
                .then(logs -> LeastSquares.of(times, logs).fit())
                .map(fit -> new TrendLine(Scale.LOG, fit));
    }

    /** The weighted line through the logarithms. */
    public static Outcome<TrendLine> logLinear(double[] times, double[] values, double[] weights) {
        return logarithms(values)
                .then(logs -> LeastSquares.of(times, logs).weighted(weights).fit())
                .map(fit -> new TrendLine(Scale.LOG, fit));
    }

    private static Outcome<double[]> logarithms(double[] values) {
        return Arrays.stream(values).allMatch(value -> value > 0)
                ? Outcome.of(Arrays.stream(values).map(StrictMath::log).toArray())
                : Outcome.refused("a value is not positive: it has no logarithm");
    }

    /** The regression behind the line, on the line's own scale. */
    public LinearFit fit() {
        return fit;
    }

    public Scale scale() {
        return scale;
    }

    /** Rise per unit of time: of the values, or of their logarithms. */
    public double slope() {
        return fit.coefficients()[1];
    }

    public double slopeStandardError() {
        return fit.standardErrors()[1];
    }

    public Interval slopeInterval(double level) {
        return fit.coefficientInterval(1, level);
    }

    /** Relative growth per unit of time of a log-linear line: {@code e^slope - 1}. */
    public Outcome<Double> growthRate() {
        return onLogScale(() -> StrictMath.expm1(slope()));
    }

    /** The interval of {@link #growthRate}. */
    public Outcome<Interval> growthRateInterval(double level) {
        return onLogScale(() -> slopeInterval(level).mapIncreasing(StrictMath::expm1));
    }

    /** Time to double at the slope of a log-linear line: {@code ln 2 / slope}; of a falling series there is none. */
    public Outcome<Double> doublingTime() {
        return slope() > 0
                ? onLogScale(() -> LN_2 / slope())
                : Outcome.refused("the trend does not rise: it never doubles");
    }

    /** {@code [ln 2 / b_hi, ln 2 / b_lo]}; refused when the interval of the slope contains 0. */
    public Outcome<Interval> doublingTimeInterval(double level) {
        Interval slopes = slopeInterval(level);
        return slopes.lower() > 0
                ? onLogScale(() -> new Interval(LN_2 / slopes.upper(), LN_2 / slopes.lower(), level))
                : Outcome.refused("the interval of the slope does not lie above 0");
    }

    /** The line at a time, on the original scale. */
    public double predict(double time) {
        return original(fit.predict(time));
    }

    /** Where a new value at that time lies, on the original scale. */
    public Interval predictionInterval(double time, double level) {
        return fit.predictionInterval(level, time).mapIncreasing(this::original);
    }

    /** Where the line at that time lies, on the original scale. */
    public Interval confidenceInterval(double time, double level) {
        return fit.confidenceInterval(level, time).mapIncreasing(this::original);
    }

    private double original(double onLine) {
        return scale == Scale.LOG ? StrictMath.exp(onLine) : onLine;
    }

    private <T> Outcome<T> onLogScale(java.util.function.Supplier<T> value) {
        return scale == Scale.LOG
                ? Outcome.of(value.get())
                : Outcome.refused("a line through the values has no constant relative growth");
    }
}
