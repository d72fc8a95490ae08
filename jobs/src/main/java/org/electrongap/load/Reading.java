package org.electrongap.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.QuarantinedRecord;
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

    /**
     * @param spark the session in which the Datasets live
     * @param storage where files are opened
     * @param runId the run that loads
     * @param loadedAt when it does; its day in UTC is the day of retrieval of files that do not name one
     */
    public Reading(SparkSession spark, Storage storage, String runId, Instant loadedAt) {
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
        LocalDate today = LocalDate.ofInstant(loadedAt, ZoneOffset.UTC);
        Sorting.Sorted sorted;
        try {
            sorted = SmallFile.sort(resource, file, storage, today);
        } catch (InputRejected rejected) {
            return new FileRejected(resource, file, RecordCounts.none(), rejected.faults());
        }
        RecordLayout layout = RecordLayout.of(resource.table());
        return sorted.faults().isEmpty()
                ? loaded(resource, file, layout, sorted)
                : new FileRejected(resource, file, sorted.counts(), sorted.faults());
    }

    private LoadedFile loaded(Resource resource, SourceFile file, RecordLayout layout, Sorting.Sorted sorted) {
        CoreRows rows = new CoreRows(layout, resource.slice(file), file, runId, loadedAt);
        List<Row> accepted = new ArrayList<>(sorted.accepted().size());
        TreeSet<LocalDate> published = new TreeSet<>();
        long neverVisible = 0;
        for (CheckedRecord record : sorted.accepted()) {
            LocalDate visible = rows.published(record);
            if (visible == null) {
                neverVisible++;
            } else {
                published.add(visible);
            }
            accepted.add(rows.row(record, visible));
        }
        return new LoadedFile(
                resource,
                file,
                resource.slice(file),
                dataset(accepted, resource.table()),
                dataset(quarantined(resource, file, sorted.quarantined()), QUARANTINE),
                sorted.counts(),
                List.copyOf(published),
                neverVisible);
    }

    private List<Row> quarantined(Resource resource, SourceFile file, List<QuarantinedRecord> records) {
        List<Row> rows = new ArrayList<>(records.size());
        int ordinal = 0;
        for (QuarantinedRecord record : records) {
            rows.add(RowFactory.create(
                    resource.table().path(),
                    resource.dataset(),
                    resource.name(),
                    resource.slice(file),
                    file.pathInDataset(),
                    record.line(),
                    ++ordinal,
                    record.rule(),
                    record.column(),
                    record.reason(),
                    record.raw(),
                    file.sha256(),
                    runId,
                    loadedAt));
        }
        return rows;
    }

    private Dataset<Row> dataset(List<Row> rows, TableName table) {
        return spark.createDataFrame(rows, Contract.of(table).schema());
    }
}
