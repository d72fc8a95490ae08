package org.electrongap.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.electrongap.statistics.ForecastModel;
import org.electrongap.statistics.Interval;
import org.electrongap.statistics.Outcome;
import org.electrongap.statistics.Probability;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/**
 * Forecasts of every series with pooled conformal intervals: the table {@code out/forecasts}.
 *
 * <p>Two Spark jobs read the series (see {@link Calibration}); the forecasts themselves are one pass over the partitions
 * when the result is read. The result does not depend on the partitioning.
 *
 * @param horizon how far
 * @param levels levels of the intervals, such as 0.8 and 0.95; the median is always there
 * @param models which models; {@link ForecastModel#DEFAULT} is always the default one
 */
public record Forecasts(Horizon horizon, List<Double> levels, List<ForecastModel> models) implements Serializable {

    /** The year to which the national series are forecast unless asked otherwise. */
    public static final int NATIONAL_UNTIL = 2035;

    /** The levels unless asked otherwise. */
    public static final List<Double> USUAL_LEVELS = List.of(0.8, 0.95);

    /** What is never null says so: Parquet then stores and reads no null flags for it. */
    private static final StructType PATHS = new StructType()
            .add("series_id", DataTypes.StringType, false)
            .add("region", DataTypes.StringType)
            .add("technology", DataTypes.StringType)
            .add("metric", DataTypes.StringType)
            .add("model", DataTypes.StringType, false)
            .add("origin", DataTypes.StringType, false)
            .add("targets", DataTypes.createArrayType(DataTypes.StringType, false), false)
            .add("quantiles", DataTypes.createArrayType(DataTypes.DoubleType, false), false)
            .add("values", DataTypes.createArrayType(DataTypes.DoubleType))
            .add("reasons", DataTypes.createArrayType(DataTypes.StringType));

