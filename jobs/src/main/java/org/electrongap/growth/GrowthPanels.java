package org.electrongap.growth;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.table.SourceOrder;

/**
 * The values of every region and metric, brought together by one shuffle, with those of annotated countries for the world.
 *
 * @param rows one row a region and metric: {@code metric}, {@code panel} (the region) and its {@code cells}, see {@link
 *     CellRows}
 * @param notes what is known about the values beside the values
 * @param order which source is preferred where several have a series
 */
public record GrowthPanels(Dataset<Row> rows, Annotations notes, SourceOrder order) {

    private static final String WORLD = "WORLD";

    /**
     * The panels of the core tables, with the bundled order of sources.
     *
     * @param capacity rows of {@code core/capacity} that the as-of date may see, all editions
     * @param generation rows of {@code core/generation}, likewise
     * @param demand rows of {@code core/demand}, likewise; only those of whole calendar years are used
     * @param annotations rows of {@code core/annotations}, likewise
     */
    public static GrowthPanels of(
            Dataset<Row> capacity, Dataset<Row> generation, Dataset<Row> demand, Dataset<Row> annotations) {
        Annotations notes = AnnotationRows.read(annotations);
        Dataset<Row> cells = cells(capacity, Metric.CAPACITY_GW)
                .unionByName(cells(generation, Metric.GENERATION_TWH))
                .unionByName(cells(wholeYears(demand), Metric.DEMAND_TWH));
        Dataset<Row> panels = cells.withColumn("panel", explode(panels(notes)))
                .groupBy("metric", "panel")
                .agg(collect_list(struct(CellRows.columns())).as("cells"));
        return new GrowthPanels(panels, notes, SourceOrder.bundled());
    }

    /** The same panels under another order of sources. */
    public GrowthPanels preferring(SourceOrder other) {
        return new GrowthPanels(rows, notes, other);
    }

    /** The same panels, their rows kept for several readers. */
    public GrowthPanels kept(UnaryOperator<Dataset<Row>> keep) {
        return new GrowthPanels(keep.apply(rows), notes, order);
    }

    /** The panels that fulfil a condition on {@code metric} and {@code panel}. */
    GrowthPanels where(Column condition) {
        return new GrowthPanels(rows.where(condition), notes, order);
    }

    private static Dataset<Row> cells(Dataset<Row> table, Metric metric) {
        Column technology = metric == Metric.DEMAND_TWH ? lit("total") : col("technology");
        return table.filter(col("published")
                        .isNotNull()
                        .and(col(metric.text()).isNotNull())
                        .and(not(isnan(col(metric.text())))))
                .select(
                        lit(metric.text()).as("metric"),
                        col("region"),
                        col("year"),
                        technology.as("technology"),
                        col(metric.text()).as("value"),
                        col("basis"),
                        col("source"),
                        col("edition"),
                        col("published"),
                        col("grade"),
                        coalesce(col("maturity"), lit("")).as("maturity"));
    }

    private static Dataset<Row> wholeYears(Dataset<Row> demand) {
        return demand.filter(col("period_length")
                        .equalTo("P1Y")
                        .and(month(col("period_start")).equalTo(1)))
                .withColumn("year", year(col("period_start")));
    }

    /** A country about which something is annotated is also seen where the world is computed. */
    private static Column panels(Annotations notes) {
        List<String> countries = notes.regions().stream()
                .filter(region -> region.matches("[A-Z]{3}"))
                .toList();
        Column own = array(col("region"));
        return countries.isEmpty()
                ? own
                : when(col("region").isin(countries.toArray()), array(col("region"), lit(WORLD)))
                        .otherwise(own);
    }
}
