package org.electrongap.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        this(spark, storage, runId, loadedAt, ReadingWay.SMALL_BYTES, FilePart.BYTES);
    }

    Reading(SparkSession spark, Storage storage, String runId, Instant loadedAt, long smallBytes, long partBytes) {
        this.smallBytes = smallBytes;
        this.partBytes = partBytes;
        this.spark = spark;
        this.storage = storage;
        this.runId = runId;
        this.loadedAt = loadedAt;
    }

    /** Reads one file for a table that has no other slice. */
    public Outcome read(Resource resource, SourceFile file) {
        return read(resource, file, OtherSlices.NONE);
    }

    /**
     * Reads one file of a resource and sorts its records.
     *
     * @param others what the other slices of the table hold
     * @return what became of it; a damaged file is a {@link FileRejected}, not an exception
     */
    public Outcome read(Resource resource, SourceFile file, OtherSlices others) {
        try {
            return ReadingWay.of(resource, file, storage, smallBytes) == ReadingWay.IN_PARTS
                    ? large(resource, file, others)
                    : small(resource, file, others);
        } catch (InputRejected rejected) {
            return new FileRejected(resource, file, RecordCounts.none(), rejected.faults());
        }
    }

    private Outcome large(Resource resource, SourceFile file, OtherSlices others) {
        Outcome outcome = new LargeFile(spark, storage, resource, file, runId, loadedAt, partBytes).read();
        if (outcome instanceof LoadedFile loaded) {
            Optional<Fault> overlapping = others.overlapping(loaded);
            if (overlapping.isPresent()) {
                loaded.release().run();
                return new FileRejected(resource, file, loaded.counts(), List.of(overlapping.get()));
            }
        }
        return outcome;
    }

    private Outcome small(Resource resource, SourceFile file, OtherSlices others) {
        LocalDate today = LocalDate.ofInstant(loadedAt, ZoneOffset.UTC);
        Sorting.Sorted sorted = SmallFile.sort(resource, file, storage, today, others);
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
                List.copyOf(sorted.heldBy()),
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
