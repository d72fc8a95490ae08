package org.electrongap.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.electrongap.job.AssumptionOverrides;
import org.electrongap.job.InputRejectedException;
import org.electrongap.job.OpenQuote;
import org.electrongap.project.PairOverrides;
import org.electrongap.run.Fingerprint;
import org.electrongap.run.Store;
import org.electrongap.table.Column;
import org.electrongap.table.ColumnType;
import org.electrongap.table.Contract;

/** Reads a file of assumptions that a user changes. */
final class OverridesFile {

    private OverridesFile() {}

    /**
     * The rows of the file; none when no file is named.
     *
     * @throws InputRejectedException with every fault of the file
     */
    static AssumptionOverrides assumptions(String file, Configuration configuration) {
        return read("--assumptions", file, List.of(), configuration);
    }

    /**
     * The rows of a file of scenarios, which has a column {@code scenario} beside those of assumptions, or is one scenario.
     *
     * @throws InputRejectedException with every fault of the file
     */
    static AssumptionOverrides scenarios(String file, Configuration configuration) {
        return read("--scenario", file, List.of("scenario"), configuration);
    }

    /**
     * The text of a file of pairs of project records, checked.
     *
     * @throws InputRejectedException with every fault of the file
     */
    static String pairs(String file, Configuration configuration) {
        String text = new String(bytes("--overrides", file, configuration), java.nio.charset.StandardCharsets.UTF_8);
        requireClosedQuotes(file, text);
        try {
            PairOverrides.read(new java.io.StringReader(text));
        } catch (IllegalArgumentException e) {
            throw new InputRejectedException(file + ": " + e.getMessage());
        }
        return text;
    }

    private static void requireClosedQuotes(String file, String text) {
        try {
            OpenQuote.fault(new java.io.StringReader(text)).ifPresent(fault -> {
                throw new InputRejectedException(file + " " + fault);
            });
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("a text in memory can be read", e);
        }
    }

    private static byte[] bytes(String option, String file, Configuration configuration) {
        Path path = new Path(file);
        // Hadoop's parent of a bare file name is the empty path, which no store can be at.
        String folder = path.getParent() == null ? "" : path.getParent().toString();
        return Store.at(folder.isEmpty() ? "." : folder, configuration)
                .bytes(path.getName())
                .orElseThrow(() -> new InputRejectedException(option + " " + file + ": there is no such file"));
    }

    private static AssumptionOverrides read(
            String option, String file, List<String> more, Configuration configuration) {
        if (file == null) {
            return AssumptionOverrides.none();
        }
        byte[] bytes = bytes(option, file, configuration);
        List<String> faults = new ArrayList<>();
        List<Map<String, String>> rows = new ArrayList<>();
        String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        requireClosedQuotes(file, text);
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord record : csv) {
                Map<String, String> row = record.getFieldsAsMap();
                faults.addAll(faults(file, record.getStartingLineNumber(), row, more));
                rows.add(row);
            }
        } catch (java.io.IOException | de.siegmar.fastcsv.reader.CsvParseException e) {
            faults.add(file + " cannot be read as CSV: " + e.getMessage());
        }
        if (rows.isEmpty() && faults.isEmpty()) {
            faults.add(file + " has no row; it needs a header assumption,region,year,value and a row for each change");
        }
        if (!faults.isEmpty()) {
            throw new InputRejectedException(String.join(
                    System.lineSeparator(), faults.stream().distinct().toList()));
        }
        return new AssumptionOverrides(rows, Fingerprint.ofBytes(bytes));
    }

    private static List<String> faults(String file, long line, Map<String, String> row, List<String> more) {
        Contract contract = Contract.of(AssumptionOverrides.TABLE);
        List<String> faults = new ArrayList<>();
        List<String> unknown = new ArrayList<>(row.keySet());
        unknown.removeAll(contract.columnNames());
        unknown.removeAll(more);
        if (!unknown.isEmpty()) {
            faults.add(file + ": unknown columns " + unknown + "; known are " + contract.columnNames());
        }
        for (String needed : List.of("assumption", "region", "value")) {
            if (row.getOrDefault(needed, "").isBlank()) {
                faults.add(file + " line " + line + ": column '" + needed + "' is missing or empty");
            }
        }
        for (Column column : contract.columns()) {
            String cell = row.getOrDefault(column.name(), "").strip();
            if (!cell.isEmpty() && isNumber(column) && !parses(cell)) {
                faults.add(file + " line " + line + ": '" + cell + "' in column '" + column.name() + "' is no number");
            }
        }
        return faults;
    }

    private static boolean isNumber(Column column) {
        return column.type() == ColumnType.NUMBER || column.type() == ColumnType.INTEGER;
    }

    private static boolean parses(String cell) {
        try {
            return Double.isFinite(Double.parseDouble(cell));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
