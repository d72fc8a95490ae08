package org.electrongap.forecast;

import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/**
 * How good each model was, per metric and horizon: the table {@code out/backtest_summary}.
 *
 * <p>sMAPE, MASE and OWA are means over all series and origins that the model forecast, OWA relative to the last value on
 * the same pairs; MSIS and coverage are over those with an interval. Sums run over sorted values, so that they do not depend
 * on the partitioning. Formulas: {@link org.electrongap.statistics.Scores}.
 */
public final class BacktestSummary {

    private static final List<String> MEASURES = List.of(
            "smape",
            "scaled_error",
            "scaled_error_first_published",
            "naive_smape",
            "naive_scaled_error",
            "interval_score");

    private BacktestSummary() {}

    /** The summary of rows of {@code out/backtests}. */
    public static Dataset<Row> of(Dataset<Row> backtests) {
        Column[] lists = MEASURES.stream()
                .map(measure -> sort_array(collect_list(col(measure))).as(measure))
                .toArray(Column[]::new);
        Column hits = collect_list(when(col("covered"), lit(1))).as("hits");
        Dataset<Row> grouped = backtests
                .groupBy("metric", "model", "horizon")
                .agg(hits, lists)
                .select(
                        col("metric"),
                        col("model"),
                        col("horizon"),
                        array_size(col("smape")).as("n"),
                        mean("smape"),
                        mean("scaled_error").as("mase"),
                        element_at(
                                        col("scaled_error"),
                                        expr("cast(size(scaled_error) div 2 as int)")
                                                .plus(1))
                                .as("median_scaled_error"),
                        mean("naive_smape"),
                        mean("naive_scaled_error").as("naive_mase"),
                        array_size(col("scaled_error_first_published")).as("n_first_published"),
                        mean("scaled_error_first_published").as("mase_first_published"),
                        array_size(col("interval_score")).as("n_intervals"),
                        mean("interval_score").as("msis"),
                        array_size(col("hits")).as("hits"));
        Column owa =
                col("smape").divide(positive("naive_smape")).plus(col("mase").divide(positive("naive_mase")));
        return Contract.of(TableName.out("backtest_summary"))
                .conform(grouped.withColumn("owa", owa.divide(2))
                        .withColumn("coverage", col("hits").divide(positive("n_intervals")))
                        .drop("hits", "naive_smape", "naive_mase"));
    }

    private static Column positive(String column) {
        return when(col(column).gt(0), col(column));
    }

    private static Column mean(String list) {
        return expr("case when size(" + list + ") > 0 then aggregate(" + list
                        + ", cast(0 as double), (sum, each) -> sum + each) / size(" + list + ") end")
                .as(list);
    }
}
