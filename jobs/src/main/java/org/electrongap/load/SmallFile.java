package org.electrongap.load;

import java.time.LocalDate;
import org.electrongap.load.format.ContractCsv;
import org.electrongap.load.format.Format;
import org.electrongap.load.format.Formats;
import org.electrongap.load.format.Origin;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Fault;
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
        RecordLayout layout = RecordLayout.of(resource.table());
        Sorting sorting = new Sorting(layout);
        try {
            format(resource, layout).read(() -> storage.open(file.uri()), origin(resource, file, today), sorting);
        } catch (DamagedFile damage) {
            sorting.fault(damage.fault());
        }
        return sorting.sorted();
    }

    private static Format format(Resource resource, RecordLayout layout) {
        return resource.format()
                .map(name -> Formats.named(name).orElseThrow(() -> unknown(name)))
                .orElseGet(() -> new ContractCsv(layout, resource.columns()));
    }

    private static DamagedFile unknown(String name) {
        return new DamagedFile(new Fault(
                "format",
                "the format '" + name + "'",
                "there is none of that name",
                "the file cannot be read without knowing its layout",
                "Choose one of "
                        + Formats.all().stream()
                                .map(Format::formatName)
                                .collect(java.util.stream.Collectors.joining(", "))));
    }

    private static Origin origin(Resource resource, SourceFile file, LocalDate today) {
        return new Origin(
                file.fileName(),
                resource.encoding(),
                resource.source(),
                file.edition(),
                resource.retrieved().orElse(today),
                resource.grade());
    }
}
