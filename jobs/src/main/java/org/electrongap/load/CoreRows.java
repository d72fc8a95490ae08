package org.electrongap.load;

import java.io.Serializable;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.PublicationDate;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.table.Contract;

/** Adds the lineage to checked records and puts their columns into the contract's order. */
final class CoreRows implements Serializable {

    private static final long serialVersionUID = 1L;

    private final int[] sources;
    private final String[] lineage;
    private final int edition;
    private final int retrieved;
    private final String slice;
    private final String path;
    private final String hash;
    private final String runId;
    private final Instant loadedAt;
    private transient volatile Known last;
    private transient volatile Converted lastConverted;

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
        this.path = file.pathInDataset();
        this.hash = file.sha256();
        this.runId = runId;
        this.loadedAt = loadedAt;
    }

    /** The day from which the record is visible, null where none is. */
    LocalDate published(CheckedRecord record) {
        Known known = last;
        String text = (String) record.values()[edition];
        LocalDate read = (LocalDate) record.values()[retrieved];
        if (known == null || !Objects.equals(known.edition(), text) || !Objects.equals(known.retrieved(), read)) {
            known = new Known(text, read, PublicationDate.of(text, read).orElse(null));
            last = known;
        }
        return known.published();
    }

    /**
     * The row of the core table.
     *
     * @param line the line of the file on which the record starts
     */
    Row sqlRow(CheckedRecord record, long line) {
        LocalDate published = published(record);
        Object[] values = new Object[sources.length];
        Object[] row = new Object[sources.length];
        Converted before = lastConverted;
        for (int i = 0; i < row.length; i++) {
            values[i] = sources[i] >= 0 ? record.values()[sources[i]] : added(lineage[i], line, published);
            boolean repeated = before != null && values[i] != null && before.values()[i] == values[i];
            row[i] = repeated ? before.row()[i] : sqlValue(values[i]);
        }
        lastConverted = new Converted(values, row);
        return RowFactory.create(row.clone());
    }

    /** For each cell of a record, and the day from which it is visible behind them, its position in the row. */
    int[] targets() {
        List<String> columns = List.of(lineage);
        int[] targets = new int
                [(int) Arrays.stream(sources).filter(source -> source >= 0).count() + 1];
        for (int i = 0; i < sources.length; i++) {
            if (sources[i] >= 0) {
                targets[sources[i]] = i;
            }
        }
        targets[targets.length - 1] = columns.indexOf("published");
        return targets;
    }

    /** The position of the line in the row. */
    int lineTarget() {
        return List.of(lineage).indexOf("source_line");
    }

    /** A row as Spark holds it, filled with what is the same in all of them. */
    Object[] sameForAll() {
        Object[] row = new Object[lineage.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = sources[i] >= 0 ? null : PartRows.catalyst(added(lineage[i], 0, null));
        }
        return row;
    }

    /** The last record and its row: most columns repeat their objects, and a day is dear to convert. */
    private record Converted(Object[] values, Object[] row) {}

    private static Object sqlValue(Object value) {
        if (value instanceof LocalDate date) {
            return Date.valueOf(date);
        }
        return value instanceof Instant instant ? Timestamp.from(instant) : value;
    }

    /** The day of the last edition that was asked for; rows of one edition follow each other. */
    private record Known(String edition, LocalDate retrieved, LocalDate published) {}

    private Object added(String column, long line, LocalDate published) {
        return switch (column) {
            case "published" -> published;
            case "slice" -> slice;
            case "source_file" -> path;
            case "source_line" -> line;
            case "file_hash" -> hash;
            case "run_id" -> runId;
            case "loaded_at" -> loadedAt;
            default -> throw new IllegalStateException("no value for lineage column " + column);
        };
    }
}
