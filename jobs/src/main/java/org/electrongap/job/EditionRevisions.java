package org.electrongap.job;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RuntimeConfig;
import org.electrongap.load.Revisions;
import org.electrongap.run.SliceReceipt;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** What each edition of a source changed against the one before it. */
final class EditionRevisions {

    /** Rows of an edition that two tasks join in about a second. */
    private static final long LONG = 2_000_000;

    private static final String COMPILED = "spark.sql.codegen.wholeStage";

    private final Inputs inputs;

    EditionRevisions(Inputs inputs) {
        this.inputs = inputs;
    }

    /** The rows of {@code out/revisions} for these tables. */
    Dataset<Row> of(List<TableName> tables) {
        if (tables.stream().anyMatch(this::isLong)) {
            compileQueries();
        }
        Dataset<Row> revisions = inputs.spark()
                .createDataFrame(
                        List.of(), Contract.of(TableName.out("revisions")).schema());
        for (TableName table : tables) {
            for (Pair pair : pairs(table)) {
                revisions = revisions.unionByName(revisions(table, pair));
            }
        }
        return revisions;
    }

    /** On a laptop they are not compiled: its tables are small, and compiling a query would take longer than running it. */
    private void compileQueries() {
        RuntimeConfig settings = inputs.spark().conf();
        String before = settings.get(COMPILED);
        settings.set(COMPILED, "true");
        inputs.afterwards(() -> settings.set(COMPILED, before));
    }

    private boolean isLong(TableName table) {
        return inputs.ledger().slicesOf(table.path()).stream()
                        .mapToLong(SliceReceipt::accepted)
                        .sum()
                > LONG;
    }

    private Dataset<Row> revisions(TableName table, Pair pair) {
        Dataset<Row> older = edition(table, pair.from());
        Dataset<Row> newer = edition(table, pair.to());
        boolean areLong = Math.min(pair.from().rows(), pair.to().rows()) > LONG;
        return areLong ? Revisions.betweenLong(table, older, newer) : Revisions.between(table, older, newer);
    }

    /** An edition of what a source says on one basis. */
    private record Edition(String source, String basis, String edition, long rows) {

        boolean follows(Edition other) {
            return source.equals(other.source) && Objects.equals(basis, other.basis);
        }
    }

    private record Pair(Edition from, Edition to) {}

    /** Editions of a source in the order of their publication; as many as it has editions, whatever its rows. */
    private List<Pair> pairs(TableName table) {
        List<Edition> editions = inputs
                .table(table)
                .groupBy("source", "basis", "published", "edition")
                .count()
                .orderBy("source", "basis", "published", "edition")
                .collectAsList()
                .stream()
                .map(row -> new Edition(row.getString(0), row.getString(1), row.getString(3), row.getLong(4)))
                .toList();
        return IntStream.range(1, editions.size())
                .filter(i -> editions.get(i).follows(editions.get(i - 1)))
                .mapToObj(i -> new Pair(editions.get(i - 1), editions.get(i)))
                .toList();
    }

    private Dataset<Row> edition(TableName table, Edition edition) {
        return inputs.table(table)
                .where(col("source")
                        .equalTo(edition.source())
                        .and(col("basis").eqNullSafe(edition.basis()))
                        .and(col("edition").equalTo(edition.edition())));
    }
}
