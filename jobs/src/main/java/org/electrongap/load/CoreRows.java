package org.electrongap.load;

import java.time.Instant;
import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.table.Contract;

/** Adds the lineage to checked records and puts their columns into the contract's order. */
final class CoreRows {

    private final int[] sources;
    private final String[] lineage;
    private final int edition;
    private final int retrieved;
    private final String slice;
    private final SourceFile file;
    private final String runId;
    private final Instant loadedAt;

    CoreRows(RecordLayout layout, String slice, SourceFile file, String runId, Instant loadedAt) {
        Contract contract = Contract.of(layout.table());
        lineage = contract.columnNames().toArray(String[]::new);
        sources = new int[lineage.length];
        for (int i = 0; i < lineage.length; i++) {
            sources[i] = layout.has(lineage[i]) ? layout.index(lineage[i]) : -1;
        }
        edition = layout.index("edition");
        retrieved = layout.index("retrieved");
        this.slice = slice;
        this.file = file;
        this.runId = runId;
        this.loadedAt = loadedAt;
    }

    /** The day from which the record is visible, null where none is. */
    LocalDate published(CheckedRecord record) {
        Object[] values = record.values();
        return PublicationDate.of((String) values[edition], (LocalDate) values[retrieved])
                .orElse(null);
    }

    /** The row of the core table. */
    Row row(CheckedRecord record, LocalDate published) {
        Object[] row = new Object[sources.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = sources[i] >= 0 ? record.values()[sources[i]] : added(lineage[i], record, published);
        }
        return RowFactory.create(row);
    }

    private Object added(String column, CheckedRecord record, LocalDate published) {
        return switch (column) {
            case "published" -> published;
            case "slice" -> slice;
            case "source_file" -> file.pathInDataset();
            case "source_line" -> record.line();
            case "file_hash" -> file.sha256();
            case "run_id" -> runId;
            case "loaded_at" -> loadedAt;
            default -> throw new IllegalStateException("no value for lineage column " + column);
        };
    }
}
