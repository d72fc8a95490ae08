package org.electrongap.project;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.electrongap.project.LinkageRules.Limit;

/**
 * What many of the records at hand have, so that sharing it says less (frequency-based weights; Winkler 1989).
 *
 * @param words words of names, such as the town of a region with hundreds of data centres
 * @param parents builders
 */
public record Frequent(Set<String> words, Set<String> parents) implements Serializable {

    /** Nothing is frequent: for pairs by themselves. */
    static final Frequent NOTHING = new Frequent(Set.of(), Set.of());

    private static final StructType COUNTS =
            new StructType().add("what", DataTypes.StringType).add("n", DataTypes.LongType);
    private static final String WORD = "word|";
    private static final String PARENT = "parent|";

    /**
     * Counts words and builders: what comes back is bounded by the inverse of the shares.
     *
     * @param latest rows of {@link LatestRecords}
     */
    static Frequent of(Gathered latest, LinkageRules rules) {
        long records = latest.rows().count();
        double words = least(rules, records, Limit.FREQUENT_WORD_RECORDS, Limit.FREQUENT_WORD_SHARE);
        double parents = least(rules, records, Limit.FREQUENT_PARENT_RECORDS, Limit.FREQUENT_PARENT_SHARE);
        Vocabulary vocabulary = rules.vocabulary();
        Dataset<Row> counts = latest.rows()
                .select("name", "developer")
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> counted(rows, vocabulary), Encoders.row(COUNTS));
        Frequent frequent = new Frequent(new HashSet<>(), new HashSet<>());
        latest.with(counts)
                .by(col("what"))
                .groupBy("what")
                .agg(sum("n").as("n"))
                .where(col("what")
                        .startsWith(WORD)
                        .and(col("n").geq(words))
                        .or(col("what").startsWith(PARENT).and(col("n").geq(parents))))
                .collectAsList()
                .forEach(row -> frequent.add(row.getString(0)));
        return frequent;
    }

    private static double least(LinkageRules rules, long records, Limit atLeast, Limit share) {
        return Math.max(rules.limit(atLeast), rules.limit(share) * records);
    }

    private void add(String what) {
        boolean isWord = what.startsWith(WORD);
        (isWord ? words : parents).add(what.substring((isWord ? WORD : PARENT).length()));
    }

    private static Iterator<Row> counted(Iterator<Row> rows, Vocabulary vocabulary) {
        Map<String, Long> counts = new HashMap<>();
        rows.forEachRemaining(row -> {
            ProjectName name = ProjectName.of(row.getString(0), vocabulary);
            Set<String> developers = Parties.parents(row.getString(1), vocabulary);
            name.words().forEach(word -> counts.merge(WORD + word, 1L, Long::sum));
            (developers.isEmpty() ? name.parties() : developers)
                    .forEach(parent -> counts.merge(PARENT + parent, 1L, Long::sum));
        });
        return counts.entrySet().stream()
                .map(count -> RowFactory.create(count.getKey(), count.getValue()))
                .iterator();
    }
}
