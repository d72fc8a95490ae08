package org.electrongap.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.electrongap.load.format.Format;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.Corrections;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.HeldElsewhere;
import org.electrongap.load.record.RecordLayout;

/**
 * How a file would be understood, and what of it would be rejected, without loading it.
 *
 * @param lines what a user reads
 * @param sound whether the file would be loaded
 */
public record Check(List<String> lines, boolean sound) {

    private static final int EXAMPLES = 3;

    public Check {
        lines = List.copyOf(lines);
    }

    /**
     * Reads a file and describes each column as it was understood.
     *
     * @param today the day of retrieval of files that do not name one
     * @throws InputRejected when the format or the mapping cannot be used
     */
    public static Check of(Resource resource, SourceFile file, Storage storage, LocalDate today) {
        return of(resource, file, storage, today, HeldElsewhere.NOTHING);
    }

    /**
     * The same for a table that has other slices; a file that is read in parts is not compared with them, and
     * those that share an edition with it are told.
     *
     * @param today the day of retrieval of files that do not name one
     * @param elsewhere what the other slices hold
     * @throws InputRejected when the format or the mapping cannot be used
     */
    public static Check of(
            Resource resource, SourceFile file, Storage storage, LocalDate today, HeldElsewhere elsewhere) {
        Format format = Layouts.of(resource, storage);
        Understood understood;
        try {
            understood = understood(resource, file, storage, today, elsewhere);
        } catch (InputRejected rejected) {
            return new Check(
                    rejected.faults().stream()
                            .map(fault -> "would be rejected: " + fault.text())
                            .toList(),
                    false);
        }
        List<String> lines = new ArrayList<>();
        lines.add(file.fileName() + " as " + format.formatName() + " into " + resource.table() + ", slice "
                + resource.slice(file));
        lines.add("columns of the file:");
        columns(format, resource, file, storage, today).forEach(line -> lines.add("  " + line));
        List<String> understanding = format.understanding();
        if (!understanding.isEmpty()) {
            lines.add("as the mapping says:");
            understanding.forEach(line -> lines.add("  " + line));
        }
        lines.add(understood.counts().text());
        lines.add("columns of the table:");
        understood.columns().forEach(column -> lines.add("  " + column.line()));
        RecordLayout layout = RecordLayout.of(resource.table());
        understood.first().ifPresent(record -> lines.addAll(example(record, layout)));
        lines.addAll(quarantined(understood));
        lines.addAll(understood.notes());
        lines.addAll(ResourceCorrections.idle(resource, file, storage, understood.metCorrections()));
        understood.faults().stream().map(Fault::text).forEach(text -> lines.add("would be rejected: " + text));
        return new Check(lines, understood.faults().isEmpty());
    }

    private static Understood understood(
            Resource resource, SourceFile file, Storage storage, LocalDate today, HeldElsewhere elsewhere) {
        boolean inParts = ReadingWay.of(resource, file, storage, ReadingWay.SMALL_BYTES) == ReadingWay.IN_PARTS;
        return inParts
                ? new LargeFileCheck(resource, file, storage, today, FilePart.BYTES, LargeFileCheck.KEYS)
                        .read(elsewhere)
                : Understood.of(
                        SmallFile.sort(resource, file, storage, today, elsewhere),
                        RecordLayout.of(resource.table()),
                        file.fileName());
    }

    private static List<String> columns(
            Format format, Resource resource, SourceFile file, Storage storage, LocalDate today) {
        try {
            return format.columns(
                    () -> storage.open(file.uri()), SmallFile.origin(resource, file, today, Corrections.none()));
        } catch (DamagedFile damage) {
            return List.of("cannot be told: " + damage.fault().what());
        }
    }

    /** One record as it stands in the file and as it becomes a row, so that nobody has to guess. */
    private static List<String> example(CheckedRecord record, RecordLayout layout) {
        String row = layout.columns().stream()
                .filter(column -> record.values()[layout.index(column.name())] != null)
                .map(column -> column.name() + "=" + record.values()[layout.index(column.name())])
                .collect(Collectors.joining(", "));
        return List.of("line " + record.line() + ", " + record.raw().text(), "  becomes " + row);
    }

    private static List<String> quarantined(Understood understood) {
        List<String> lines = new ArrayList<>();
        understood.counts().quarantinedByRule().forEach((rule, count) -> {
            lines.add("would be quarantined by " + rule + ": " + count);
            understood.quarantined().stream()
                    .filter(record -> record.rule().equals(rule))
                    .limit(EXAMPLES)
                    .forEach(record -> lines.add("  line " + record.line() + ": " + record.reason()));
        });
        return lines;
    }
}
