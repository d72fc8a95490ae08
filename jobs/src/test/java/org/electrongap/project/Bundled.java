package org.electrongap.project;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.electrongap.SharedSpark;
import org.electrongap.table.Column;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** The data sets of the repository as core rows, read without the loader. */
final class Bundled {

    private Bundled() {}

    static Dataset<Row> projects() {
        return rows("datacenter_projects", Path.of("..", "datasets", "datacenter_projects", "announced-projects.csv"));
    }

    static Dataset<Row> assumptions() {
        return rows("assumptions", Path.of("..", "datasets", "assumptions", "assumptions.csv"));
    }

    private static Dataset<Row> rows(String table, Path file) {
        Contract contract = Contract.of(TableName.core(table));
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : csv) {
                rows.add(RowFactory.create(contract.columns().stream()
                        .map(column -> cell(line, column))
                        .toArray()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SharedSpark.session().createDataFrame(rows, contract.schema());
    }

    private static Object cell(NamedCsvRecord line, Column column) {
        String text = line.findField(column.name()).orElse("");
        return switch (column.name()) {
            case "published" -> published(line);
            case "loaded_at" -> Timestamp.valueOf("2026-11-22 00:00:00");
            case "slice", "source_file", "file_hash", "run_id" -> "bundled";
            case "source_line" -> line.getStartingLineNumber();
            default -> text.isEmpty() ? null : typed(text, column);
        };
    }

    private static Object typed(String text, Column column) {
        return switch (column.type()) {
            case NUMBER -> Double.valueOf(text);
            case INTEGER -> Integer.valueOf(text);
            case DATE -> Date.valueOf(text);
            default -> text;
        };
    }

    private static Date published(NamedCsvRecord line) {
        LocalDate edition =
                DateSpan.parse(line.getField("edition")).orElseThrow().last();
        LocalDate retrieved = LocalDate.parse(line.getField("retrieved"));
        return Date.valueOf(edition.isBefore(retrieved) ? edition : retrieved);
    }
}
