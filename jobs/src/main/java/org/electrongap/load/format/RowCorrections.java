package org.electrongap.load.format;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.electrongap.load.record.Correction;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RecordSink;

/** Applies the corrections that name a file's own columns to its rows, before a layout reads them. */
final class RowCorrections {

    private final List<Correction> corrections;
    private final Origin origin;
    private final RecordSink sink;
    private final Consumer<CsvRow> dropped;

    private RowCorrections(List<Correction> corrections, Origin origin, RecordSink sink, Consumer<CsvRow> dropped) {
        this.corrections = corrections;
        this.origin = origin;
        this.sink = sink;
        this.dropped = dropped;
    }

    /**
     * Those for a file with this header; one that names a column which the file does not have is a fault of the file.
     *
     * @param sink where faults go
     * @param dropped takes the rows that are not to be read
     */
    static RowCorrections of(CsvHeader header, Origin origin, RecordSink sink, Consumer<CsvRow> dropped) {
        List<Correction> usable = new ArrayList<>();
        for (Correction correction : origin.corrections().naming(Correction.Names.FILE)) {
            List<String> unknown = new ArrayList<>(correction.match().keySet());
            unknown.add(correction.column());
            unknown.removeIf(name -> isKnown(name, header));
            if (!isForEdition(correction, header, origin)) {
                continue;
            }
            if (unknown.isEmpty()) {
                usable.add(correction);
            } else {
                sink.fault(unknownColumns(correction, unknown, header));
            }
        }
        return new RowCorrections(usable, origin, sink, dropped);
    }

    /** Tells that a format without a header cannot take such corrections. */
    static void refuse(String format, Origin origin, RecordSink sink) {
        origin.corrections()
                .naming(Correction.Names.FILE)
                .forEach(correction -> sink.fault(new Fault(
                        "correction",
                        "the correction on line " + correction.line(),
                        "it names columns " + correction.match().keySet() + " and " + correction.column()
                                + ", which are not the table's",
                        "files of the format " + format + " have no header that names their columns",
                        "Name columns of the table")));
    }

    private static boolean isKnown(String name, CsvHeader header) {
        return name.equals(Correction.LINE)
                || name.equals(Correction.EDITION)
                || name.equals(Correction.WHOLE)
                || header.has(name);
    }

    private static boolean isForEdition(Correction correction, CsvHeader header, Origin origin) {
        return header.has(Correction.EDITION)
                || origin.edition().equals(correction.match().getOrDefault(Correction.EDITION, origin.edition()));
    }

    private static Fault unknownColumns(Correction correction, List<String> unknown, CsvHeader header) {
        return new Fault(
                "header",
                "the correction on line " + correction.line(),
                "neither the table nor the file has columns " + unknown,
                "a correction must mean exactly one thing",
                "Name columns of the table, or of the file: " + String.join(", ", header.names())
                        + "; a correction for other editions names theirs by edition=... in match");
    }

    /** The row as it is to be read; empty when it was dropped. */
    Optional<CsvRow> corrected(CsvRow published) {
        CsvRow row = published;
        for (Correction correction : corrections) {
            if (!means(correction, row)) {
                continue;
            }
            sink.met(correction);
            String text = text(correction.column(), row);
            if (!correction.isExpected(text)) {
                sink.fault(correction.outdated(row.line(), text));
            } else if (correction.action() == Correction.Action.DROP) {
                dropped.accept(row);
                return Optional.empty();
            } else {
                row = replaced(row, correction);
            }
        }
        return Optional.of(row);
    }

    private boolean means(Correction correction, CsvRow row) {
        if (!correction.meansLine(row.line() + origin.corrections().linesBefore())) {
            return false;
        }
        for (Map.Entry<String, String> entry : correction.match().entrySet()) {
            boolean ofTheFile = entry.getKey().equals(Correction.LINE)
                    || (entry.getKey().equals(Correction.EDITION)
                            && !row.header().has(Correction.EDITION));
            if (!ofTheFile && !entry.getValue().equals(text(entry.getKey(), row).strip())) {
                return false;
            }
        }
        return true;
    }

    /** In a row with too few or too many fields it is not known which of them stands under a column. */
    private static String text(String column, CsvRow row) {
        if (column.equals(Correction.WHOLE)) {
            return row.text();
        }
        return row.fields().length == row.header().size() ? row.text(column) : "";
    }

    private static CsvRow replaced(CsvRow row, Correction correction) {
        String[] fields = correction.column().equals(Correction.WHOLE)
                ? fields(correction.value())
                : row.fields().clone();
        if (!correction.column().equals(Correction.WHOLE)) {
            fields[row.header().index(correction.column())] = correction.value();
        }
        return row.corrected(fields);
    }

    private static String[] fields(String record) {
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        List<String> fields = new ArrayList<>();
        new CsvText(() -> new ByteArrayInputStream(bytes), StandardCharsets.UTF_8, ',')
                .forEach(line -> fields.addAll(line.fields()));
        return fields.toArray(String[]::new);
    }
}
