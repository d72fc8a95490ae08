package org.electrongap.job;

import java.util.List;
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
    private static final long LONG = 200_000;

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

    private record Pair(SlicedEditions.Edition from, SlicedEditions.Edition to) {}

    /** Editions of a source in the order of their publication; as many as it has editions, whatever its rows. */
    private List<Pair> pairs(TableName table) {
        List<SlicedEditions.Edition> editions = new SlicedEditions(inputs, table).inOrder();
        return IntStream.range(1, editions.size())
                .filter(i -> editions.get(i).follows(editions.get(i - 1)))
                .mapToObj(i -> new Pair(editions.get(i - 1), editions.get(i)))
                .toList();
    }

    private Dataset<Row> edition(TableName table, SlicedEditions.Edition edition) {
        List<Dataset<Row>> justLoaded = edition.wholeSlices().stream()
                .flatMap(slice -> inputs.justLoaded(table, slice).stream())
                .toList();
        return justLoaded.isEmpty() || justLoaded.size() < edition.wholeSlices().size()
                ? inputs.table(table).where(edition.condition())
                : justLoaded.stream().reduce(Dataset::unionByName).orElseThrow();
    }
}
