package org.electrongap.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.spark.SparkConf;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.sql.SparkSession;
import org.electrongap.job.LocalLog;
import org.electrongap.run.Build;

/** Starts Spark as the jobs need it, on a laptop or under spark-submit. */
final class Sessions {

    private static final String LOCAL_LOG = "spark.delta.logStore.file.impl";

    /** Delta takes each of its settings with {@code spark.} and without, and refuses to be told two ways. */
    private static final List<String> OWN_LOG =
            List.of("spark.delta.logStore.class", "delta.logStore.class", "delta.logStore.file.impl");

    private Sessions() {}

    /**
     * The session.
     *
     * @param master where to run, or null for the laptop's cores or whatever spark-submit set
     * @param own settings given on the command line, which win over ours
     * @throws IllegalStateException when Spark or Delta is not the version that this build was made for
     */
    static SparkSession start(String master, Map<String, String> own, Build build) {
        SparkConf conf = configured(new SparkConf(true), master, own);
        requireOpenPackages(name -> Object.class.getModule().isOpen(name, Sessions.class.getModule()));
        checkVersions(build);
        SparkSession session =
                SparkSession.builder().appName("electron-gap").config(conf).getOrCreate();
        if (!conf.contains("spark.log.level") && conf.get("spark.master").startsWith("local")) {
            session.sparkContext().setLogLevel("ERROR");
        }
        return session;
    }

    /** The settings of a session: those given, and ours wherever nothing is given. */
    static SparkConf configured(SparkConf conf, String master, Map<String, String> own) {
        Map<String, String> settings = new LinkedHashMap<>(always());
        if (!conf.contains("spark.master")) {
            settings.putAll(laptop(master == null ? "local[*]" : master));
        }
        own.forEach(conf::set);
        if (OWN_LOG.stream().anyMatch(conf::contains)) {
            settings.remove(LOCAL_LOG);
        }
        settings.forEach(conf::setIfMissing);
        return conf;
    }

    private static Map<String, String> always() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
        settings.put("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
        settings.put("spark.sql.session.timeZone", "UTC");
        settings.put("spark.sql.ansi.enabled", "true");
        // Parquet's own timestamps: the legacy INT96 form is refused by half of the readers.
        settings.put("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
        // Our tables have short logs; Delta would read each with 50 tasks.
        settings.put("spark.databricks.delta.snapshotPartitions", "2");
        // A load writes few slices at once; with a writer for each, its rows need not be sorted by slice before.
        settings.put("spark.sql.maxConcurrentOutputFileWriters", "16");
        // The ledger says which version counts, and maintain keeps its files. Delta would refuse to read or restore
        // a version by its age alone: a table that rested for a month could not be taken back to what the ledger names.
        settings.put("spark.databricks.delta.vacuum.enforceTimeTravelWithinDeletedFileRetentionDuration", "false");
        // VACUUM would add two commits to a table in which nothing changes.
        settings.put("spark.databricks.delta.vacuum.logging.enabled", "false");
        // A checksum file beside each commit repeats the table's schema. In a small warehouse with a commit a night
        // they came to a fifth of all bytes, and writing them took longer than reading without them. Checksums tells
        // where they are written.
        settings.put("spark.databricks.delta.writeChecksumFile.enabled", "false");
        // Delta would list by a Spark job the files of a table that is not there yet, for the checksum of its first
        // commit.
        settings.put("spark.databricks.delta.allFilesInCrc.enabled", "false");
        settings.put(LOCAL_LOG, LocalLog.class.getName());
        settings.put("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
        return settings;
    }

    /** Small data on few cores: what costs time there is starting tasks, compiling and listing, not computing. */
    private static Map<String, String> laptop(String master) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spark.master", master);
        settings.put("spark.ui.enabled", "false");
        settings.put("spark.driver.host", "127.0.0.1");
        settings.put("spark.driver.bindAddress", "127.0.0.1");
        settings.put("spark.sql.shuffle.partitions", "2");
        settings.put("spark.sql.adaptive.enabled", "false");
        settings.put("spark.sql.codegen.wholeStage", "false");
        settings.put("spark.databricks.delta.snapshotPartitions", "1");
        settings.put("spark.sql.sources.parallelPartitionDiscovery.parallelism", "4");
        // Driver and executor are one process. One that was paused, as a laptop that slept, would take its executor for
        // dead after
        // two minutes of silence, hang for ten more and end.
        settings.put("spark.storage.blockManagerHeartbeatTimeoutMs", "86400000");
        return settings;
    }

    private static String deltaVersion(Build build) {
        try {
            return io.delta.package$.MODULE$.VERSION();
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "Delta is not on the class path. Submit with --packages io.delta:delta-spark_4.1_2.13:"
                            + build.delta() + ", or put these jars into the image.",
                    e);
        }
    }

    /**
     * Spark reaches into packages of the JDK. {@code java -jar} opens them by the jar's manifest, spark-submit in client mode
     * by itself; a driver in cluster mode of a standalone cluster is started without, and would fail at its first date.
     *
     * @throws IllegalStateException when they are closed
     */
    static void requireOpenPackages(Predicate<String> isOpen) {
        if (!isOpen.test("sun.util.calendar")) {
            throw new IllegalStateException(
                    "this Java machine keeps packages closed that Spark reaches into, as that of a"
                            + " driver in cluster mode does. Submit again with --conf \"spark.driver.extraJavaOptions="
                            + JavaModuleOptions.defaultModuleOptions() + "\".");
        }
    }

    private static void checkVersions(Build build) {
        String spark = org.apache.spark.package$.MODULE$.SPARK_VERSION();
        String delta = deltaVersion(build);
        if (!spark.equals(build.spark()) || !delta.equals(build.delta())) {
            throw new IllegalStateException("this electron-gap is built for Spark " + build.spark() + " with Delta "
                    + build.delta() + ", but it runs on Spark " + spark + " with Delta " + delta
                    + ". Submit it to a cluster of that Spark, with --packages io.delta:delta-spark_4.1_2.13:"
                    + build.delta() + ".");
        }
    }
}
