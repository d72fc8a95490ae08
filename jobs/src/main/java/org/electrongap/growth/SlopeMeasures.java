package org.electrongap.growth;

import java.util.function.Consumer;
import org.electrongap.statistics.TrendLine;

/** Log slopes of trailing windows, and how the slope of the last five years differs from that of the five before. */
final class SlopeMeasures {

    private static final int[] SPANS = {3, 5, 10};
    private static final int HALF = 5;
    private static final String UNIT = "log points per year";

    private final Series series;
    private final Consumer<Trajectory> out;

    SlopeMeasures(Series series, Consumer<Trajectory> out) {
        this.series = series;
        this.out = out;
    }

    void compute(int first, int last) {
        for (int span : SPANS) {
            for (Point point : series.points()) {
                boolean enoughHistory = point.year() - span + 1 >= first || point.year() == last;
                if (enoughHistory && point.year() <= last) {
                    rolling(span, point.year());
                }
            }
        }
        out.accept(Trajectory.of("slope_change", UNIT, last - 2 * HALF + 1, last, slopeChange(last)));
    }

    private void rolling(int span, int year) {
        Estimate slope = Window.of(series, year - span + 1, year).estimate(SlopeMeasures::slope);
        out.accept(Trajectory.of("rolling_slope_" + span, UNIT, year - span + 1, year, slope));
    }

    private static Estimate slope(Window window) {
        return line(window).map(TrendMeasures::slope).orElseThrow();
    }

    private static org.electrongap.statistics.Outcome<TrendLine> line(Window window) {
        return TrendLine.logLinear(window.years(), window.values());
    }

    /** The two slopes are of separate points: their variances add; degrees of freedom of the pooled scatter. */
    private Estimate slopeChange(int last) {
        Window whole = Window.of(series, last - 2 * HALF + 1, last);
        return whole.estimate(both -> {
            Window late = Window.of(series, last - HALF + 1, last);
            Window early = Window.of(series, last - 2 * HALF + 1, last - HALF);
            if (late.refusal().isPresent() || early.refusal().isPresent()) {
                return late.refusal().or(early::refusal).orElseThrow();
            }
            TrendLine after = line(late).orElseThrow();
            TrendLine before = line(early).orElseThrow();
            double difference = after.slope() - before.slope();
            double error = StrictMath.hypot(after.slopeStandardError(), before.slopeStandardError());
            return Estimate.of(difference, StudentFactors.around(difference, error, both.n() - 4), both.n());
        });
    }
}
