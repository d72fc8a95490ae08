package org.electrongap.forecast;

import org.electrongap.statistics.Interval;
import org.electrongap.statistics.Outcome;

/** A regression over all series, applied to one of them. */
record PooledPredictor(SeriesRow series, GrowthModel.Kind kind, GrowthModels models, int steps) implements Predictor {

    @Override
    public String model() {
        return kind.label();
    }

    @Override
    public Outcome<double[]> path(int origin) {
        return models.model(kind, origin).then(model -> model.growth(series)).then(growth -> path(growth, origin));
    }

    private Outcome<double[]> path(double growth, int origin) {
        int known = series.known(origin);
        if (known < 1 || !(series.values()[known - 1] > 0)) {
            return Outcome.refused("the last value is not positive: relative growth has no base");
        }
        double[] path = new double[steps];
        for (int h = 1; h <= steps; h++) {
            path[h - 1] = series.values()[known - 1] * StrictMath.exp(h * growth);
        }
        return Outcome.of(path);
    }

    @Override
    public Outcome<Interval> interval(int origin, int step, double level, double point) {
        return models.model(kind, origin).map(model -> model.interval(point, step, level));
    }
}
