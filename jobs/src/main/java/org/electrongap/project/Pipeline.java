package org.electrongap.project;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/**
 * The pipeline of data-centre load: gross, unique and expected MW by place, stage, kind and year, and its phantom part.
 *
 * <p>Expected MW: unique MW times the probability of completion, logit p = logit(mean) + shock Z with one Z for all projects
 * (independence would give falsely narrow intervals), times the part energised in the year, times the ramp.
 */
public final class Pipeline {

    private static final String GROUP = "group";
    private static final String EXACT = "decimal(28,6)";

    private Pipeline() {}

    /**
     * Out/pipeline.
     *
     * @param records out/project_records
     * @param assumptions core/assumptions as visible at the as-of date: completion_STAGE, energised_by_STAGE, ramp, and for
     *     regions without registers pipeline_STAGE and unique_fraction_STAGE, STAGE one of early (announced, requested),
     *     advanced (permitted), under_construction
     * @param asOf the as-of date
     * @param seed seed of the simulation
     */
    public static Dataset<Row> of(Dataset<Row> records, Dataset<Row> assumptions, LocalDate asOf, long seed) {
        return of(new Gathered(records, false), assumptions, asOf, seed);
    }

    static Dataset<Row> of(Gathered gathered, Dataset<Row> assumptions, LocalDate asOf, long seed) {
        Dataset<Row> records = gathered.rows();
        Assumptions assumed = Assumptions.of(assumptions);
        Set<String> covered = covered(records, assumed);
        PipelineRows rows =
                new PipelineRows(assumed, new StageRisks(assumed, asOf.getYear(), seed), covered, asOf.getYear(), seed);
        Dataset<Row> grouped = records.withColumnRenamed("subdivisions", "subdivision")
                .select(Stream.concat(
                                Stream.of(group()),
                                Stream.of(
                                                "country",
                                                "subdivision",
                                                "grid_area",
                                                "stage",
                                                "power_kind",
                                                "source",
                                                "record_id",
                                                "year",
                                                "role",
                                                "power_mw",
                                                "unique_mw",
                                                "duplicated_mw",
                                                "rejected_mw",
                                                "mw_if_built")
                                        .map(name -> col(name)))
                        .toArray(Column[]::new));
        Dataset<Row> registers = gathered.with(grouped)
                .by(col(GROUP))
                .sortWithinPartitions(GROUP, "source", "record_id")
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>)
                                sorted -> new Flattened(new RowGroups(sorted, GROUP), rows::of),
                        Encoders.row(RowsByContract.schema("pipeline")));
        Dataset<Row> totals = records.sparkSession()
                .createDataFrame(
                        new StageTotals(assumed, covered, asOf.getYear(), seed).rows(),
                        RowsByContract.schema("pipeline"));
        return Contract.of(TableName.out("pipeline")).conform(registers.unionByName(totals));
    }

    private static Column group() {
        return concat_ws(
                        "|",
                        col("country"),
                        coalesce(col("subdivision"), lit("")),
                        coalesce(col("grid_area"), lit("")),
                        col("stage"),
                        col("power_kind"))
                .as(GROUP);
    }

    /** Facility MW alone is compared with a total of facility MW: kinds are never added. */
    private static Set<String> covered(Dataset<Row> records, Assumptions assumed) {
        Map<String, Double> held = new HashMap<>();
        records.where(col("power_kind").equalTo("facility"))
                .groupBy("country", "stage")
                .agg(sum(col("unique_mw").cast("decimal(18,6)").cast(EXACT))
                        .cast("double")
                        .as("mw"))
                .collectAsList()
                .forEach(row -> ProjectStage.of(row.getString(1))
                        .assumptionGroup()
                        .ifPresent(group -> held.merge(
                                PipelineRows.coverage(row.getString(0), group), row.getDouble(2), Double::sum)));
        Set<String> covered = new HashSet<>();
        held.forEach((key, mw) -> {
            int slash = key.lastIndexOf('/');
            OptionalDouble needed = StageTotals.neededMw(assumed, key.substring(0, slash), key.substring(slash + 1));
            if (needed.isPresent() && mw >= needed.getAsDouble()) {
                covered.add(key);
            }
        });
        return covered;
    }
}
