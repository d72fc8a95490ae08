package org.electrongap.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Lets Delta write a checksum file beside each commit, as long as this is open. It holds what the table is at that version
 * (Delta transaction log protocol, "Version Checksum File"), so that the next commit need not gather this from the log by
 * Spark jobs, which on a small table take longer than writing it. A file repeats the table's schema, so that of each table
 * only the newest is kept, and tables that are written anew each night have none.
 */
final class Checksums implements AutoCloseable {

    private static final String SETTING = "spark.databricks.delta.writeChecksumFile.enabled";

    private final SparkSession spark;
    private final String before;

    private Checksums(SparkSession spark) {
        this.spark = spark;
        this.before = spark.conf().get(SETTING);
        spark.conf().set(SETTING, "true");
    }

    /** For all commits of the session until it is closed. */
    static Checksums writtenIn(SparkSession spark) {
        return new Checksums(spark);
    }

    /**
     * Removes those of older versions.
     *
     * @param table the address of a table
     * @param from the oldest version that may have one
     * @param to the version that keeps its own
     */
    void keepNewest(String table, long from, long to) {
        try {
            FileSystem files =
                    new Path(table).getFileSystem(spark.sessionState().newHadoopConf());
            for (long version = from; version < to; version++) {
                files.delete(new Path(table, String.format(Locale.ROOT, "_delta_log/%020d.crc", version)), false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the log of " + table + " cannot be written", e);
        }
    }

    @Override
    public void close() {
        spark.conf().set(SETTING, before);
    }
}
