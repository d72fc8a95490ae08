package org.electrongap.forecast;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.electrongap.statistics.ForecastModel;

/**
 * A user's own series, from a long file with the columns {@code series_id}, {@code period} and {@code value}.
 *
 * <p>Periods are written 2024, 2024-Q3 or 2024-07, alike within a series. Gaps are never filled: a series with a gap is
 * forecast from its last run without one if that has {@value RollingForecasts#MINIMUM_POINTS} values, and refused otherwise.
 */
public final class OwnSeries {

    /** The columns that the file must have. */
    public static final List<String> COLUMNS = List.of("series_id", "period", "value");

    private static final String FREQUENCY = "case when period rlike '^[0-9]{4}$' then 'yearly'"
            + " when period rlike '^[0-9]{4}-Q[1-4]$' then 'quarterly'"
            + " when period rlike '^[0-9]{4}-(0[1-9]|1[0-2])$' then 'monthly' end";
    private static final String ORDINAL = "case frequency when 'yearly' then cast(period as int)"
            + " when 'quarterly' then 4 * cast(left(period, 4) as int) + cast(right(period, 1) as int) - 1"
            + " when 'monthly' then 12 * cast(left(period, 4) as int) + cast(right(period, 2) as int) - 1 end";

    private final Dataset<Row> cells;

    private OwnSeries(Dataset<Row> cells) {
        this.cells = cells;
    }

    /**
     * The series of a file.
     *
     * @param rows the file, its columns as text or with types
     * @throws IllegalArgumentException naming the missing columns
     */
    public static OwnSeries of(Dataset<Row> rows) {
        List<String> missing = new ArrayList<>(COLUMNS);
        missing.removeAll(Arrays.asList(rows.columns()));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the file has no column " + String.join(", ", missing)
                    + "; it needs series_id, period and value, and has " + String.join(", ", rows.columns()));
        }
        Column period = trim(col("period").cast("string"));
        return new OwnSeries(rows.select(
                        trim(col("series_id").cast("string")).as("series_id"),
                        period.as("period"),
                        expr("try_cast(value as double)").as("value"),
                        col("value").cast("string").as("text"))
                .withColumn("frequency", expr(FREQUENCY))
                .withColumn("ordinal", expr(ORDINAL)));
    }

    /**
     * All faults of the file, each with how often it occurs and two of its places; empty when there are none. One pass over
     * the file, and one to group it.
     */
    public List<String> faults() {
        Column fault = when(coalesce(col("series_id"), lit("")).equalTo(""), "a row has no series_id")
                .when(col("ordinal").isNull(), "a period is not written 2024, 2024-Q3 or 2024-07")
                .when(notFinite(col("value")), "a value is not a finite number");
        Column repeated = when(col("rows").gt(1), "a period occurs more than once in a series");
        Column mixed = when(col("frequencies").gt(1), "a series mixes yearly, quarterly or monthly periods");
        Column shown = expr("concat_ws(', ', series_id, period, text)");
        Dataset<Row> cellFaults = cells.select(fault.as("fault"), shown.as("place"));
        Dataset<Row> repeats = cells.groupBy("series_id", "period")
                .agg(count(lit(1)).as("rows"))
                .select(
                        repeated.as("fault"),
                        expr("concat_ws(', ', series_id, period)").as("place"));
        Dataset<Row> mixes = cells.where(col("ordinal").isNotNull())
                .groupBy("series_id")
                .agg(expr("count(distinct frequency)").as("frequencies"))
                .select(mixed.as("fault"), col("series_id").as("place"));
        return cellFaults
                .unionByName(repeats)
                .unionByName(mixes)
                .where(col("fault").isNotNull())
                .groupBy("fault")
                .agg(count(lit(1)).as("times"), min("place"), max("place"))
                .orderBy("fault")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0) + ": " + row.getLong(1) + " times, from (" + row.getString(2) + ") to ("
                        + row.getString(3) + ")")
                .toList();
    }

    private static Column notFinite(Column value) {
        return value.isNull()
                .or(isnan(value))
                .or(value.equalTo(Double.POSITIVE_INFINITY))
                .or(value.equalTo(Double.NEGATIVE_INFINITY));
    }

    /**
     * The series, without faults, in the form that forecasts read; persist them.
     *
     * @return rows of {@link SeriesTable}; region, technology and metric are null
     */
    public Dataset<Row> series() {
        MapFunction<Row, Row> series = OwnSeries::series;
        return cells.groupBy("series_id", "frequency")
                .agg(array_sort(collect_list(struct("ordinal", "value"))).as("cells"))
                .map(series, Encoders.row(SeriesTable.SCHEMA));
    }

    /**
     * The forecasts by the default model.
     *
     * @param horizon how many periods
     * @param levels levels of the intervals
     * @return rows of {@code out/forecasts}
     */
    public static Dataset<Row> forecasts(Dataset<Row> series, int horizon, List<Double> levels) {
        return new Forecasts(new Horizon.Steps(horizon), levels, List.of(ForecastModel.DEFAULT)).of(series);
    }

    private static Row series(Row row) {
        Frequency frequency = Frequency.labelled(row.getString(1));
        List<Row> cells = row.getList(2);
        int start = cells.size() - 1;
        while (start > 0 && cells.get(start - 1).getInt(0) == cells.get(start).getInt(0) - 1) {
            start--;
        }
        List<Row> run = cells.subList(start, cells.size());
        Double[] values = run.stream().map(cell -> cell.getDouble(1)).toArray(Double[]::new);
        boolean enough = values.length >= RollingForecasts.MINIMUM_POINTS;
        int first = (enough ? run.get(0) : run.get(run.size() - 1)).getInt(0);
        return RowFactory.create(
                row.getString(0),
                null,
                null,
                null,
                frequency.label(),
                frequency.label(),
                first,
                enough ? SeriesTable.cell(values) : null,
                null,
                "single",
                null,
                null,
                null,
                enough ? null : shortage(frequency, values.length, cells.size()));
    }

    private static String shortage(Frequency frequency, int run, int all) {
        String needs = "needs " + RollingForecasts.MINIMUM_POINTS + " " + frequency.label() + " points, has ";
        return run == all
                ? needs + run
                : needs + run + " after its last gap (" + all + " in all; gaps are never filled)";
    }
}
