package org.electrongap.job;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A file of the user's own, as a Dataset: CSV with every column as text, or Parquet. */
final class OwnFile {

    /** What Spark unpacks or reads as Parquet. */
    private static final String NO_PLAIN_TEXT = ".*\\.(parquet|gz|bz2|deflate|lz4|snappy|zst)";

    private OwnFile() {}

    /**
     * Its rows.
     *
     * @throws InputRejectedException when it is not there, has no row, or is neither CSV nor Parquet
     */
    static Dataset<Row> read(SparkSession spark, String file) {
        try {
            requireClosedQuotes(spark, file);
            Dataset<Row> rows = file.endsWith(".parquet")
                    ? spark.read().parquet(file)
                    : spark.read()
                            .option("header", "true")
                            .option("multiLine", "true")
                            .option("escape", "\"")
                            .option("enforceSchema", "false")
                            .option("mode", "FAILFAST")
                            .csv(file);
            if (rows.isEmpty()) {
                throw new InputRejectedException(file + " has no row; it needs a header and a row for each value");
            }
            return rows;
        } catch (InputRejectedException e) {
            throw e;
        } catch (Exception e) { // Spark throws checked exceptions that its methods do not declare
            throw new InputRejectedException(file + " cannot be read as "
                    + (file.endsWith(".parquet") ? "Parquet" : "CSV with a header") + ": "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** Of one text; a folder, a pattern and packed files are left to Spark. */
    private static void requireClosedQuotes(SparkSession spark, String file) {
        if (file.matches(NO_PLAIN_TEXT)) {
            return;
        }
        Path path = new Path(file);
        try {
            FileSystem files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
            if (files.getFileStatus(path).isFile()) {
                try (Reader text = new InputStreamReader(files.open(path), StandardCharsets.UTF_8)) {
                    OpenQuote.fault(text).ifPresent(fault -> {
                        throw new InputRejectedException(file + " " + fault);
                    });
                }
            }
        } catch (FileNotFoundException e) {
            return; // Spark knows whether it is a pattern, and says so if it is not
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
