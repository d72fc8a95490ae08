package org.electrongap.load.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.electrongap.load.record.Correction;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Source;

/**
 * Reads a file of corrections, {@code corrections.csv} of a data set: the columns resource, match
 * ({@code region=USA;year=2020}), column, action ({@code replace} or {@code drop}), expect, value, reason. A correction names
 * columns of the table, or else of the file; {@code file.} before a name says that it is the file's where both have it. The
 * resource may be left away in a data set that has one only.
 */
public final class CorrectionsFile {

    private static final List<String> COLUMNS = List.of("match", "column", "action", "expect", "value", "reason");
    private static final String OF_THE_FILE = "file.";

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
     * @param resource its name; blank where the file is for no other
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

    /**
     * Tells each correction that names a resource which its data set does not have, so that nothing would ever be done about
     * it, and each that names none of several, so that it would be asked of files which do not have its columns.
     *
     * @param resources the names of the resources
     * @param faults where they go
     */
    public static void checkResources(Source source, Set<String> resources, List<Fault> faults) {
        CorrectionsFile file = new CorrectionsFile(null, "", faults);
        try {
            new CsvText(source, StandardCharsets.UTF_8, ',').forEach(line -> {
                if (file.header == null) {
                    file.header = new CsvHeader(line.fields());
                    return;
                }
                int column = file.header.index("resource");
                String name = column < 0 || column >= line.fields().size()
                        ? ""
                        : line.fields().get(column).strip();
                boolean isNamed = name.isEmpty() ? resources.size() == 1 : resources.contains(name);
                if (!isNamed) {
                    file.fault(
                            line.number(),
                            name.isEmpty()
                                    ? "it names no resource, and the data set has several"
                                    : "the data set has no resource '" + name + "'",
                            "Name one of " + String.join(", ", new TreeSet<>(resources)));
                }
            });
        } catch (DamagedFile damage) {
            faults.add(damage.fault());
        }
    }

    private void take(CsvText.Line line) {
        if (header == null) {
            header = new CsvHeader(line.fields());
            COLUMNS.stream()
                    .filter(name -> !header.has(name))
                    .forEach(name -> fault(
                            line.number(),
                            "column '" + name + "' is missing",
                            "Write the header resource," + String.join(",", COLUMNS)));
        } else if (line.fields().size() != header.size()) {
            fault(line.number(), "it has " + line.fields().size() + " fields", "Fill in all of the header's columns");
        } else {
            take(new CsvRow(line.number(), line.fields().toArray(String[]::new), header));
        }
    }

    private void take(CsvRow row) {
        if (!resource.isBlank()
                && !row.isBlank("resource")
                && !row.text("resource").strip().equals(resource)) {
            return;
        }
        Map<String, String> match = match(row.text("match"));
        Correction.Names names = names(row, match);
        String action = row.text("action").strip().toUpperCase(Locale.ROOT);
        boolean replacesWhole = row.text("column").equals(Correction.WHOLE) && action.equals("REPLACE");
        if (match.containsKey("")) {
            fault(row.line(), "match is '" + row.text("match") + "'", "Write column=text, several with ; between them");
        } else if (row.isBlank("column")) {
            fault(row.line(), "there is no column", "Name the column that is wrong, or * for the whole record");
        } else if (!action.equals("REPLACE") && !action.equals("DROP")) {
            fault(row.line(), "the action is '" + row.text("action") + "'", "Write replace or drop");
        } else if (replacesWhole && names == Correction.Names.TABLE) {
            fault(
                    row.line(),
                    "a record that the table's columns match cannot be replaced whole",
                    "Match line=N, or columns of the file");
        } else if (row.isBlank("reason")) {
            fault(row.line(), "there is no reason", "Say why the value is wrong, and on whose word");
        } else {
            corrections.add(new Correction(
                    row.line(),
                    names,
                    plain(match),
                    plain(row.text("column")),
                    row.text("expect").strip(),
                    Correction.Action.valueOf(action),
                    row.text("value"),
                    row.text("reason")));
        }
    }

    /** A text of a match may hold semicolons: a piece without an equals sign belongs to the one before it. */
    private static Map<String, String> match(String text) {
        Map<String, String> match = new TreeMap<>();
        String name = "";
        for (String pair : text.split(";")) {
            int equals = pair.indexOf('=');
            if (equals < 0 && !name.isEmpty()) {
                match.merge(name, pair.strip(), (before, more) -> before + ";" + more);
                continue;
            }
            name = pair.substring(0, Math.max(equals, 0)).strip();
            match.put(name, pair.substring(equals + 1).strip());
        }
        return match;
    }

    /** The table's columns where it has all that are named, and one is named at all. */
    private Correction.Names names(CsvRow row, Map<String, String> match) {
        List<String> named = new ArrayList<>(match.keySet());
        named.add(row.text("column").strip());
        named.removeAll(List.of(Correction.LINE, Correction.WHOLE));
        boolean onlyEdition = List.of(Correction.EDITION).containsAll(named);
        return !onlyEdition && named.stream().allMatch(layout::has) ? Correction.Names.TABLE : Correction.Names.FILE;
    }

    private static Map<String, String> plain(Map<String, String> match) {
        Map<String, String> plain = new TreeMap<>();
        match.forEach((name, text) -> plain.put(plain(name), text));
        return plain;
    }

    private static String plain(String name) {
        return name.strip().startsWith(OF_THE_FILE) ? name.strip().substring(OF_THE_FILE.length()) : name.strip();
    }

    private void fault(long line, String what, String next) {
        faults.add(new Fault(
                "correction", "the corrections, line " + line, what, "a correction must mean exactly one thing", next));
    }
}
