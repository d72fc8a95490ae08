package org.electrongap.growth;

import java.util.function.Consumer;
import java.util.function.Function;
import org.electrongap.statistics.Interval;
import org.electrongap.statistics.LeastSquares;
import org.electrongap.statistics.LinearFit;
import org.electrongap.statistics.Outcome;
import org.electrongap.statistics.TrendLine;

/**
 * The log-linear trend of the last unbroken stretch: slope, fit, doubling time, acceleration.
 *
 * <p>A description of what was, not a forecast: as a forecast a log-linear line loses badly against every simple method.
 */
final class TrendMeasures {

    private static final String SLOPE_UNIT = "log points per year";
    private static final int LEAST_FOR_CURVATURE = 5;

    private final int from;
    private final int to;
    private final Window window;
    private final Consumer<Trajectory> out;

    TrendMeasures(Series series, int from, int to, Consumer<Trajectory> out) {
        this.from = from;
        this.to = to;
        this.window = Window.of(series, from, to);
        this.out = out;
    }

    void compute() {
        Outcome<TrendLine> line = window.refusal().isPresent()
                ? Outcome.refused("")
                : TrendLine.logLinear(window.years(), window.values());
        emit("log_slope", SLOPE_UNIT, line, TrendMeasures::slope);
        emit("log_slope_se", SLOPE_UNIT, line, trend -> Estimate.of(trend.slopeStandardError(), window.n()));
        emit("r_squared", "fraction", line, trend -> plain(trend.fit().rSquared()));
        emit("durbin_watson", "", line, trend -> plain(trend.fit().durbinWatson()));
        emit("doubling_time", "years", line, TrendMeasures::doublingTime);
        Outcome<LinearFit> curve = curve();
        emit("acceleration", "log points per year squared", curve, this::curvature);
        emit("acceleration_t", "", curve, this::curvatureT);
        new BreakMeasures(window)
                .compute((measure, estimate) ->
                        out.accept(Trajectory.of(measure, breakUnit(measure), from, to, estimate)));
    }

    private static String breakUnit(String measure) {
        return measure.equals("break_year") ? "year" : "";
    }

    static Estimate slope(TrendLine line) {
        int n = line.fit().n();
        return Estimate.of(line.slope(), StudentFactors.around(line.slope(), line.slopeStandardError(), n - 2), n);
    }

    private static Estimate doublingTime(TrendLine line) {
        int n = line.fit().n();
        Interval slope = StudentFactors.around(line.slope(), line.slopeStandardError(), n - 2);
        if (slope.upper() < 0) {
            return Estimate.refused(Status.FALLING, "the series falls: it never doubles", n);
        }
        if (slope.lower() <= 0) {
            return Estimate.refused(Status.INTERVAL_CONTAINS_ZERO, "the interval of the slope contains 0", n);
        }
        double ln2 = StrictMath.log(2);
        return Estimate.of(
                ln2 / line.slope(), new Interval(ln2 / slope.upper(), ln2 / slope.lower(), slope.level()), n);
    }

    private Estimate plain(Outcome<Double> outcome) {
        return outcome.value()
                .map(value -> Estimate.of(value, window.n()))
                .orElseGet(() ->
                        Estimate.refused(Status.NO_VARIATION, outcome.reason().orElseThrow(), window.n()));
    }

    /** {@code ln y = a + b tau + c tau^2}, tau the years from the middle of the window. */
    private Outcome<LinearFit> curve() {
        if (window.n() < LEAST_FOR_CURVATURE) {
            return Outcome.refused("needs " + LEAST_FOR_CURVATURE + " points, has " + window.n());
        }
        double middle = (window.years()[0] + window.years()[window.n() - 1]) / 2;
        double[] tau = new double[window.n()];
        double[] logs = new double[window.n()];
        for (int i = 0; i < tau.length; i++) {
            tau[i] = window.years()[i] - middle;
            logs[i] = StrictMath.log(window.values()[i]);
        }
        return LeastSquares.polynomial(tau, logs, 2).fit();
    }

    private Estimate curvature(LinearFit fit) {
        double c = fit.coefficients()[2];
        return Estimate.of(c, StudentFactors.around(c, fit.standardErrors()[2], fit.degreesOfFreedom()), window.n());
    }

    private Estimate curvatureT(LinearFit fit) {
        double error = fit.standardErrors()[2];
        return error > 0
                ? Estimate.of(fit.coefficients()[2] / error, window.n())
                : Estimate.refused(Status.NO_VARIATION, "the curve fits without residuals", window.n());
    }

    private <T> void emit(String measure, String unit, Outcome<T> fit, Function<T, Estimate> measureOf) {
        Estimate estimate = window.estimate(points -> fit.value()
                .map(measureOf)
                .orElseGet(() ->
                        Estimate.refused(Status.TOO_FEW_POINTS, fit.reason().orElseThrow(), points.n())));
        out.accept(Trajectory.of(measure, unit, from, to, estimate));
    }
}
