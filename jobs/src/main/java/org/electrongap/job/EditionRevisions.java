package org.electrongap.job;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.load.Revisions;
import org.electrongap.run.SliceReceipt;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** What each edition of a source changed against the one before it. */
final class EditionRevisions {

    /** Rows of an edition that two tasks join in about a second. */
    static final long LONG = 200_000;

    private final Inputs inputs;

    private EditionRevisions(Inputs inputs) {
        this.inputs = inputs;
    }

    /** The rows of {@code out/revisions} for these tables. */
    static Dataset<Row> of(Inputs inputs, List<TableName> tables) {
        boolean anyIsLong = tables.stream().anyMatch(table -> mayBeLong(inputs, table));
        return new EditionRevisions(anyIsLong ? inputs.inBatches() : inputs).of(tables);
    }

    private Dataset<Row> of(List<TableName> tables) {
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

    private static boolean mayBeLong(Inputs inputs, TableName table) {
        return inputs.ledger().slicesOf(table.path()).stream()
                        .mapToLong(SliceReceipt::accepted)
                        .sum()
                > LONG;
    }

    private Dataset<Row> revisions(TableName table, Pair pair) {
        Dataset<Row> older = stored(table, pair.from());
        Dataset<Row> newer = stored(table, pair.to());
        Dataset<Row> all = Math.min(pair.from().rows(), pair.to().rows()) > LONG
                ? Revisions.betweenLong(
                        table,
                        older,
                        newer,
                        Math.max(pair.from().rows(), pair.to().rows()),
                        inputs::afterwards)
                : Revisions.between(table, older, newer);
        return pair.scope() == Scope.WHOLE ? all : all.where(col("change").equalTo("restated"));
    }

    /** What of two editions can be compared. */
    private enum Scope {
        /** One took the place of the other. */
        WHOLE,
        /** Each may hold regions and periods that the other does not, and that tells nothing. */
        RECORDS_OF_BOTH
    }

    private record Pair(SlicedEditions.Edition from, SlicedEditions.Edition to, Scope scope) {}

    /** Each edition with the one before it; as many as there are editions, whatever their rows. */
    private List<Pair> pairs(TableName table) {
        List<List<SlicedEditions.Edition>> histories = new SlicedEditions(inputs, table).histories();
        List<Pair> pairs = new ArrayList<>();
        for (List<SlicedEditions.Edition> history : histories) {
            before(history.get(0), histories)
                    .ifPresent(older -> pairs.add(new Pair(older, history.get(0), Scope.RECORDS_OF_BOTH)));
            IntStream.range(1, history.size())
                    .mapToObj(i -> successive(history.get(i - 1), history.get(i)))
                    .forEach(pairs::add);
        }
        return pairs;
    }

    /** Editions that come in several files are compared as wholes only where the same files are there. */
    private static Pair successive(SlicedEditions.Edition older, SlicedEditions.Edition newer) {
        return new Pair(older, newer, older.files().equals(newer.files()) ? Scope.WHOLE : Scope.RECORDS_OF_BOTH);
    }

    /** Where a history begins, the newest edition before it of what overlaps it. */
    private static Optional<SlicedEditions.Edition> before(
            SlicedEditions.Edition first, List<List<SlicedEditions.Edition>> histories) {
        return histories.stream()
                .flatMap(List::stream)
                .filter(other -> other.history().overlaps(first.history())
                        && other.published().isBefore(first.published())
                        && !other.edition().equals(first.edition()))
                .max(Comparator.comparing(SlicedEditions.Edition::published)
                        .thenComparing(SlicedEditions.Edition::rows)
                        .thenComparing(SlicedEditions.Edition::edition));
    }

    private Dataset<Row> stored(TableName table, SlicedEditions.Edition edition) {
        return edition.condition()
                .map(condition -> inputs.slices(table, edition.slices()).where(condition))
                .orElseGet(() -> inputs.wholeSlices(table, edition.slices()));
    }
}
