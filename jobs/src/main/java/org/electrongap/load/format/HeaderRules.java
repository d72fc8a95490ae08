package org.electrongap.load.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RecordSink;

/** The rules for the header of a file: every expected column is there once, and no other. */
final class HeaderRules {

    /** What to do with a column that no layout of ours knows. */
    static final String NAME_THE_LAYOUT = "Remove the column, or name the file's own layout with --format or --mapping";

    private HeaderRules() {}

    /**
     * Tells one fault for each column that is missing, unknown or there twice.
     *
     * @param header the header of the file
     * @param line the line on which it stands
     * @param expected the columns that must be there
     * @param contract what asks for them, as it is shown to people
     * @param unread what to do with a column that nothing reads
     * @param sink where the faults go
     */
    static void check(
            CsvHeader header, long line, List<String> expected, String contract, String unread, RecordSink sink) {
        List<String> unknown = new ArrayList<>(new LinkedHashSet<>(header.names()));
        unknown.removeAll(expected);
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(header.names());
        for (String name : missing) {
            sink.fault(missing(name, unknown, line, contract));
        }
        for (String name : unknown) {
            sink.fault(unknown(name, missing, line, contract, unread));
        }
        for (String name : repeated(header)) {
            sink.fault(new Fault(
                    "header",
                    "line " + line,
                    "column '" + name + "' is there more than once",
                    "it is not known which of them holds the values",
                    "Remove or rename all but one"));
        }
    }

    private static Fault missing(String name, List<String> unknown, long line, String contract) {
        String hint = Renames.hint(name, unknown);
        return new Fault(
                "header",
                "line " + line,
                "column '" + name + "' is missing",
                "the contract " + contract + " asks for it",
                hint.isEmpty() ? "Add the column, or name the file's own layout with --format or --mapping" : hint);
    }

    private static Fault unknown(String name, List<String> missing, long line, String contract, String unread) {
        return new Fault(
                "header",
                "line " + line,
                "column '" + name + "' is unknown",
                "the contract " + contract
                        + " has none of that name, and a column that is not read would be lost silently",
                Renames.source(name, missing)
                        .map(original -> "It may be '" + original + "' under another name")
                        .orElse(unread));
    }

    private static Set<String> repeated(CsvHeader header) {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> repeated = new LinkedHashSet<>();
        header.names().forEach(name -> {
            if (!seen.add(name)) {
                repeated.add(name);
            }
        });
        return repeated;
    }
}
