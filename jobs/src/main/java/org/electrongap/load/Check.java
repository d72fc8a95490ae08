package org.electrongap.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.electrongap.load.format.Format;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.Corrections;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.QuarantinedRecord;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Sorting.Sorted;
import org.electrongap.table.Column;

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
        Format format = Layouts.of(resource, storage);
        Sorted sorted = SmallFile.sort(resource, file, storage, today);
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
        lines.add(sorted.counts().text());
        RecordLayout layout = RecordLayout.of(resource.table());
        lines.add("columns of the table:");
        for (Column column : layout.columns()) {
            lines.add("  " + described(column, layout.index(column.name()), sorted.accepted()));
        }
        sorted.accepted().stream().findFirst().ifPresent(record -> lines.addAll(example(record, layout)));
        lines.addAll(quarantined(sorted));
        lines.addAll(MarkedRecords.notes(file.fileName(), sorted.marked()));
        lines.addAll(ResourceCorrections.idle(resource, file, storage, sorted.metCorrections()));
        sorted.faults().stream().map(Fault::text).forEach(text -> lines.add("would be rejected: " + text));
        return new Check(lines, sorted.faults().isEmpty());
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

    private static String described(Column column, int index, List<CheckedRecord> rows) {
        List<Object> values = rows.stream()
                .map(row -> row.values()[index])
                .filter(Objects::nonNull)
                .toList();
        String unit = column.unit().isEmpty() ? "" : " [" + column.unit() + "]";
        return String.format(Locale.ROOT, "%-22s %6d filled  %s", column.name() + unit, values.size(), summary(values));
    }

    private static String summary(List<Object> values) {
        if (!values.isEmpty() && values.get(0) instanceof Number) {
            var figures = values.stream()
                    .mapToDouble(value -> ((Number) value).doubleValue())
                    .summaryStatistics();
            return figures.getMin() + " to " + figures.getMax();
        }
        List<String> different =
                values.stream().map(Object::toString).distinct().sorted().toList();
        return different.size() <= EXAMPLES
                ? String.join(" | ", different)
                : different.size() + " different, such as "
                        + different.stream().limit(EXAMPLES).collect(Collectors.joining(" | "));
    }

    private static List<String> quarantined(Sorted sorted) {
        Map<String, List<QuarantinedRecord>> byRule = sorted.quarantined().stream()
                .collect(Collectors.groupingBy(QuarantinedRecord::rule, TreeMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        byRule.forEach((rule, records) -> {
            lines.add("would be quarantined by " + rule + ": " + records.size());
            records.stream()
                    .limit(EXAMPLES)
                    .forEach(record -> lines.add("  line " + record.line() + ": " + record.reason()));
        });
        return lines;
    }
}
