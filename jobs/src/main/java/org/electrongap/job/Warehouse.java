package org.electrongap.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.delta.tables.DeltaTable;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.electrongap.run.Causes;
import org.electrongap.run.Store;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** The Delta tables of a warehouse. */
public final class Warehouse {

    /** For how long readers keep what they follow, unless maintain is told otherwise. */
    private static final int DEFAULT_KEEP_DAYS = 30;

    private static final String REMOVED_FILES = "delta.deletedFileRetentionDuration";
    private static final String LOG = "delta.logRetentionDuration";
    private static final String SKIPPING = "delta.dataSkippingStatsColumns";

    /**
     * Columns by whose least and greatest value a reader can pass over files. Delta would gather those of 32 columns, which
     * takes a large load longer than writing them.
     */
    private static final List<String> SKIPPED_BY = List.of("region", "year", "period_start", "edition", "published");

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

    /**
     * The same tables in a session of its own. Spark reads Parquet in batches of columns only where queries are compiled, and
     * on a laptop they are not: its tables are small, and compiling a query would take longer than running it. A task reads
     * less than elsewhere; few large ones would leave one core at work while the others rest.
     */
    Warehouse inBatches() {
        SparkSession session = spark.newSession();
        session.conf().set("spark.sql.codegen.wholeStage", "true");
        session.conf().set("spark.sql.files.maxPartitionBytes", "32m");
        return new Warehouse(session, uri);
    }

    /** The address of a table. */
    public String path(TableName table) {
        return uri + "/" + table.path();
    }

    /**
     * A table as it was at a version.
     *
     * @throws IllegalStateException when the log has lost what that version's commit did
     */
    public Dataset<Row> read(TableName table, long version) {
        requireWhole(table, version);
        return spark.read().format("delta").option("versionAsOf", version).load(path(table));
    }

    /**
     * The rows of some files of a table, read without its log: Delta would first gather by Spark jobs what the table is.
     *
     * @param files their paths relative to the table
     */
    Dataset<Row> readFiles(TableName table, List<String> files) {
        if (files.isEmpty()) {
            return empty(table);
        }
        return spark.read()
                .schema(Contract.of(table).schema())
                .option("basePath", path(table))
                // Spark would take brackets and stars in the name of a folder for a pattern.
                .option("__globPaths__", "false")
                .parquet(files.stream().map(file -> path(table) + "/" + file).toArray(String[]::new));
    }

    /** A table without a row, in the form of its contract. */
    public Dataset<Row> empty(TableName table) {
        return spark.createDataFrame(List.of(), Contract.of(table).schema());
    }

    /** Replaces a whole table; the version that holds the rows. */
    public long replace(TableName table, Dataset<Row> rows, String commit) {
        writer(rows, commit)
                // One file: nothing to skip by the least and greatest value of its columns.
                .option("delta.dataSkippingNumIndexedCols", "0")
                // A new version of the program may add a column; the whole table is replaced, so nothing is merged.
                .option("overwriteSchema", "true")
                .mode(insteadOf(table))
                .save(path(table));
        return version(table);
    }

    /**
     * Delta would look by two Spark jobs for what there is to overwrite where there is no table yet. None appears meanwhile: a
     * run that writes holds the lock of the warehouse.
     */
    private SaveMode insteadOf(TableName table) {
        return version(table) < 0 ? SaveMode.Append : SaveMode.Overwrite;
    }

    /**
     * Replaces some slices of a table, in one commit; the version that holds the rows.
     *
     * @param known the version that the ledger names; where it names none, whatever lies there is no part of the warehouse
     */
    public long replaceSlices(
            TableName table, Optional<Long> known, List<String> slices, Dataset<Row> rows, String commit) {
        if (known.isEmpty()) {
            DataFrameWriter<Row> whole =
                    writer(rows, commit).mode(insteadOf(table)).partitionBy("slice");
            whole.option(SKIPPING, skipping(rows));
            whole.option("overwriteSchema", "true").save(path(table));
            return version(table);
        }
        settle(table, known.get());
        String condition = slices.stream()
                .map(slice -> "'" + slice.replace("\\", "\\\\").replace("'", "\\'") + "'")
                .collect(Collectors.joining(", ", "slice IN (", ")"));
        DataFrameWriter<Row> writer =
                writer(rows, commit).mode(SaveMode.Overwrite).partitionBy("slice");
        writer.option("replaceWhere", condition).save(path(table));
        return version(table);
    }

