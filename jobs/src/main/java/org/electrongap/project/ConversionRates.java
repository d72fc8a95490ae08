package org.electrongap.project;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/**
 * How often a stage led to the next: estimated where editions or queue outcomes tell, stated as an assumption where not.
 *
 * <p>A record that a later edition lacks is still open, not cancelled: some publishers drop old rows.
 */
public final class ConversionRates {

    private static final String EXACT = "decimal(28,6)";
    private static final List<String> GROUPS = List.of("early", "advanced", "under_construction");
    private static final List<String> ORDER =
            List.of("announced", "requested", "permitted", "under_construction", "energised");

    private ConversionRates() {}

    /**
     * Out/conversion_rates.
     *
     * @param projects core/datacenter_projects as visible at the as-of date, all editions
     * @param requests core/interconnection_requests as visible at the as-of date; may be empty
     * @param assumptions core/assumptions as visible at the as-of date: completion_STAGE
     */
    public static Dataset<Row> of(Dataset<Row> projects, Dataset<Row> requests, Dataset<Row> assumptions) {
        Dataset<Row> counted = editions(projects).unionByName(queues(requests));
        Dataset<Row> estimated = counted.map(
                (MapFunction<Row, Row>) ConversionRow::of, Encoders.row(RowsByContract.schema("conversion_rates")));
        Dataset<Row> assumed = projects.sparkSession()
                .createDataFrame(assumed(Assumptions.of(assumptions)), RowsByContract.schema("conversion_rates"));
        return Contract.of(TableName.out("conversion_rates")).conform(estimated.unionByName(assumed));
    }

    private static Dataset<Row> editions(Dataset<Row> projects) {
        Column edition = struct(
                col("published"),
                col("edition"),
                col("source_file"),
                col("source_line"),
                col("stage"),
                col("country"),
                col("power_mw"));
        Dataset<Row> ends = projects.where(col("record_kind").equalTo("load"))
                .groupBy("source", "record_id")
                .agg(min(edition).as("first"), max(edition).as("last"))
                .where(col("first.edition").notEqual(col("last.edition")))
                .where(col("first.stage").isin("announced", "requested", "permitted", "under_construction"));
        Dataset<Row> reached = ends.select(common(col("last.stage").equalTo("energised"), "energised"))
                .unionByName(ends.select(common(rank("last.stage").gt(rank("first.stage")), "further")));
        return totals(reached);
    }

    private static Column[] common(Column converted, String to) {
        return new Column[] {
            lit("load_projects").as("population"),
            col("first.country").as("region"),
            col("first.stage").as("from_stage"),
            lit(to).as("to_stage"),
            lit("editions").as("basis"),
            col("source"),
            col("first.edition").as("first"),
            col("last.edition").as("last"),
            coalesce(col("last.power_mw"), lit(0.0)).as("mw"),
            when(converted, "converted")
                    .when(col("last.stage").equalTo("cancelled"), "cancelled")
                    .otherwise("open")
                    .as("outcome")
        };
    }

    private static Column rank(String stage) {
        Column rank = lit(-1);
        for (int i = 0; i < ORDER.size(); i++) {
            rank = when(col(stage).equalTo(ORDER.get(i)), i).otherwise(rank);
        }
        return rank;
    }

    private static Dataset<Row> queues(Dataset<Row> requests) {
        Column edition = struct(
                col("published"),
                col("edition"),
                col("source_file"),
                col("source_line"),
                col("status"),
                col("capacity_mw"));
        Dataset<Row> latest = requests.groupBy("source", "grid_area", "request_id")
                .agg(max(edition).as("last"));
        return totals(latest.select(
                lit("generation_requests").as("population"),
                col("grid_area").as("region"),
                lit("requested").as("from_stage"),
                lit("energised").as("to_stage"),
                lit("queue").as("basis"),
                col("source"),
                col("last.edition").as("first"),
                col("last.edition").as("last"),
                coalesce(col("last.capacity_mw"), lit(0.0)).as("mw"),
                when(col("last.status").equalTo("done"), "converted")
                        .when(col("last.status").equalTo("withdrawn"), "cancelled")
                        .otherwise("open")
                        .as("outcome")));
    }

    private static Dataset<Row> totals(Dataset<Row> outcomes) {
        return outcomes.groupBy("population", "region", "from_stage", "to_stage", "basis", "source")
                .agg(
                        min("first").as("first_edition"),
                        max("last").as("last_edition"),
                        count("converted"),
                        count("cancelled"),
                        count("open"),
                        mw("converted"),
                        mw("cancelled"));
    }

    private static Column count(String outcome) {
        return sum(when(col("outcome").equalTo(outcome), 1L).otherwise(0L)).as("n_" + outcome);
    }

    private static Column mw(String outcome) {
        return sum(when(
                                col("outcome").equalTo(outcome),
                                col("mw").cast("decimal(18,6)").cast(EXACT))
                        .otherwise(lit(0).cast(EXACT)))
                .cast("double")
                .as("mw_" + outcome);
    }

    private static List<Row> assumed(Assumptions assumptions) {
        List<Row> rows = new ArrayList<>();
        for (String group : GROUPS) {
            String name = "completion_" + group;
            assumptions
                    .regions(name)
                    .forEach(region -> assumptions
                            .find(name, region)
                            .ifPresent(assumption -> rows.add(ConversionRow.assumed(group, region, assumption))));
        }
        return rows;
    }
}
