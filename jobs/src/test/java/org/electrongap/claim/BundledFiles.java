package org.electrongap.claim;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.electrongap.table.Column;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** The data sets of this project as evidence, read from their files without Spark; an edition that is no date is not visible. */
final class BundledFiles implements ClaimEvidence {

    private static final String DATE = "\\d{4}(-\\d{2}(-\\d{2})?)?";

    private final Map<String, List<Map<String, Object>>> read = new ConcurrentHashMap<>();

    @Override
    public List<Map<String, Object>> rows(String table, Set<String> regions) {
        return read.computeIfAbsent(table, BundledFiles::read).stream()
                .filter(row -> regions.isEmpty() || regions.contains(row.get("region")))
                .toList();
    }

    private static List<Map<String, Object>> read(String table) {
        Contract contract = Contract.of(TableName.core(table));
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("..", "datasets", table))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                rows.addAll(read(file, contract));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static List<Map<String, Object>> read(Path file, Contract contract) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord record : csv) {
                if (record.getField("edition").matches(DATE)) {
                    Map<String, Object> row = new LinkedHashMap<>();
                    contract.columns().forEach(column -> row.put(column.name(), cell(record, column)));
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static Object cell(NamedCsvRecord record, Column column) {
        String text = record.findField(column.name()).orElse("");
        if (text.isEmpty()) {
            return null;
        }
        return switch (column.type()) {
            case NUMBER -> Double.valueOf(text);
            case INTEGER -> Integer.valueOf(text);
            case LONG -> Long.valueOf(text);
            default -> text;
        };
    }
}
