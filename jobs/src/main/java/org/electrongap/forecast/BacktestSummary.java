package org.electrongap.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.try_sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/**
 * How good each model was, per metric and horizon: the table {@code out/backtest_summary}.
 *
 * <p>sMAPE, MASE and OWA are means over all series and origins that the model forecast, OWA relative to the last value on
 * the same pairs; MSIS and coverage are over those with an interval. Sums do not depend on the partitioning. Formulas: {@link org.electrongap.statistics.Scores}.
 */
public final class BacktestSummary {

    private BacktestSummary() {}

    /** The summary of rows of {@code out/backtests}. */
    public static Dataset<Row> of(Dataset<Row> backtests) {
        Dataset<Row> grouped = backtests
                .groupBy("metric", "model", "horizon")
                .agg(
                        count(col("smape")).cast("int").as("n"),
                        mean("smape").as("smape"),
                        mean("scaled_error").as("mase"),
                        median(col("scaled_error")).as("median_scaled_error"),
                        mean("naive_smape").as("naive_smape"),
                        mean("naive_scaled_error").as("naive_mase"),
                        count(col("scaled_error_first_published")).cast("int").as("n_first_published"),
                        mean("scaled_error_first_published").as("mase_first_published"),
                        count(col("interval_score")).cast("int").as("n_intervals"),
                        mean("interval_score").as("msis"),
                        count_if(col("covered")).as("hits"));
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

    /** The mean over whole parts and billionths, both summed as integers: exact, so that no order of rows changes it. */
    private static Column mean(String measure) {
        Column whole = floor(col(measure));
        Column billionths = rint(col(measure).minus(whole).multiply(1e9)).cast("bigint");
        Column sum = try_sum(whole).plus(try_sum(billionths).divide(1e9));
        return sum.divide(nullif(count(col(measure)), lit(0)));
    }
}
