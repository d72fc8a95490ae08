package org.electrongap.job;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A file of the user's own, as a Dataset: CSV with every column as text, or Parquet. */
final class OwnFile {

    private OwnFile() {}

    /**
     * Its rows.
     *
     * @throws InputRejectedException when it is not there, has no row, or is neither CSV nor Parquet
     */
    static Dataset<Row> read(SparkSession spark, String file) {
        try {
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
        } catch (RuntimeException e) {
            throw new InputRejectedException(file + " cannot be read as "
                    + (file.endsWith(".parquet") ? "Parquet" : "CSV with a header") + ": "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }
}
