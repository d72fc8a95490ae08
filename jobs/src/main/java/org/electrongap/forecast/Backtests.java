package org.electrongap.forecast;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.electrongap.statistics.ForecastModel;
import org.electrongap.statistics.Outcome;
import org.electrongap.statistics.Scores;

/**
 * Forecasts from past origins, scored on what came: the table {@code out/backtests}.
 *
 * <p>A forecast from an origin has seen the values up to it and nothing later, and its interval only errors that were known
 * then; the values themselves are those of the latest edition. It is scored on the latest edition and, where an earlier one
 * gave another value first, on that too.
 *
 * @param origins last periods known, as ordinals of {@link Frequency} (years of yearly series)
 * @param horizon steps scored from each origin
 * @param level level of the interval
 * @param models which models
 */
public record Backtests(List<Integer> origins, int horizon, double level, List<ForecastModel> models)
        implements Serializable {

    /** The first and the last origin of the national series. */
    public static final int NATIONAL_FROM = 2010;

    public static final int NATIONAL_TO = 2019;

    /** The origins from which the pooled regressions are tried: each costs two fits. */
    public static final List<Integer> PANEL_ORIGINS = List.of(2012, 2015, 2018);

    /** All models from 2010 to 2019, six steps, 95 %. */
    public static Backtests national() {
        List<Integer> origins =
                IntStream.rangeClosed(NATIONAL_FROM, NATIONAL_TO).boxed().toList();
        return new Backtests(origins, 6, 0.95, List.of(ForecastModel.values()));
    }

    /**
     * The scored forecasts.
     *
     * @param series rows of {@link SeriesTable}
     * @return rows of {@code out/backtests}
     */
    public Dataset<Row> of(Dataset<Row> series) {
        return of(series, GrowthModels.NONE);
    }

    /** The scored forecasts, with those of pooled regressions at the origins for which they were fitted. */
    public Dataset<Row> of(Dataset<Row> series, GrowthModels growth) {
        return ScoredForecasts.table(scored(series, growth));
    }

    /**
     * The same, gathered by series and model as rows of {@link ScoredForecasts#SCHEMA}: what to persist when more than one
     * table is made of them.
     */
    public Dataset<Row> scored(Dataset<Row> series, GrowthModels growth) {
        PooledBounds bounds = new Calibration(models, origins, new Horizon.Steps(horizon), List.of(level)).of(series);
        FlatMapFunction<Row, Row> score =
                row -> scored(SeriesRow.of(row), bounds, growth).iterator();
        return series.where(col("reason").isNull()).flatMap(score, Encoders.row(ScoredForecasts.SCHEMA));
    }

    private List<Row> scored(SeriesRow series, PooledBounds bounds, GrowthModels growth) {
        List<Row> rows = new ArrayList<>();
        for (Predictor predictor : Predictor.of(series, models, bounds, growth, horizon)) {
            ScoredForecasts scored = new ScoredForecasts(series, predictor.model(), level);
            for (int origin : origins) {
                score(series, predictor, origin, scored);
            }
            scored.row().ifPresent(rows::add);
        }
        return rows;
    }

    private void score(SeriesRow series, Predictor predictor, int origin, ScoredForecasts scored) {
        int known = series.known(origin);
        int last = Math.min(horizon, series.values().length - known);
        if (known < RollingForecasts.MINIMUM_POINTS || last < 1) {
            return;
        }
        double[] past = Arrays.copyOf(series.values(), known);
        Outcome<Double> scale = Scores.meanAbsoluteStep(past, 1);
        Outcome<double[]> path = scale.then(any -> predictor.path(origin));
        path.value().ifPresent(points -> {
            for (int step = 1; step <= last; step++) {
                double point = points[step - 1];
                scored.add(origin, step, point, predictor.interval(origin, step, level, point), scale.orElseThrow());
            }
        });
    }
}
