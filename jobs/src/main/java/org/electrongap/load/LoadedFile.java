package org.electrongap.load;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.load.record.RecordCounts;

/**
 * A file whose records were sorted; nothing of it has been written yet.
 *
 * @param resource the resource
 * @param file the file
 * @param slice what the accepted rows replace in the resource's table
 * @param accepted rows that fulfil the contract of the resource's table
 * @param quarantined rows that fulfil the contract of ops/quarantine
 * @param counts how the records were sorted
 * @param published the days on which rows of the file become visible, ascending, each once
 * @param editions what the accepted rows hold of each edition; empty where it was not counted
 * @param heldBy other slices of the table that hold keys of the file, which were left out therefore
 * @param notes what a user should know although it rejects nothing
 * @param neverVisible accepted rows whose edition is no date, which no as-of date sees
 * @param release gives back what is kept for the Datasets; they are not used after it
 */
public record LoadedFile(
        Resource resource,
        SourceFile file,
        String slice,
        Dataset<Row> accepted,
        Dataset<Row> quarantined,
        RecordCounts counts,
        List<LocalDate> published,
        List<EditionRows> editions,
        List<String> heldBy,
        List<String> notes,
        long neverVisible,
        Runnable release)
        implements Outcome {

    public LoadedFile {
        published = List.copyOf(published);
        editions = List.copyOf(editions);
        heldBy = List.copyOf(heldBy);
        notes = List.copyOf(notes);
    }
}
