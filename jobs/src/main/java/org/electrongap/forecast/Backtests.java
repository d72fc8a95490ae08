package org.electrongap.forecast;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.electrongap.statistics.ForecastModel;
import org.electrongap.statistics.Interval;
import org.electrongap.statistics.Outcome;
import org.electrongap.statistics.Scores;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

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

    /** The origin from which the pooled regressions are tried: each costs two fits. */
    public static final List<Integer> PANEL_ORIGINS = List.of(2015);

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
        PooledBounds bounds = new Calibration(models, origins, new Horizon.Steps(horizon), List.of(level)).of(series);
        FlatMapFunction<Row, Row> score =
                row -> scored(SeriesRow.of(row), bounds, growth).iterator();
        Contract contract = Contract.of(TableName.out("backtests"));
        return contract.conform(series.where(col("reason").isNull()).flatMap(score, Encoders.row(contract.schema())));
    }

    private List<Row> scored(SeriesRow series, PooledBounds bounds, GrowthModels growth) {
        List<Predictor> predictors = Predictor.of(series, models, bounds, growth, horizon);
        List<Row> rows = new ArrayList<>();
        for (int origin : origins) {
            int known = series.known(origin);
            int last = Math.min(horizon, series.values().length - known);
            if (known < RollingForecasts.MINIMUM_POINTS || last < 1) {
                continue;
            }
            double[] past = java.util.Arrays.copyOf(series.values(), known);
            Scores.meanAbsoluteStep(past, 1).value().ifPresent(scale -> {
                for (Predictor predictor : predictors) {
                    rows.addAll(scored(series, predictor, origin, last, scale));
                }
            });
        }
        return rows;
    }

    private List<Row> scored(SeriesRow series, Predictor predictor, int origin, int last, double scale) {
        Outcome<double[]> path = predictor.path(origin);
        if (path.isRefused()) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        for (int step = 1; step <= last; step++) {
            double point = path.orElseThrow()[step - 1];
            Outcome<Interval> interval = predictor.interval(origin, step, level, point);
            rows.add(row(series, predictor.model(), origin, step, point, interval, scale));
        }
        return rows;
    }

    private Row row(
            SeriesRow series,
            String model,
            int origin,
            int step,
            double point,
            Outcome<Interval> interval,
            double scale) {
        int known = series.known(origin);
        double actual = series.values()[known + step - 1];
        double naive = series.values()[known - 1];
        Double first = series.firstPublished(known + step - 1);
        Interval found = interval.value().orElse(null);
        return RowFactory.create(
                series.id(),
                series.text(SeriesTable.REGION),
                series.text(SeriesTable.TECHNOLOGY),
                series.text(SeriesTable.METRIC),
                model,
                series.frequency().text(origin),
                step,
                series.frequency().text(origin + step),
                actual,
                first,
                point,
                found == null ? null : found.lower(),
                found == null ? null : found.upper(),
                level,
                Scores.symmetricPercentageError(actual, point),
                Math.abs(actual - point) / scale,
                first == null ? null : Math.abs(first - point) / scale,
                Scores.symmetricPercentageError(actual, naive),
                Math.abs(actual - naive) / scale,
                found == null ? null : Scores.scaledIntervalScore(actual, found, scale),
                found == null ? null : found.contains(actual),
                (found == null ? Status.REFUSED : Status.OK).label(),
                interval.reason().orElse(null));
    }
}
