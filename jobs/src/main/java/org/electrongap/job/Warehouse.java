package org.electrongap.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** The Delta tables of a warehouse. */
public final class Warehouse {

    private final SparkSession spark;
    private final String uri;

    /** The warehouse at that address; nothing is created before the first write. */
    public Warehouse(SparkSession spark, String uri) {
        this.spark = spark;
        this.uri = uri;
    }

    /** The session that reads and writes it. */
    public SparkSession spark() {
        return spark;
    }

    /** The address of a table. */
    public String path(TableName table) {
        return uri + "/" + table.path();
    }

    /** A table as it was at a version. */
    public Dataset<Row> read(TableName table, long version) {
        return spark.read().format("delta").option("versionAsOf", version).load(path(table));
    }

    /** A table without a row, in the form of its contract. */
    public Dataset<Row> empty(TableName table) {
        return spark.createDataFrame(List.of(), Contract.of(table).schema());
    }

    /** Replaces a whole table; the version that holds the rows. */
    public long replace(TableName table, Dataset<Row> rows, String commit) {
        writer(rows, commit).mode(SaveMode.Overwrite).save(path(table));
        return version(table);
    }

    /** Replaces some slices of a core table, in one commit; the version that holds the rows. */
    public long replaceSlices(TableName table, List<String> slices, Dataset<Row> rows, String commit) {
        String condition = slices.stream()
                .map(slice -> "'" + slice.replace("\\", "\\\\").replace("'", "\\'") + "'")
                .collect(Collectors.joining(", ", "slice IN (", ")"));
        DataFrameWriter<Row> writer =
                writer(rows, commit).mode(SaveMode.Overwrite).partitionBy("slice");
        writer.option("replaceWhere", condition).save(path(table));
        return version(table);
    }

    /** Adds rows to a table; the version that holds them. */
    public long append(TableName table, Dataset<Row> rows, String commit) {
        writer(rows, commit).mode(SaveMode.Append).save(path(table));
        return version(table);
    }

    /** The rows that a reader of that day may see. */
    public static Dataset<Row> visible(Dataset<Row> rows, java.time.LocalDate asOf) {
        return rows.where(col("published").leq(lit(java.sql.Date.valueOf(asOf))));
    }

    private DataFrameWriter<Row> writer(Dataset<Row> rows, String commit) {
        return rows.write()
                .format("delta")
                .option("userMetadata", commit)
                // Readable by every Delta reader: no feature beyond plain writer version 2 tables.
                .option("delta.enableDeletionVectors", "false")
                .option("delta.columnMapping.mode", "none");
    }

    /** The newest version of a table. */
    long version(TableName table) {
        return DeltaLog.forTable(spark, path(table))
                .update(false, scala.Option.empty(), scala.Option.empty())
                .version();
    }
}
