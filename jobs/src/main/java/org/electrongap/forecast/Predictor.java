package org.electrongap.forecast;

import java.util.ArrayList;
import java.util.List;
import org.electrongap.statistics.ForecastModel;
import org.electrongap.statistics.Interval;
import org.electrongap.statistics.Outcome;

/** One model at one series: its forecasts from an origin, and how sure it is of them. */
sealed interface Predictor permits SinglePredictor, PooledPredictor {

    /** The model's name in tables. */
    String model();

    /** The forecasts of steps 1, 2, ... from what was known at a period, {@link Calibration#END} for all. */
    Outcome<double[]> path(int origin);

    /** The interval of one of these forecasts. */
    Outcome<Interval> interval(int origin, int step, double level, double point);

    /** All models of a series, the default one first. */
    static List<Predictor> of(
            SeriesRow series, List<ForecastModel> models, PooledBounds bounds, GrowthModels growth, int steps) {
        List<Predictor> predictors = new ArrayList<>();
        RollingForecasts rolling =
                new RollingForecasts(series.values(), series.frequency().periodsPerYear(), models, steps);
        for (ForecastModel model : models) {
            predictors.add(new SinglePredictor(series, model, rolling, bounds));
        }
        for (GrowthModel.Kind kind : growth.kinds()) {
            predictors.add(new PooledPredictor(series, kind, growth, steps));
        }
        return predictors;
    }
}
