package org.electrongap.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.statistics.ForecastModel;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/**
 * How far the forecast of a total and the sum of the forecasts of its parts lie apart: the table {@code
 * out/reconciliation}.
 *
 * <p>Both are medians of the default model. The sum is refused, with their names, where a part has no forecast.
 */
public final class Reconciliation {

    private Reconciliation() {}

    /**
     * The differences.
     *
     * @param forecasts rows of {@code out/forecasts}, those of {@link Forecasts#medians} at least
     * @param series rows of {@link SeriesTable} from which they come
     */
    public static Dataset<Row> of(Dataset<Row> forecasts, Dataset<Row> series) {
        Dataset<Row> roles = series.where(col("role").isin("total", "part")).select("series_id", "role");
        Dataset<Row> medians = forecasts
                .where(col("model")
                        .equalTo(ForecastModel.DEFAULT.label())
                        .and(col("quantile").equalTo(0.5)))
                .join(roles, "series_id");
        Column isPart = col("role").equalTo("part");
        Dataset<Row> grouped = medians.groupBy("region", "metric", "target_period")
                .agg(
                        max(when(col("role").equalTo("total"), col("value"))).as("total"),
                        sort_array(collect_list(when(isPart, col("value")))).as("parts"),
                        sort_array(collect_set(when(isPart.and(col("value").isNull()), col("technology"))))
                                .as("missing"));
        return Contract.of(TableName.out("reconciliation")).conform(differences(grouped));
    }

    private static Dataset<Row> differences(Dataset<Row> grouped) {
        Column complete = expr("size(missing) = 0 and size(parts) > 0 and total is not null");
        Column missing = concat_ws(", ", col("missing"));
        Column reason = when(col("total").isNull(), "the total has no forecast for this period")
                .when(expr("size(missing) > 0"), concat(lit("without a forecast: "), missing))
                .when(expr("size(parts) = 0"), "no part has a forecast for this period");
        return grouped.withColumn(
                        "sum_of_parts",
                        when(complete, expr("aggregate(parts, cast(0 as double), (sum, each) -> sum + each)")))
                .select(
                        col("region"),
                        col("metric"),
                        col("target_period"),
                        col("total"),
                        col("sum_of_parts"),
                        col("sum_of_parts").minus(col("total")).as("difference"),
                        expr("size(parts)").as("parts"),
                        when(complete, Status.OK.label())
                                .otherwise(Status.REFUSED.label())
                                .as("status"),
                        when(complete, lit(null).cast("string"))
                                .otherwise(reason)
                                .as("reason"));
    }
}
