package org.electrongap.load.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What keeps a line from being the header of a layout or of a table.
 *
 * @param contract the name of the layout or table
 * @param line the line
 * @param needed the columns that it needs
 * @param missing those of them that the line lacks
 * @param unknown columns of the line that it does not know
 */
public record HeaderGap(String contract, long line, List<String> needed, List<String> missing, List<String> unknown) {

    public HeaderGap {
        needed = List.copyOf(needed);
        missing = List.copyOf(missing);
        unknown = List.copyOf(unknown);
    }

    /** What lies between a layout and a line. */
    static HeaderGap of(CsvLayout layout, Lines.Line line) {
        List<String> found = new CsvHeader(line.fields()).names();
        List<String> missing = new ArrayList<>(layout.needed());
        missing.removeAll(found);
        List<String> unknown = new ArrayList<>(found);
        unknown.removeIf(name -> name.isEmpty() || layout.needed().contains(name) || layout.mayHave(name));
        return new HeaderGap(layout.formatName(), line.number(), layout.needed(), missing, unknown);
    }

    /** The share of the needed columns that are there, by their name or by another that is known. */
    public double closeness() {
        long renamed = missing.stream()
                .filter(name -> !Renames.hint(name, unknown).isEmpty())
                .count();
        return (double) (needed.size() - missing.size() + renamed) / needed.size();
    }

    /** What is missing and what is unknown, for people. */
    public String text() {
        return Stream.of(
                        missing.isEmpty() ? "" : "columns " + missing + " are missing",
                        unknown.isEmpty() ? "" : "columns " + unknown + " are unknown")
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    /** What became of the missing columns, where that is known; empty where it is not. */
    public String hints() {
        return missing.stream()
                .map(name -> Renames.hint(name, unknown))
                .filter(hint -> !hint.isEmpty())
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }
}