    public Forecasts {
        levels.forEach(Probability::requireLevel);
        levels = List.copyOf(new TreeSet<>(levels));
        models = Stream.concat(Stream.of(ForecastModel.DEFAULT), models.stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** All models to 2035 at 80 and 95 %. */
    public static Forecasts national() {
        return new Forecasts(new Horizon.UntilYear(NATIONAL_UNTIL), USUAL_LEVELS, List.of(ForecastModel.values()));
    }

    /** The medians of the default model alone: a light pass that needs no calibration. */
    public Forecasts medians() {
        return new Forecasts(horizon, List.of(), List.of(ForecastModel.DEFAULT));
    }

    /**
     * The forecasts.
     *
     * @param series rows of {@link SeriesTable}; persist them, they are read three times
     * @return rows of {@code out/forecasts}; a series that cannot be forecast has one row a target with its reason
     */
    public Dataset<Row> of(Dataset<Row> series) {
        return of(series, GrowthModels.NONE);
    }

    /** The forecasts, with those of pooled regressions beside them. */
    public Dataset<Row> of(Dataset<Row> series, GrowthModels growth) {
        PooledBounds bounds =
                levels.isEmpty() ? PooledBounds.none() : new Calibration(models, List.of(), horizon, levels).of(series);
        double[] quantiles = quantiles();
        FlatMapFunction<Row, Row> forecast =
                row -> paths(row, bounds, growth, quantiles).iterator();
        return Contract.of(TableName.out("forecasts")).conform(tall(series.flatMap(forecast, Encoders.row(PATHS))));
    }

    private static Dataset<Row> tall(Dataset<Row> paths) {
        Column perStep = expr("size(quantiles)");
        Column step = expr("cast(position div size(quantiles) as int)").plus(1);
        Column reason = element_at(col("reasons"), step);
        return paths.select(col("*"), posexplode(col("values")).as(new String[] {"position", "value"}))
                .select(
                        col("series_id"),
                        col("region"),
                        col("technology"),
                        col("metric"),
                        col("model"),
                        col("model").equalTo(ForecastModel.DEFAULT.label()).as("is_default"),
                        col("origin"),
                        element_at(col("targets"), step).as("target_period"),
                        element_at(
                                        col("quantiles"),
                                        pmod(col("position"), perStep).plus(1))
                                .as("quantile"),
                        col("value"),
                        when(col("value").isNull(), Status.REFUSED.label())
                                .otherwise(Status.OK.label())
                                .as("status"),
                        when(col("value").isNull(), reason).as("reason"));
    }

    private List<Row> paths(Row row, PooledBounds bounds, GrowthModels growth, double[] quantiles) {
        String unusable = row.getString(SeriesTable.REASON);
        if (unusable != null) {
            return List.of(refused(row, unusable));
        }
        SeriesRow series = SeriesRow.of(row);
        int steps = horizon.steps(series.frequency(), series.lastPeriod());
        return Predictor.of(series, models, bounds, growth, steps).stream()
                .map(predictor -> path(series, predictor, steps, quantiles))
                .toList();
    }

    private Row refused(Row row, String reason) {
        Frequency frequency = Frequency.labelled(row.getString(SeriesTable.FREQUENCY));
        int last = row.getInt(SeriesTable.FIRST_PERIOD);
        int steps = horizon.steps(frequency, last);
        String[] reasons = new String[steps];
        Arrays.fill(reasons, reason);
        return row(
                row,
                ForecastModel.DEFAULT.label(),
                frequency.texts(last, steps),
                new double[] {0.5},
                new Double[steps],
                reasons);
    }

    private Row path(SeriesRow series, Predictor predictor, int steps, double[] quantiles) {
        int width = 2 * levels.size() + 1;
        Double[] values = new Double[steps * width];
        String[] reasons = new String[steps];
        Outcome<double[]> path = predictor.path(Calibration.END);
        path.reason().ifPresent(reason -> Arrays.fill(reasons, reason));
        double[] points = path.value().orElse(new double[0]);
        for (int step = 1; step <= points.length; step++) {
            int median = (step - 1) * width + levels.size();
            values[median] = points[step - 1];
            for (int k = 0; k < levels.size(); k++) {
                Outcome<Interval> interval = predictor.interval(Calibration.END, step, levels.get(k), points[step - 1]);
                values[median - k - 1] = interval.value().map(Interval::lower).orElse(null);
                values[median + k + 1] = interval.value().map(Interval::upper).orElse(null);
                reasons[step - 1] = interval.reason().orElse(reasons[step - 1]);
            }
        }
        String[] periods = series.frequency().texts(series.lastPeriod(), steps);
        return row(series.row(), predictor.model(), periods, quantiles, values, reasons);
    }

    /** A path; its periods are the origin and the targets behind it. */
    private static Row row(
            Row series, String model, String[] periods, double[] quantiles, Double[] values, String[] reasons) {
        return RowFactory.create(
                series.getString(SeriesTable.ID),
                series.getString(SeriesTable.REGION),
                series.getString(SeriesTable.TECHNOLOGY),
                series.getString(SeriesTable.METRIC),
                model,
                periods[0],
                Arrays.copyOfRange(periods, 1, periods.length),
                quantiles,
                values,
                reasons);
    }

    /** The probabilities in ascending order: level L gives (1 - L)/2 and (1 + L)/2, rounded to three decimals. */
    double[] quantiles() {
        double[] quantiles = new double[2 * levels.size() + 1];
        quantiles[levels.size()] = 0.5;
        for (int k = 0; k < levels.size(); k++) {
            quantiles[levels.size() - k - 1] = rounded((1 - levels.get(k)) / 2);
            quantiles[levels.size() + k + 1] = rounded((1 + levels.get(k)) / 2);
        }
        return quantiles;
    }

    private static double rounded(double probability) {
        return BigDecimal.valueOf(probability).setScale(3, RoundingMode.HALF_UP).doubleValue();
    }
}