    /**
     * Adds slices of which a table has no row, in one commit; the version that holds the rows. Nothing of what the table
     * holds is looked at.
     *
     * @param known the version that the ledger names
     */
    long addSlices(TableName table, long known, Dataset<Row> rows, String commit) {
        settle(table, known);
        writer(rows, commit).mode(SaveMode.Append).partitionBy("slice").save(path(table));
        return version(table);
    }

    /**
     * Adds rows to a table; the version that holds them.
     *
     * @param known the version that the ledger names; where it names none, whatever lies there is no part of the warehouse
     */
    public long append(TableName table, Optional<Long> known, Dataset<Row> rows, String commit) {
        if (known.isEmpty()) {
            writer(rows, commit)
                    .mode(insteadOf(table))
                    .option("overwriteSchema", "true")
                    .save(path(table));
            return version(table);
        }
        settle(table, known.get());
        writer(rows, commit).mode(SaveMode.Append).save(path(table));
        return version(table);
    }

    /**
     * Takes back commits that no ledger names: those of a run that was killed between a commit and its ledger. The version
     * that holds the rows of the known one.
     *
     * @throws IllegalStateException when the table's log does not reach the known version, or has lost what its commit did
     */
    long settle(TableName table, long known) {
        requireWhole(table, known);
        long newest = version(table);
        if (newest < known) {
            throw new IllegalStateException("the Delta log of " + path(table) + " ends at version " + newest
                    + ", but the ledger names version " + known
                    + ". Restore the folder from a backup; or remove it and ledger.json, and load everything again.");
        }
        if (newest == known) {
            return known;
        }
        DeltaTable.forPath(spark, path(table)).restoreToVersion(known);
        return version(table);
    }

    private static String skipping(Dataset<Row> rows) {
        return Stream.of(rows.columns()).filter(SKIPPED_BY::contains).collect(Collectors.joining(","));
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
                .option("delta.columnMapping.mode", "none")
                .option(REMOVED_FILES, retention(DEFAULT_KEEP_DAYS))
                .option(LOG, retention(DEFAULT_KEEP_DAYS));
    }

    /**
     * Keeps log entries and removed files of a table for so long. VACUUM alone does not: it forgets after {@code
     * deletedFileRetentionDuration}, a week by default, when a file was removed, and then goes by when it was written.
     */
    void retain(TableName table, int days) {
        scala.collection.immutable.Map<String, String> properties =
                snapshot(table).metadata().configuration();
        boolean set = Stream.of(REMOVED_FILES, LOG)
                .allMatch(name -> properties.get(name).contains(retention(days)));
        if (!set) {
            spark.sql("ALTER TABLE delta.`" + path(table) + "` SET TBLPROPERTIES ('" + REMOVED_FILES + "' = '"
                    + retention(days) + "', '" + LOG + "' = '" + retention(days) + "')");
        }
    }

    /** Whole days between the commit of a version and a moment; 0 when the log no longer tells. */
    int daysSince(TableName table, long version, Instant now) {
        return DeltaTable.forPath(spark, path(table))
                .history()
                .where(col("version").equalTo(version))
                .collectAsList()
                .stream()
                .map(row -> row.<Timestamp>getAs("timestamp").toInstant())
                .map(committed -> (int) Duration.between(committed, now).toDays())
                .findFirst()
                .orElse(0);
    }

    private static String retention(int days) {
        return "interval " + days + " days";
    }

    private void requireWhole(TableName table, long version) {
        Delta.requireWhole(Store.at(path(table), spark.sparkContext().hadoopConfiguration()), version);
    }

    private Snapshot snapshot(TableName table) {
        try {
            return DeltaLog.forTable(spark, path(table)).update(false, scala.Option.empty(), scala.Option.empty());
        } catch (Exception e) { // Spark throws checked exceptions that its methods do not declare
            throw new IllegalStateException(
                    "the Delta log of " + path(table) + " cannot be read (" + Causes.message(e)
                            + "). If it is damaged, restore the folder from a backup; or remove it and ledger.json,"
                            + " and load everything again.",
                    e);
        }
    }

    /** The newest version of a table. */
    long version(TableName table) {
        return snapshot(table).version();
    }
}
