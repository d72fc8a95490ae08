package org.electrongap.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.load.Revisions;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** What each edition of a source changed against the one before it. */
final class EditionRevisions {

    private final Inputs inputs;

    EditionRevisions(Inputs inputs) {
        this.inputs = inputs;
    }

    /** The rows of {@code out/revisions} for these tables. */
    Dataset<Row> of(List<TableName> tables) {
        Dataset<Row> revisions = inputs.spark()
                .createDataFrame(
                        List.of(), Contract.of(TableName.out("revisions")).schema());
        for (TableName table : tables) {
            for (Pair pair : pairs(table)) {
                revisions = revisions.unionByName(Revisions.between(
                        table, edition(table, pair.source(), pair.from()), edition(table, pair.source(), pair.to())));
            }
        }
        return revisions;
    }

    private record Pair(String source, String from, String to) {}

    /** Editions of a source in the order of their publication; as many as it has editions, whatever its rows. */
    private List<Pair> pairs(TableName table) {
        Map<String, List<String>> editions = new TreeMap<>();
        inputs.table(table)
                .select(
                        concat_ws(" ", col("source"), lit("|"), col("basis")).as("source"),
                        col("published"),
                        col("edition"))
                .distinct()
                .orderBy("source", "published", "edition")
                .collectAsList()
                .forEach(row -> editions.computeIfAbsent(row.getString(0), source -> new ArrayList<>())
                        .add(row.getString(2)));
        List<Pair> pairs = new ArrayList<>();
        editions.forEach((source, dates) -> {
            for (int i = 1; i < dates.size(); i++) {
                pairs.add(new Pair(source, dates.get(i - 1), dates.get(i)));
            }
        });
        return pairs;
    }

    private Dataset<Row> edition(TableName table, String source, String edition) {
        return inputs.table(table)
                .where(concat_ws(" ", col("source"), lit("|"), col("basis"))
                        .equalTo(source)
                        .and(col("edition").equalTo(edition)));
    }
}
