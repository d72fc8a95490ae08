package org.electrongap.growth;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.year;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Regions against each other: who is how far ahead, who grows faster, when the smaller one catches up, and which technology
 * made the difference.
 *
 * <p>Only figures of one publisher and definition are set against each other; gross additions, which every agency counts in
 * its own way, are compared with both definitions named.
 */
public final class Comparisons {

    private static final StructType PAIR_COLUMNS = new StructType()
            .add("region", DataTypes.StringType)
            .add("pair", DataTypes.IntegerType)
            .add("scope", DataTypes.StringType);

    private Comparisons() {}

    /**
     * The rows of {@code out/comparisons}.
     *
     * @param trajectories rows of {@code out/trajectories}, those of {@link GrowthTrajectories#annual} at least
     * @param pairs the pairs, see {@link RegionPairs#standard}
     * @param market rows of {@code core/market} that the as-of date may see; recalled ones and those of a single article
     *     stay out
     * @param facts rows of {@code core/reference_facts}, likewise
     */
    public static Dataset<Row> of(
            Dataset<Row> trajectories, List<RegionPair> pairs, Dataset<Row> market, Dataset<Row> facts) {
        List<RegionPair> known = List.copyOf(pairs);
        Dataset<Row> cells = cells(trajectories).unionByName(AdditionRows.of(market, facts));
        Dataset<Row> sides = cells.join(broadcast(table(trajectories, known)), "region")
                .filter(col("scope")
                        .equalTo(RegionPair.Scope.ALL_TECHNOLOGIES.name())
                        .or(col("technology").equalTo("total")))
                .groupBy("pair", "metric")
                .agg(collect_list(struct(ComparisonRows.cellColumns())).as("cells"));
        return ComparisonRows.conform(sides.flatMap(
                (FlatMapFunction<Row, Row>) group -> compare(group, known), Encoders.row(ComparisonRows.schema())));
    }

    private static Iterator<Row> compare(Row group, List<RegionPair> pairs) {
        RegionPair pair = pairs.get(group.getInt(0));
        Metric metric = Metric.ofText(group.getString(1));
        List<TrajectoryCell> cells = ComparisonRows.read(group.getList(2));
        return PairComparison.of(pair, metric, cells).stream()
                .map(row -> ComparisonRows.row(pair, metric, row))
                .iterator();
    }

    private static Dataset<Row> table(Dataset<Row> any, List<RegionPair> pairs) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            RegionPair pair = pairs.get(i);
            rows.add(RowFactory.create(pair.a(), i, pair.scope().name()));
            rows.add(RowFactory.create(pair.b(), i, pair.scope().name()));
        }
        return any.sparkSession().createDataFrame(rows, PAIR_COLUMNS);
    }

    private static Dataset<Row> cells(Dataset<Row> trajectories) {
        return trajectories
                .filter(col("measure")
                        .isin(AnnualMeasures.LEVEL, AnnualMeasures.NET_CHANGE, AnnualMeasures.YEAR_ON_YEAR))
                .select(
                        col("region"),
                        col("metric"),
                        col("technology"),
                        col("measure"),
                        year(col("period_end")).as("year"),
                        col("value"),
                        col("status"),
                        coalesce(col("reason"), lit("")).as("reason"),
                        col("basis"),
                        col("source"),
                        col("edition"),
                        col("published").cast("string").as("published"),
                        col("preferred"));
    }
}
