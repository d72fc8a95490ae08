package org.electrongap.project;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** The log of decisions: what the scores say, and where something else won over them. */
final class MergeLog {

    private static final StructType EXCEPTION = new StructType()
            .add("a", DataTypes.LongType)
            .add("b", DataTypes.LongType)
            .add("id_a", new StructType().add("source", DataTypes.StringType).add("record_id", DataTypes.StringType))
            .add("id_b", new StructType().add("source", DataTypes.StringType).add("record_id", DataTypes.StringType))
            .add("forced", DataTypes.StringType)
            .add("override_reason", DataTypes.StringType);
    private static final String MERGED = "merged";
    private static final String SEPARATE = "separate";
    private static final String CONTRADICTED =
            "not followed: on the whole, the records that it would bring together contradict each other";
    private static final String APART = "records that are known to be apart, or a programme with its sites";

    private MergeLog() {}

    /**
     * The log.
     *
     * @param pairs scored pairs, as {@link BlockPairs} gives them, each once
     * @param overrides the user's decisions
     * @param unknown identities in the overrides that no record has: their decisions were not applied
     * @param refused links that were not followed because they would have joined records that are apart
     * @param cut links that were not followed because the records that they chain contradict each other
     */
    static Dataset<Row> of(
            Dataset<Row> pairs, PairOverrides overrides, List<RecordId> unknown, Set<Link> refused, Set<Link> cut) {
        List<Row> exceptions = exceptions(overrides, unknown, refused, cut);
        Dataset<Row> decided = exceptions.isEmpty()
                ? pairs.withColumn("forced", lit(null).cast("string"))
                        .withColumn("override_reason", lit(null).cast("string"))
                : withExceptions(pairs, pairs.sparkSession().createDataFrame(exceptions, EXCEPTION));
        Column scored =
                when(col("score_bits").geq(col("threshold_bits")), lit(MERGED)).otherwise(lit(SEPARATE));
        return Contract.of(TableName.out("merges"))
                .conform(decided.withColumn("outcome", coalesce(col("forced"), scored))
                        .withColumn(
                                "decision",
                                when(scoreLost(scored), lit("overruled")).otherwise(col("outcome")))
                        .drop("a", "b", "relation", "umbrella", "forced"));
    }

    private static Column scoreLost(Column scored) {
        return col("forced")
                .isNotNull()
                .and(col("score_bits").isNull().or(col("forced").notEqual(scored)));
    }

    private static Dataset<Row> withExceptions(Dataset<Row> pairs, Dataset<Row> exceptions) {
        Dataset<Row> joined = pairs.join(exceptions, new String[] {"a", "b"}, "full_outer");
        for (String side : List.of("a", "b")) {
            for (String name : List.of("source", "record_id")) {
                joined = joined.withColumn(
                        name + "_" + side, coalesce(col(name + "_" + side), col("id_" + side + "." + name)));
            }
        }
        return joined.drop("id_a", "id_b");
    }

    private static List<Row> exceptions(
            PairOverrides overrides, List<RecordId> unknown, Set<Link> refused, Set<Link> cut) {
        List<Row> rows = new ArrayList<>();
        Set<Link> left = new TreeSet<>(Link.STRONGEST_FIRST);
        left.addAll(refused);
        Set<Link> contradicted = new TreeSet<>(Link.STRONGEST_FIRST);
        contradicted.addAll(cut);
        contradicted.removeAll(refused);
        for (PairOverrides.Pair pair : overrides.pairs()) {
            Link link = Link.of(pair.a().number(), pair.b().number(), 0);
            boolean isRefused = left.remove(link);
            contradicted.remove(link);
            rows.add(override(pair, hindrance(pair, unknown, isRefused)));
        }
        left.forEach(link -> rows.add(separate(link, "not followed: it would join " + APART)));
        contradicted.forEach(link -> rows.add(separate(link, CONTRADICTED)));
        return rows;
    }

    private static Row separate(Link link, String reason) {
        return RowFactory.create(link.a(), link.b(), null, null, SEPARATE, reason);
    }

    private static String hindrance(PairOverrides.Pair pair, List<RecordId> unknown, boolean refused) {
        boolean impossible = refused && pair.decision() == PairOverrides.Decision.SAME;
        if (unknown.contains(pair.a()) || unknown.contains(pair.b())) {
            return "not applied, no such record: ";
        }
        return impossible ? "not applied, it would join " + APART + ": " : "";
    }

    private static Row override(PairOverrides.Pair pair, String hindrance) {
        boolean inOrder = pair.a().number() < pair.b().number();
        RecordId a = inOrder ? pair.a() : pair.b();
        RecordId b = inOrder ? pair.b() : pair.a();
        boolean same = hindrance.isEmpty() && pair.decision() == PairOverrides.Decision.SAME;
        return RowFactory.create(
                a.number(), b.number(), id(a), id(b), same ? MERGED : SEPARATE, hindrance + pair.reason());
    }

    private static Row id(RecordId id) {
        return RowFactory.create(id.source(), id.recordId());
    }
}
