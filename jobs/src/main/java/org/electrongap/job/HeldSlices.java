package org.electrongap.job;

import static org.apache.spark.sql.functions.col;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.load.LoadedFile;
import org.electrongap.load.OtherSlices;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.HeldRow;
import org.electrongap.run.Ledger;
import org.electrongap.run.SliceReceipt;
import org.electrongap.table.TableName;

/**
 * The slices of a table beside the one that a load makes: those that the warehouse holds, and those that the same load has
 * made before. Nothing is read where none of them holds what the file has of a source, basis and edition.
 */
final class HeldSlices implements OtherSlices {

    /** Rows of so many bytes are read faster than a Spark job on them is planned. */
    private static final long SMALL_BYTES = 4L << 20;

    /** What a check reads of other slices at most. */
    static final long CHECKED_BYTES = 64L << 20;

    private final RunContext.Environment environment;
    private final Ledger ledger;
    private final Optional<Supplier<Warehouse>> warehouse;
    private final TableName table;
    private final Set<String> leaving;
    private final List<BoundedFile> before;
    private final TableKeys keys;
    private final SortedSet<String> uncompared = new TreeSet<>();
    private Optional<KeyBounds> asked = Optional.empty();

    /**
     * @param ledger what the warehouse holds
     * @param warehouse its tables; empty where Spark must not be started, and every row is read without it
     * @param table the table
     * @param leaving slices of it that the load takes away or has made anew
     * @param before what the load has made before, of that table
     */
    HeldSlices(
            RunContext.Environment environment,
            Ledger ledger,
            Optional<Supplier<Warehouse>> warehouse,
            TableName table,
            Collection<String> leaving,
            List<BoundedFile> before) {
        this.environment = environment;
        this.ledger = ledger;
        this.warehouse = warehouse;
        this.table = table;
        this.leaving = Set.copyOf(leaving);
        this.before = List.copyOf(before);
        this.keys = new TableKeys(table);
    }

    @Override
    public Map<List<Object>, HeldRow> under(Collection<CheckedRecord> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        KeyBounds bounds = keys.boundsOf(rows);
        asked = Optional.of(bounds);
        Set<List<Object>> editions = rows.stream().map(keys::edition).collect(Collectors.toSet());
        Map<List<Object>, HeldRow> held = new HashMap<>();
        Set<String> slices = inTable(editions);
        if (!slices.isEmpty()) {
            ofTable(slices, rows).forEach(row -> held.putIfAbsent(keys.of(row.values()), row));
        }
        ofThisLoad(editions)
                .filter(file -> !file.bounds().get().isApartFrom(bounds))
                .map(file -> file.file().accepted())
                .reduce(Dataset::unionByName)
                .map(others -> keys.matching(others, rows))
                .ifPresent(found -> found.forEach(row -> held.putIfAbsent(keys.of(row.values()), row)));
        return held;
    }

    @Override
    public Optional<Fault> overlapping(LoadedFile longFile) {
        Set<List<Object>> editions = longFile.editions().stream()
                .map(edition -> keys.edition(edition.source(), edition.basis(), edition.edition()))
                .collect(Collectors.toSet());
        Set<String> slices = inTable(editions);
        List<BoundedFile> files = ofThisLoad(editions).toList();
        if (slices.isEmpty() && files.isEmpty()) {
            return Optional.empty();
        }
        KeyBounds bounds = keys.boundsOf(longFile.accepted());
        asked = Optional.of(bounds);
        Stream<Dataset<Row>> ofTable = slices.isEmpty() ? Stream.empty() : Stream.of(rows(slices));
        Stream<Dataset<Row>> ofLoad = files.stream()
                .filter(file -> !file.bounds().get().isApartFrom(bounds))
                .map(file -> file.file().accepted());
        return Stream.concat(ofTable, ofLoad)
                .map(keys::withSlices)
                .reduce(Dataset::unionByName)
                .map(held -> keys.shared(longFile.accepted(), bounds, held))
                .filter(shared -> !shared.isEmpty())
                .map(HeldSlices::overlap);
    }

    @Override
    public List<String> beside(Collection<CheckedRecord> rows) {
        return inTable(rows.stream().map(keys::edition).collect(Collectors.toSet())).stream()
                .sorted()
                .toList();
    }

    /** The slices that it was asked about and whose rows it could not read. */
    SortedSet<String> uncompared() {
        return Collections.unmodifiableSortedSet(uncompared);
    }

    /** Between which values the keys of a file lie that was read beside these slices. */
    BoundedFile bounded(LoadedFile file) {
        return new BoundedFile(
                file,
                asked.<Supplier<KeyBounds>>map(known -> () -> known)
                        .orElseGet(() -> new Once<>(() -> keys.boundsOf(file.accepted()))));
    }

    private static Fault overlap(Map<String, Long> shared) {
        String slices = shared.entrySet().stream()
                .map(slice -> slice.getKey() + " (" + slice.getValue() + ")")
                .collect(Collectors.joining(", "));
        return new Fault(
                "held_already",
                "the whole file",
                "the table holds rows of the same key and edition as "
                        + shared.values().stream().mapToLong(n -> n).sum() + " of its records, in slice " + slices,
                "each of them would stand there twice, and a file of this size is not compared with them record by record",
                "Leave these records out; or name another --edition if it is one; or remove the other slice by loading its"
                        + " file without them");
    }

    /** The slices of the table that may hold such an edition; any may of which it is not known. */
    private Set<String> inTable(Set<List<Object>> editions) {
        return ledger.slicesOf(table.path()).stream()
                .filter(slice -> !leaving.contains(slice.slice()) && slice.accepted() > 0)
                .filter(slice -> editions.isEmpty()
                        || slice.held().isEmpty()
                        || slice.held().stream()
                                .anyMatch(edition -> editions.contains(
                                        keys.edition(edition.source(), edition.basis(), edition.edition()))))
                .map(SliceReceipt::slice)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Stream<BoundedFile> ofThisLoad(Set<List<Object>> editions) {
        return before.stream()
                .filter(one -> one.file().counts().accepted() > 0)
                .filter(one -> editions.isEmpty()
                        || one.file().editions().isEmpty()
                        || one.file().editions().stream()
                                .anyMatch(edition -> editions.contains(
                                        keys.edition(edition.source(), edition.basis(), edition.edition()))));
    }

    private List<HeldRow> ofTable(Set<String> slices, Collection<CheckedRecord> rows) {
        Set<List<Object>> sought =
                rows.stream().map(row -> keys.of(row.values())).collect(Collectors.toSet());
        TableFiles files = new TableFiles(environment.warehouse(), environment.configuration());
        return files.rowsOfSlices(
                        table,
                        version(),
                        slices,
                        row -> sought.contains(keys.of(keys.row(row).values())),
                        warehouse.isPresent() ? SMALL_BYTES : CHECKED_BYTES)
                .map(found -> found.stream().map(keys::row).toList())
                .orElseGet(() -> withSpark(slices, rows));
    }

    private List<HeldRow> withSpark(Set<String> slices, Collection<CheckedRecord> rows) {
        if (warehouse.isEmpty()) {
            uncompared.addAll(slices);
            return List.of();
        }
        return keys.matching(rows(slices), rows);
    }

    private Dataset<Row> rows(Set<String> slices) {
        return warehouse
                .orElseThrow()
                .get()
                .read(table, version())
                .where(col("slice").isin(slices.toArray()));
    }

    private long version() {
        return ledger.version(table.path()).orElseThrow();
    }
}
