package org.electrongap.job;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    static final long LONG = 200_000;

    private static final String COMPILED = "spark.sql.codegen.wholeStage";

    /** Spark would read the few files of an edition in one task more than there are cores, which waits for a free one. */
    private static final String MOST_OF_A_TASK = "spark.sql.files.maxPartitionBytes";

    private final Inputs inputs;

    EditionRevisions(Inputs inputs) {
        this.inputs = inputs;
    }

    /** The rows of {@code out/revisions} for these tables. */
    Dataset<Row> of(List<TableName> tables) {
        if (tables.stream().anyMatch(this::isLong)) {
            prepareForLongEditions();
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

    /**
     * On a laptop queries are not compiled: its tables are small, and compiling a query would take longer than running it.
     * But Spark reads columns in batches only where they are.
     */
    private void prepareForLongEditions() {
        set(COMPILED, "true");
        set(MOST_OF_A_TASK, "32m");
    }

    private void set(String name, String value) {
        RuntimeConfig settings = inputs.spark().conf();
        Optional<String> before =
                settings.contains(name) ? Optional.ofNullable(settings.get(name, null)) : Optional.empty();
        settings.set(name, value);
        inputs.afterwards(() -> before.ifPresentOrElse(was -> settings.set(name, was), () -> settings.unset(name)));
    }

    private boolean isLong(TableName table) {
        return inputs.ledger().slicesOf(table.path()).stream()
                        .mapToLong(SliceReceipt::accepted)
                        .sum()
                > LONG;
    }

    private Dataset<Row> revisions(TableName table, Pair pair) {
        boolean areLong = Math.min(pair.from().rows(), pair.to().rows()) > LONG;
        Dataset<Row> all = areLong
                ? Revisions.betweenLong(table, stored(table, pair.from()), stored(table, pair.to()), inputs::afterwards)
                : Revisions.between(table, stored(table, pair.from()), stored(table, pair.to()));
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
