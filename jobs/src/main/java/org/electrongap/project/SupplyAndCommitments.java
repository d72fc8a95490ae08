package org.electrongap.project;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/**
 * Power plants for data centres, chip deals, contracts and pledges: what they cost a gigawatt and what they overlap.
 *
 * <p>Two records overlap when one is the programme of the other, when both belong to one programme, when the same companies
 * build and use both, or when neither is a power plant and one company uses both: a chip deal and a contract for capacity
 * fill the same sites.
 */
public final class SupplyAndCommitments {

    private static final int MOST_NAMED = 20;
    private static final double MW_PER_GW = 1000;

    private SupplyAndCommitments() {}

    /**
     * Out/supply_and_commitments.
     *
     * @param projects core/datacenter_projects as visible at the as-of date, all editions and kinds
     * @param rules names of parents
     */
    public static Dataset<Row> of(Dataset<Row> projects, LinkageRules rules) {
        Dataset<Row> latest = LatestRecords.of(projects);
        Dataset<Row> deals = latest.where(col("record_kind").notEqual("load"));
        Dataset<Row> result = deals.join(overlaps(latest, rules), new String[] {LatestRecords.NUMBER}, "left")
                .withColumn("n_overlaps", coalesce(col("n_overlaps"), lit(0)))
                .withColumn("added_mw", addedMw())
                .withColumn("reason", refusal())
                .withColumn("status", when(col("reason").isNull(), "ok").otherwise("refused"))
                .withColumn(
                        "usd_per_gw",
                        when(
                                col("reason").isNull(),
                                col("cost_usd").divide(col("power_mw").divide(MW_PER_GW))));
        Contract contract = Contract.of(TableName.out("supply_and_commitments"));
        return contract.conform(result.select(
                contract.columnNames().stream().map(name -> col(name)).toArray(Column[]::new)));
    }

    private static Dataset<Row> overlaps(Dataset<Row> latest, LinkageRules rules) {
        OverlapKeys keys = new OverlapKeys(rules);
        Dataset<Row> keyed = latest.flatMap((FlatMapFunction<Row, Row>) keys::of, Encoders.row(OverlapKeys.schema()));
        Dataset<Row> deals = keyed.where(col("record_kind").notEqual("load"))
                .select(col(OverlapKeys.KEY), col(LatestRecords.NUMBER));
        Dataset<Row> others = keyed.select(
                col(OverlapKeys.KEY),
                col(LatestRecords.NUMBER).as("other"),
                col("record_id").as("other_id"),
                col(OverlapKeys.REASON));
        return deals.join(others, OverlapKeys.KEY)
                .where(col(LatestRecords.NUMBER).notEqual(col("other")))
                .groupBy(LatestRecords.NUMBER, "other", "other_id")
                .agg(min(OverlapKeys.REASON).as(OverlapKeys.REASON))
                .groupBy(LatestRecords.NUMBER)
                .agg(array_sort(collect_set(concat_ws(": ", col("other_id"), col(OverlapKeys.REASON))))
                        .as("named"))
                .select(
                        col(LatestRecords.NUMBER),
                        size(col("named")).as("n_overlaps"),
                        concat_ws("; ", slice(col("named"), 1, MOST_NAMED)).as("overlaps"));
    }

    private static Column addedMw() {
        return when(col("record_kind").equalTo("supply").and(col("supply_kind").equalTo("existing_contract")), lit(0.0))
                .when(
                        col("record_kind")
                                .equalTo("supply")
                                .and(col("supply_kind").isNotNull()),
                        col("power_mw"));
    }

    private static Column refusal() {
        List<Column> missing = Stream.of("power_mw", "cost_usd")
                .map(name -> when(col(name).isNull().or(col(name).leq(0)), lit("no " + name)))
                .toList();
        Column yearly = when(
                coalesce(col("cost_reported"), lit("")).rlike("(?i)\\b(a year|per year|annual|yearly)\\b"),
                lit("cost_usd is a yearly rate"));
        Column all = concat_ws(", ", missing.get(0), missing.get(1), yearly);
        return when(all.notEqual(""), all);
    }
}
