package org.electrongap.forecast;

import org.electrongap.statistics.ForecastModel;
import org.electrongap.statistics.Interval;
import org.electrongap.statistics.Outcome;

/** A model fitted to the series alone, with the conformal bounds of its pool. */
record SinglePredictor(SeriesRow series, ForecastModel kind, RollingForecasts rolling, PooledBounds bounds)
        implements Predictor {

    @Override
    public String model() {
        return kind.label();
    }

    @Override
    public Outcome<double[]> path(int origin) {
        return rolling.path(kind, series.known(origin));
    }

    @Override
    public Outcome<Interval> interval(int origin, int step, double level, double point) {
        PooledBounds.Key key = new PooledBounds.Key(series.pool(), kind, origin);
        return rolling.scale(series.known(origin))
                .then(scale -> bounds.interval(key, step, level, point, scale))
                .map(interval -> series.isNeverNegative() ? interval.atLeast(0) : interval);
    }
}
