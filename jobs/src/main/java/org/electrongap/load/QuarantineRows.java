package org.electrongap.load;

import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.electrongap.load.record.QuarantinedRecord;

/** Makes rows of ops/quarantine. */
final class QuarantineRows implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String table;
    private final String dataset;
    private final String resource;
    private final String slice;
    private final String path;
    private final String hash;
    private final String runId;
    private final Timestamp loadedAt;

    QuarantineRows(Resource resource, SourceFile file, String runId, Instant loadedAt) {
        this.table = resource.table().path();
        this.dataset = resource.dataset();
        this.resource = resource.name();
        this.slice = resource.slice(file);
        this.path = file.pathInDataset();
        this.hash = file.sha256();
        this.runId = runId;
        this.loadedAt = Timestamp.from(loadedAt);
    }

    /**
     * One row a record.
     *
     * @param before how many quarantined records of the file come before these
     */
    List<Row> of(List<QuarantinedRecord> records, long before) {
        List<Row> rows = new ArrayList<>(records.size());
        int ordinal = Math.toIntExact(before);
        for (QuarantinedRecord record : records) {
            rows.add(RowFactory.create(
                    table,
                    dataset,
                    resource,
                    slice,
                    path,
                    record.line(),
                    ++ordinal,
                    record.rule(),
                    record.column(),
                    record.reason(),
                    record.raw(),
                    hash,
                    runId,
                    loadedAt));
        }
        return rows;
    }
}
