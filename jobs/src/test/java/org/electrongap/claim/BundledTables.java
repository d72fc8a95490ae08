package org.electrongap.claim;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** The data sets of this project as core tables, without a warehouse: rows whose edition is no date are not visible. */
final class BundledTables {

    private static final String DATE = "\\d{4}(-\\d{2}(-\\d{2})?)?";

    private final SparkSession spark;
    private final Path datasets;

    BundledTables(SparkSession spark) {
        this.spark = spark;
        this.datasets = Path.of("..", "datasets");
    }

    ClaimEvidence evidence() {
        return ClaimEvidence.of(this::table);
    }

    Dataset<Row> table(String name) {
        Dataset<Row> rows = null;
        for (String file : files(name)) {
            Dataset<Row> next = conform(
                    name,
                    spark.read()
                            .option("header", true)
                            .option("multiLine", true)
                            .option("escape", "\"")
                            .csv(file));
            rows = rows == null ? next : rows.unionByName(next);
        }
        return rows.where(col("edition").rlike("^" + DATE + "$"));
    }

    private List<String> files(String name) {
        try (Stream<Path> files = Files.list(datasets.resolve(name))) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Dataset<Row> conform(String name, Dataset<Row> rows) {
        List<String> present = Arrays.asList(rows.columns());
        return rows.select(Contract.of(TableName.core(name)).columns().stream()
                .map(column -> (present.contains(column.name()) ? col(column.name()) : lit(null))
                        .cast(column.type().sparkType())
                        .as(column.name()))
                .toArray(org.apache.spark.sql.Column[]::new));
    }
}
