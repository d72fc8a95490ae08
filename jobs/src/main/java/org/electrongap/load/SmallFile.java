package org.electrongap.load;

import java.time.LocalDate;
import org.electrongap.load.format.Format;
import org.electrongap.load.format.Origin;
import org.electrongap.load.record.Corrected;
import org.electrongap.load.record.Corrections;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.HeldElsewhere;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Sorting;
import org.electrongap.load.record.Sorting.Sorted;

/** Reads a file that is small next to the memory, without Spark. */
final class SmallFile {

    private SmallFile() {}

    /**
     * Sorts the records of a file.
     *
     * @param today the day of retrieval of files that do not name one
     */
    static Sorted sort(Resource resource, SourceFile file, Storage storage, LocalDate today) {
        return sort(resource, file, storage, today, HeldElsewhere.NOTHING);
    }

    /**
     * Sorts the records of a file for a table that has other slices.
     *
     * @param today the day of retrieval of files that do not name one
     * @param elsewhere what the other slices hold
     */
    static Sorted sort(Resource resource, SourceFile file, Storage storage, LocalDate today, HeldElsewhere elsewhere) {
        Format format = Layouts.of(resource, storage);
        Corrections corrections = new Corrections(ResourceCorrections.of(resource, storage), 0);
        Sorting sorting = new Sorting(RecordLayout.of(resource.table()), elsewhere);
        try {
            format.read(
                    () -> storage.open(file.uri()),
                    origin(resource, file, today, corrections),
                    new Corrected(sorting, corrections));
        } catch (DamagedFile damage) {
            sorting.fault(damage.fault());
        }
        return sorting.sorted();
    }

    /** What is known of a file besides its text. */
    static Origin origin(Resource resource, SourceFile file, LocalDate today, Corrections corrections) {
        return new Origin(
                file.fileName(),
                resource.encoding(),
                resource.source(),
                file.edition(),
                resource.retrieved().orElse(today),
                resource.grade(),
                corrections,
                Origin.End.OF_THE_FILE);
    }
}
