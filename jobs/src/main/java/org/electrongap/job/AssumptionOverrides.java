package org.electrongap.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/**
 * The run's own assumptions: rows that take the place of loaded ones with the same name, region and year. A cell that is
 * left empty keeps what was loaded.
 *
 * @param rows each row's cells by column name
 * @param hash SHA-256 of the file
 */
public record AssumptionOverrides(List<Map<String, String>> rows, String hash) {

    /** The table that they override. */
    public static final TableName TABLE = TableName.core("assumptions");

    private static final List<String> KEY = List.of("assumption", "region", "year");

    public AssumptionOverrides {
        rows = List.copyOf(rows);
    }

    /** No overrides. */
    public static AssumptionOverrides none() {
        return new AssumptionOverrides(List.of(), "");
    }

    /** Whether nothing is overridden. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The loaded assumptions with these on top; a row that overrides nothing is added, for the model to judge its name. */
    Dataset<Row> over(Dataset<Row> loaded) {
        if (isEmpty()) {
            return loaded;
        }
        Dataset<Row> own = own(loaded).alias("own");
        Dataset<Row> base = loaded.alias("base");
        Column sameKey = KEY.stream()
                .map(name -> col("base." + name).eqNullSafe(col("own." + name)))
                .reduce(Column::and)
                .orElseThrow();
        return base.join(own, sameKey, "full_outer")
                .select(Contract.of(TABLE).columns().stream()
                        .map(column -> coalesce(col("own." + column.name()), col("base." + column.name()))
                                .as(column.name()))
                        .toArray(Column[]::new));
    }

    private Dataset<Row> own(Dataset<Row> loaded) {
        List<org.electrongap.table.Column> columns = Contract.of(TABLE).columns();
        StructType text = new StructType();
        for (org.electrongap.table.Column column : columns) {
            text = text.add(column.name(), "string");
        }
        List<Row> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(RowFactory.create(columns.stream()
                .map(column -> emptyToNull(row.get(column.name())))
                .toArray())));
        return loaded.sparkSession()
                .createDataFrame(cells, text)
                .select(columns.stream()
                        .map(column -> col(column.name())
                                .cast(column.type().sparkType())
                                .as(column.name()))
                        .toArray(Column[]::new));
    }

    private static String emptyToNull(String cell) {
        return cell == null || cell.isBlank() ? null : cell.strip();
    }

    /** The overrides as a person reads them, one a line. */
    public List<String> described() {
        return rows.stream()
                .map(row -> String.format(
                        Locale.ROOT,
                        "%s %s %s = %s",
                        row.getOrDefault("assumption", ""),
                        row.getOrDefault("region", ""),
                        row.getOrDefault("year", ""),
                        row.getOrDefault("value", "")))
                .toList();
    }
}
