package org.electrongap.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RecordCounts;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Sorting;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/**
 * Reads files into checked rows. Writes nothing.
 */
public final class Reading {

    /** Up to this size a file is read by the driver, without a Spark job: its records then take some 100 MB of memory. */
    private static final long SMALL_BYTES = 8L << 20;

    /** The largest file that is read as a whole where it cannot be read in parts: unpacked, and packed. */
    private static final long WHOLE_LIMIT = 64L << 20;

    private static final long PACKED_LIMIT = 8L << 20;
    private static final TableName QUARANTINE = TableName.ops("quarantine");

    private final SparkSession spark;
    private final Storage storage;
    private final String runId;
    private final Instant loadedAt;
    private final long smallBytes;
    private final long partBytes;

    /**
     * @param spark the session in which the Datasets live
     * @param storage where files are opened
     * @param runId the run that loads
     * @param loadedAt when it does; its day in UTC is the day of retrieval of files that do not name one
     */
    public Reading(SparkSession spark, Storage storage, String runId, Instant loadedAt) {
        this(spark, storage, runId, loadedAt, SMALL_BYTES, FilePart.BYTES);
    }

    Reading(SparkSession spark, Storage storage, String runId, Instant loadedAt, long smallBytes, long partBytes) {
        this.smallBytes = smallBytes;
        this.partBytes = partBytes;
        this.spark = spark;
        this.storage = storage;
        this.runId = runId;
        this.loadedAt = loadedAt;
    }

    /**
     * Reads one file of a resource and sorts its records.
     *
     * @return what became of it; a damaged file is a {@link FileRejected}, not an exception
     */
    public Outcome read(Resource resource, SourceFile file) {
        try {
            return isLarge(resource, file) ? large(resource, file) : small(resource, file);
        } catch (InputRejected rejected) {
            return new FileRejected(resource, file, RecordCounts.none(), rejected.faults());
        }
    }

    private boolean isLarge(Resource resource, SourceFile file) {
        boolean packed = file.fileName().matches("(?i).*[.](gz|zip|xlsx)");
        boolean divisible = Layouts.of(resource, storage).divisibleBelow().isPresent() && !packed;
        if (!divisible && file.bytes() > (packed ? PACKED_LIMIT : WHOLE_LIMIT)) {
            throw new InputRejected(resource.title(), List.of(tooLarge(file)));
        }
        return divisible && file.bytes() > smallBytes;
    }

    private static Fault tooLarge(SourceFile file) {
        return new Fault(
                "too_large",
                file.pathInDataset(),
                "it has " + (file.bytes() >> 20) + " MB and cannot be read in parts",
                "it would not fit the memory of one machine",
                "Unpack it, or divide it into files by year");
    }

    private Outcome large(Resource resource, SourceFile file) {
        return new LargeFile(spark, storage, resource, file, runId, loadedAt, partBytes).read();
    }

    private Outcome small(Resource resource, SourceFile file) {
        LocalDate today = LocalDate.ofInstant(loadedAt, ZoneOffset.UTC);
        Sorting.Sorted sorted = SmallFile.sort(resource, file, storage, today);
        RecordLayout layout = RecordLayout.of(resource.table());
        return sorted.faults().isEmpty()
                ? loaded(resource, file, layout, sorted)
                : new FileRejected(resource, file, sorted.counts(), sorted.faults());
    }

    private LoadedFile loaded(Resource resource, SourceFile file, RecordLayout layout, Sorting.Sorted sorted) {
        CoreRows rows = new CoreRows(layout, resource.slice(file), file, runId, loadedAt);
        List<Row> accepted = new ArrayList<>(sorted.accepted().size());
        TreeSet<LocalDate> published = new TreeSet<>();
        EditionTally editions = new EditionTally(layout);
        long neverVisible = 0;
        for (CheckedRecord record : sorted.accepted()) {
            LocalDate visible = rows.published(record);
            if (visible == null) {
                neverVisible++;
            } else {
                published.add(visible);
            }
            editions.add(record.values(), visible);
            accepted.add(rows.sqlRow(record, record.line()));
        }
        return new LoadedFile(
                resource,
                file,
                resource.slice(file),
                dataset(accepted, resource.table()),
                dataset(new QuarantineRows(resource, file, runId, loadedAt).of(sorted.quarantined(), 0), QUARANTINE),
                sorted.counts(),
                List.copyOf(published),
                EditionTally.ofFile(editions.counted()),
                Stream.concat(
                                ResourceCorrections.idle(resource, file, storage, sorted.metCorrections()).stream(),
                                MarkedRecords.notes(file.fileName(), sorted.marked()).stream())
                        .toList(),
                neverVisible,
                () -> {});
    }

    private Dataset<Row> dataset(List<Row> rows, TableName table) {
        return spark.createDataFrame(rows, Contract.of(table).schema());
    }
}
