package org.electrongap.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.electrongap.statistics.Interval;
import org.electrongap.statistics.Outcome;
import org.electrongap.statistics.Scores;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** The scored forecasts of one series by one model: one row with an array, so that what they share is encoded once. */
public final class ScoredForecasts {

    private static final Contract CONTRACT = Contract.of(TableName.out("backtests"));

    private static final StructType SCORED = new StructType()
            .add("origin", StringType)
            .add("horizon", IntegerType)
            .add("target_period", StringType)
            .add("actual", DoubleType)
            .add("actual_first_published", DoubleType)
            .add("forecast", DoubleType)
            .add("lower", DoubleType)
            .add("upper", DoubleType)
            .add("smape", DoubleType)
            .add("scaled_error", DoubleType)
            .add("scaled_error_first_published", DoubleType)
            .add("naive_smape", DoubleType)
            .add("naive_scaled_error", DoubleType)
            .add("interval_score", DoubleType)
            .add("covered", BooleanType)
            .add("status", StringType)
            .add("reason", StringType);

    /** One row a series and model. */
    static final StructType SCHEMA = new StructType()
            .add("series_id", StringType)
            .add("region", StringType)
            .add("technology", StringType)
            .add("metric", StringType)
            .add("model", StringType)
            .add("level", DoubleType)
            .add("scored", DataTypes.createArrayType(SCORED));

    private final SeriesRow series;
    private final String model;
    private final double level;
    private final List<Row> rows = new ArrayList<>();

    ScoredForecasts(SeriesRow series, String model, double level) {
        this.series = series;
        this.model = model;
        this.level = level;
    }

    /**
     * The rows of {@code out/backtests}, one a forecast.
     *
     * @param scored what {@link Backtests#scored} gives
     */
    public static Dataset<Row> table(Dataset<Row> scored) {
        return CONTRACT.conform(scored.select(
                col("series_id"),
                col("region"),
                col("technology"),
                col("metric"),
                col("model"),
                col("level"),
                inline(col("scored"))));
    }

    /** The forecasts that were added, or empty when there was none. */
    Optional<Row> row() {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(RowFactory.create(
                        series.id(),
                        series.text(SeriesTable.REGION),
                        series.text(SeriesTable.TECHNOLOGY),
                        series.text(SeriesTable.METRIC),
                        model,
                        level,
                        rows.toArray(Row[]::new)));
    }

    /**
     * Scores a forecast.
     *
     * @param origin the last period that it knew
     * @param step how many periods later it looks
     * @param point the forecast
     * @param interval its interval, or why there is none
     * @param scale the unit of scaled errors
     */
    void add(int origin, int step, double point, Outcome<Interval> interval, double scale) {
        int known = series.known(origin);
        double actual = series.values()[known + step - 1];
        double naive = series.values()[known - 1];
        Double first = series.firstPublished(known + step - 1);
        Interval found = interval.value().orElse(null);
        rows.add(RowFactory.create(
                series.frequency().text(origin),
                step,
                series.frequency().text(origin + step),
                actual,
                first,
                point,
                found == null ? null : found.lower(),
                found == null ? null : found.upper(),
                Scores.symmetricPercentageError(actual, point),
                Math.abs(actual - point) / scale,
                first == null ? null : Math.abs(first - point) / scale,
                Scores.symmetricPercentageError(actual, naive),
                Math.abs(actual - naive) / scale,
                found == null ? null : Scores.scaledIntervalScore(actual, found, scale),
                found == null ? null : found.contains(actual),
                (found == null ? Status.REFUSED : Status.OK).label(),
                interval.reason().orElse(null)));
    }
}
