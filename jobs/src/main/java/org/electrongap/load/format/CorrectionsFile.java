package org.electrongap.load.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.electrongap.load.record.Correction;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Source;

/**
 * Reads {@code corrections.csv} of a data set: the columns resource, match ({@code region=USA;year=2020}), column, action
 * ({@code replace} or {@code drop}), expect, value, reason.
 */
public final class CorrectionsFile {

    private static final List<String> COLUMNS =
            List.of("resource", "match", "column", "action", "expect", "value", "reason");

    private final RecordLayout layout;
    private final String resource;
    private final List<Fault> faults;
    private final List<Correction> corrections = new ArrayList<>();
    private CsvHeader header;

    private CorrectionsFile(RecordLayout layout, String resource, List<Fault> faults) {
        this.layout = layout;
        this.resource = resource;
        this.faults = faults;
    }

    /**
     * The corrections of one resource.
     *
     * @param layout the layout of its table
     * @param faults where every fault of the file goes
     */
    public static List<Correction> read(Source source, String resource, RecordLayout layout, List<Fault> faults) {
        CorrectionsFile file = new CorrectionsFile(layout, resource, faults);
        try {
            new CsvText(source, StandardCharsets.UTF_8, ',').forEach(file::take);
        } catch (DamagedFile damage) {
            faults.add(damage.fault());
        }
        return file.corrections;
    }

    private void take(CsvText.Line line) {
        if (header == null) {
            header = new CsvHeader(line.fields());
            COLUMNS.stream()
                    .filter(name -> !header.has(name))
                    .forEach(name -> fault(
                            line.number(),
                            "column '" + name + "' is missing",
                            "Write the header " + String.join(",", COLUMNS)));
        } else if (line.fields().size() != header.size()) {
            fault(line.number(), "it has " + line.fields().size() + " fields", "Fill in all of the header's columns");
        } else {
            take(new CsvRow(line.number(), line.fields().toArray(String[]::new), header));
        }
    }

    private void take(CsvRow row) {
        Map<String, String> match = new TreeMap<>();
        for (String pair : row.text("match").split(";")) {
            int equals = pair.indexOf('=');
            match.put(
                    pair.substring(0, Math.max(equals, 0)).strip(),
                    pair.substring(equals + 1).strip());
        }
        List<String> unknown = new ArrayList<>(match.keySet());
        unknown.add(row.text("column"));
        unknown.removeIf(layout::has);
        String action = row.text("action").toUpperCase(Locale.ROOT);
        if (!row.text("resource").equals(resource)) {
            return;
        }
        if (!unknown.isEmpty()) {
            fault(row.line(), layout.table() + " has no columns " + unknown, "Name columns of the table");
        } else if (!action.equals("REPLACE") && !action.equals("DROP")) {
            fault(row.line(), "the action is '" + row.text("action") + "'", "Write replace or drop");
        } else if (row.isBlank("reason")) {
            fault(row.line(), "there is no reason", "Say why the value is wrong, and on whose word");
        } else {
            corrections.add(new Correction(
                    row.line(),
                    match,
                    row.text("column"),
                    row.text("expect").strip(),
                    Correction.Action.valueOf(action),
                    row.text("value"),
                    row.text("reason")));
        }
    }

    private void fault(long line, String what, String next) {
        faults.add(new Fault(
                "correction", "corrections.csv, line " + line, what, "a correction must mean exactly one thing", next));
    }
}
