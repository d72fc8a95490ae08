package org.electrongap.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.year;

import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.electrongap.table.SourceOrder;

/**
 * The yearly series of capacity, generation and demand of every region, made fit for a forecast.
 *
 * <p>Of each metric the source is used that the order of sources prefers and that has years enough in the region, of sources
 * that are not in the order the one that measures most (most rows); of the source its latest edition with years enough; sources
 * and editions are never spliced. Rows graded {@code recalled} or {@code single_article} stay out. See {@link RegionSeries} for
 * what happens to the values.
 */
public final class NationalSeries {

    private NationalSeries() {}

    /**
     * The series of the rows that are visible, in all editions.
     *
     * @param capacity rows of {@code core/capacity}, GW
     * @param generation rows of {@code core/generation}, TWh
     * @param demand rows of {@code core/demand}; only whole years are used, TWh
     * @param annotations rows of {@code core/annotations}
     * @param order which source is preferred where several have a series
     * @return rows of {@link SeriesTable}; read twice by what follows, so persist it
     */
    public static Dataset<Row> of(
            Dataset<Row> capacity,
            Dataset<Row> generation,
            Dataset<Row> demand,
            Dataset<Row> annotations,
            SourceOrder order) {
        Dataset<Row> wholeYears = demand.where(col("period_length").equalTo("P1Y"))
                .withColumn("year", year(col("period_start")))
                .withColumn("technology", lit("total"));
        Dataset<Row> observations = panel(capacity, "capacity", "capacity_gw")
                .unionByName(panel(generation, "generation", "generation_twh"))
                .unionByName(panel(wholeYears, "demand", "demand_twh"));
        List<Annotation> notes = Annotation.all(annotations);
        FlatMapFunction<Row, Row> series = region -> new RegionSeries(region, notes, order).rows();
        return byRegion(observations).flatMap(series, Encoders.row(SeriesTable.SCHEMA));
    }

    private static Dataset<Row> panel(Dataset<Row> table, String metric, String value) {
        Column unread = col("grade").isin("recalled", "single_article");
        return table.where(not(unread))
                .select(
                        lit(metric).as("metric"),
                        col("region"),
                        col("technology"),
                        col("year"),
                        col(value).as("value"),
                        col("basis"),
                        col("source"),
                        col("edition"),
                        col("published"));
    }

    private static Dataset<Row> byRegion(Dataset<Row> observations) {
        Column sourceRows = count(lit(1)).over(Window.partitionBy("metric", "source", "basis"));
        return observations
                .withColumn("source_rows", sourceRows)
                .groupBy("metric", "region")
                .agg(collect_list(struct(
                                "technology",
                                "year",
                                "value",
                                "basis",
                                "source",
                                "edition",
                                "published",
                                "source_rows"))
                        .as("observations"));
    }
}
