package org.electrongap.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.electrongap.run.SliceReceipt;
import org.electrongap.run.WarehouseBusyException;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** Writes the tables of one step, side by side. */
final class TableWriter {

    /** On a small table a commit waits for the file system and the log more than it computes. */
    private static final int SIDE_BY_SIDE = 4;

    private static final TableName QUARANTINE = TableName.ops("quarantine");

    private final Warehouse warehouse;
    private final LedgerBook ledger;

    TableWriter(Warehouse warehouse, LedgerBook ledger) {
        this.warehouse = warehouse;
        this.ledger = ledger;
    }

    /**
     * What a write made.
     *
     * @param version the Delta version that holds the rows
     * @param rows how many rows
     * @param digest of the rows as a multiset
     */
    record Written(long version, long rows, String digest) {}

    /** Replaces each table by its rows, in one file, sorted by key and then by every column, so that equal rows give equal files. */
    SortedMap<TableName, Written> replace(Map<TableName, Dataset<Row>> tables, String commit) {
        ExecutorService pool = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            SortedMap<TableName, Future<Written>> writing = new TreeMap<>();
            tables.forEach((table, rows) -> writing.put(table, pool.submit(() -> replace(table, rows, commit))));
            SortedMap<TableName, Written> written = new TreeMap<>();
            writing.forEach((table, write) -> written.put(table, result(table, write)));
            return written;
        } finally {
            pool.shutdownNow();
        }
    }

    /**
     * Rows that take the place of slices.
     *
     * @param names the slices, all of whose rows go
     * @param rows the rows that come, of those slices only
     */
    record Slices(List<String> names, Dataset<Row> rows) {}

    /** Replaces slices of tables, one commit a table; the version of each that holds them. */
    SortedMap<TableName, Long> replaceSlices(Map<TableName, Slices> tables, String commit) {
        return withChecksums(tables, (table, slices) -> {
            warehouse.spark().sparkContext().setJobGroup(table.path(), "load " + table, false);
            Optional<Long> known = known(table);
            return known.isPresent() && isNew(table, slices)
                    ? warehouse.addSlices(table, known.get(), slices.rows(), commit)
                    : warehouse.replaceSlices(table, known, slices.names(), slices.rows(), commit);
        });
    }

    /** Whether the table has no row of any of them. */
    private boolean isNew(TableName table, Slices slices) {
        Predicate<SliceReceipt> holds = table.equals(QUARANTINE)
                ? receipt -> receipt.quarantined() > 0
                : receipt -> receipt.table().equals(table.path());
        return ledger.current().slices().values().stream()
                .filter(holds)
                .noneMatch(receipt -> slices.names().contains(receipt.slice()));
    }

    /** Adds rows to tables; the version of each that holds them. */
    SortedMap<TableName, Long> append(Map<TableName, Dataset<Row>> tables, String commit) {
        return withChecksums(tables, (table, rows) -> warehouse.append(table, known(table), rows.coalesce(1), commit));
    }

    private <T> SortedMap<TableName, Long> withChecksums(
            Map<TableName, T> tables, BiFunction<TableName, T, Long> write) {
        ExecutorService pool = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try (Checksums checksums = Checksums.writtenIn(warehouse.spark())) {
            SortedMap<TableName, Future<Long>> writing = new TreeMap<>();
            tables.forEach((table, what) -> writing.put(table, pool.submit(() -> {
                ledger.confirm();
                long version = write.apply(table, what);
                checksums.keepNewest(warehouse.path(table), known(table).orElse(version), version);
                return version;
            })));
            SortedMap<TableName, Long> versions = new TreeMap<>();
            writing.forEach((table, each) -> versions.put(table, result(table, each)));
            return versions;
        } finally {
            pool.shutdownNow();
        }
    }

    private Optional<Long> known(TableName table) {
        return ledger.current().version(table.path());
    }

    private Written replace(TableName table, Dataset<Row> rows, String commit) throws InterruptedException {
        warehouse.spark().sparkContext().setJobGroup(table.path(), "write " + table, false);
        Observation seen = new Observation();
        Dataset<Row> sorted = sorted(table, rows);
        ledger.confirm();
        long version = warehouse.replace(
                table, sorted.observe(seen, functions.count(functions.lit(1)).as("rows"), digest(sorted)), commit);
        Map<String, Object> found = seen.getAsJava();
        return new Written(version, (Long) found.get("rows"), String.valueOf(found.get("digest")));
    }

    /**
     * The sum of a hash of each row. Parquet files of equal rows differ between Java machines by the order in which a chunk
     * lists its encodings, so that a file's hash does not tell whether rows differ.
     */
    private static Column digest(Dataset<Row> rows) {
        Column hash = functions.xxhash64(
                Arrays.stream(rows.columns()).map(functions::col).toArray(Column[]::new));
        return functions
                .coalesce(
                        functions.sum(hash.cast("decimal(28,0)")),
                        functions.lit(0).cast("decimal(38,0)"))
                .cast("string")
                .as("digest");
    }

    private static Dataset<Row> sorted(TableName table, Dataset<Row> rows) {
        Contract contract = Contract.of(table);
        List<String> order = new ArrayList<>(contract.key());
        contract.columnNames().stream()
                .filter(column -> !order.contains(column))
                .forEach(order::add);
        return contract.conform(rows)
                .repartition(1)
                .sortWithinPartitions(order.stream().map(functions::col).toArray(Column[]::new));
    }

    private static <T> T result(TableName table, Future<T> write) {
        try {
            return write.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WarehouseBusyException lost) {
                throw lost; // it is no fault of the step that another run took the warehouse over
            }
            throw new IllegalStateException("table " + table + " cannot be written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("writing " + table + " was interrupted", e);
        }
    }
}
