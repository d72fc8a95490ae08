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

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * The growth of every region, technology and metric.
 *
 * <p>One shuffle brings the cells of a region and metric together, with those of annotated countries for the world; all
 * measures of all its series are then plain Java.
 */
public final class GrowthTrajectories {

    private static final String WORLD = "WORLD";

    private GrowthTrajectories() {}

    /**
     * Trajectories with the bundled order of sources.
     *
     * @see #of(Dataset, Dataset, Dataset, Dataset, SourceOrder)
     */
    public static Dataset<Row> of(
            Dataset<Row> capacity, Dataset<Row> generation, Dataset<Row> demand, Dataset<Row> annotations) {
        return of(capacity, generation, demand, annotations, SourceOrder.bundled());
    }

    /**
     * The rows of {@code out/trajectories}.
     *
     * @param capacity rows of {@code core/capacity} that the as-of date may see, all editions
     * @param generation rows of {@code core/generation}, likewise
     * @param demand rows of {@code core/demand}, likewise; only those of whole calendar years are used
     * @param annotations rows of {@code core/annotations}, likewise
     * @param order which source is preferred where several have a series
     */
    public static Dataset<Row> of(
            Dataset<Row> capacity,
            Dataset<Row> generation,
            Dataset<Row> demand,
            Dataset<Row> annotations,
            SourceOrder order) {
        Annotations notes = AnnotationRows.read(annotations);
        Dataset<Row> cells = cells(capacity, Metric.CAPACITY_GW)
                .unionByName(cells(generation, Metric.GENERATION_TWH))
                .unionByName(cells(wholeYears(demand), Metric.DEMAND_TWH));
        Dataset<Row> panels = cells.withColumn("panel", explode(panels(notes)))
                .groupBy("metric", "panel")
                .agg(collect_list(struct(CellRows.columns())).as("cells"));
        return TrajectoryRows.conform(panels.flatMap(
                (FlatMapFunction<Row, Row>) panel -> trajectories(panel, notes, order),
                Encoders.row(TrajectoryRows.schema())));
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

    private static Iterator<Row> trajectories(Row panel, Annotations notes, SourceOrder order) {
        Metric metric = Metric.ofText(panel.getString(0));
        List<Cell> cells = CellRows.read(panel.getList(2));
        List<Series> series = RegionPanel.of(panel.getString(1), metric, cells, notes);
        PreferredSeries preferred = new PreferredSeries(series, order);
        List<Row> rows = new ArrayList<>();
        for (Series each : series) {
            TrajectoryRows table = new TrajectoryRows(each, preferred.contains(each));
            SeriesGrowth.of(each, preferred.totalOf(each)).forEach(row -> rows.add(table.row(row)));
        }
        return rows.iterator();
    }
}
