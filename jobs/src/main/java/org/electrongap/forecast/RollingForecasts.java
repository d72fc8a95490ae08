package org.electrongap.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.electrongap.statistics.ForecastModel;
import org.electrongap.statistics.Outcome;
import org.electrongap.statistics.Scores;
import org.electrongap.statistics.SeasonalAdjustment;

/**
 * The forecasts of one series by several models from any of its origins, each computed once.
 *
 * <p>An origin is a number of values: the forecast from origin {@code end} has seen the first {@code end} values and nothing
 * else. The season, where there is one, is taken out before and put back after a model; forecasts of a series that was
 * never negative are not negative.
 */
public final class RollingForecasts {

    /** A forecast needs this many values. */
    public static final int MINIMUM_POINTS = 6;

    /** An error counts for the calibration when at least this many values were left to forecast from. */
    public static final int MINIMUM_CALIBRATION_POINTS = 8;

    private final double[] values;
    private final int season;
    private final List<ForecastModel> models;
    private final int horizon;
    private final double[][][] paths;
    private final double[] scales;

    /**
     * @param values the series, oldest first, finite, without gaps
     * @param season values a year: 1, 4 or 12
     * @param horizon how many steps each forecast has
     */
    public RollingForecasts(double[] values, int season, List<ForecastModel> models, int horizon) {
        this.values = values;
        this.season = season;
        this.models = models;
        this.horizon = horizon;
        this.paths = new double[values.length + 1][][];
        this.scales = new double[values.length + 1];
    }

    /** The forecasts of steps 1 to horizon from an origin, or why there are none. */
    public Outcome<double[]> path(ForecastModel model, int end) {
        return end < MINIMUM_POINTS
                ? Outcome.refused("needs " + MINIMUM_POINTS + " points, has " + end)
                : Outcome.of(computed(end)[models.indexOf(model)]);
    }

    /** The mean absolute step of the seasonally adjusted values before an origin: the unit of scaled errors. */
    public Outcome<Double> scale(int end) {
        computed(end);
        return scales[end] > 0
                ? Outcome.of(scales[end])
                : Outcome.refused("the series never changes: errors have no scale");
    }

    /**
     * Passes on the scaled errors that were known at an origin: {@code (y - f_h) / scale} of the step, from the cut-offs
     * {@code step, step + 2, step + 4} before it, or from all from {@code step} on.
     */
    public void errors(ForecastModel model, int origin, int step, CutOffs cutOffs, DoubleConsumer sink) {
        int least = Math.max(MINIMUM_CALIBRATION_POINTS, 2 * season);
        for (int k = 0; k < cutOffs.count(); k++) {
            int end = origin - step - k * cutOffs.stride();
            if (end < least) {
                return;
            }
            double[] path = computed(end)[models.indexOf(model)];
            if (scales[end] > 0) {
                sink.accept((values[end + step - 1] - path[step - 1]) / scales[end]);
            }
        }
    }

    private double[][] computed(int end) {
        if (paths[end] == null) {
            double[] past = Arrays.copyOf(values, end);
            SeasonalAdjustment adjustment = SeasonalAdjustment.of(past, season);
            double[] adjusted = adjustment.found() ? adjustment.remove(past) : past;
            paths[end] = ForecastModel.all(models, adjusted, horizon).stream()
                    .map(path -> floored(adjustment.found() ? adjustment.restore(path, end) : path, past))
                    .toArray(double[][]::new);
            scales[end] = Scores.meanAbsoluteStep(adjusted, 1).value().orElse(0.0);
        }
        return paths[end];
    }

    private static double[] floored(double[] path, double[] past) {
        for (double value : past) {
            if (value < 0) {
                return path;
            }
        }
        for (int h = 0; h < path.length; h++) {
            path[h] = Math.max(0, path[h]);
        }
        return path;
    }
}
