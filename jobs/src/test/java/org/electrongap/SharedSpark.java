package org.electrongap;

import org.apache.spark.sql.SparkSession;
import org.electrongap.job.LocalLog;

/** The one local session that all tests of a test run share. */
public final class SharedSpark {

    private static SparkSession session;

    private SharedSpark() {}

    /** The session: two cores, no web page, few partitions, Delta, UTC. */
    public static synchronized SparkSession session() {
        if (session == null) {
            session = SparkSession.builder()
                    .master("local[2]")
                    .appName("electron-gap tests")
                    .config("spark.ui.enabled", "false")
                    .config("spark.sql.shuffle.partitions", "2")
                    .config("spark.sql.session.timeZone", "UTC")
                    .config("spark.sql.ansi.enabled", "true")
                    .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                    .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                    .config("spark.databricks.delta.snapshotPartitions", "1")
                    // As the program sets them: what maintain commits depends on the second.
                    .config(
                            "spark.databricks.delta.vacuum.enforceTimeTravelWithinDeletedFileRetentionDuration",
                            "false")
                    .config("spark.databricks.delta.vacuum.logging.enabled", "false")
                    .config("spark.delta.logStore.file.impl", LocalLog.class.getName())
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.driver.host", "127.0.0.1")
                    .getOrCreate();
            session.sparkContext().setLogLevel("ERROR");
        }
        return session;
    }
}
