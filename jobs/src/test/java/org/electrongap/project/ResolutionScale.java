package org.electrongap.project;

import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Measures resolution: {@code ResolutionScale RECORDS FOLDER} writes generated registers to the folder, once, and resolves
 * them on two cores; prints seconds a step, projects, precision and recall. Run it from the test class path.
 */
public final class ResolutionScale {

    private static final double RECORDS_PER_CAMPUS = 2.15;

    private ResolutionScale() {}

    public static void main(String[] args) {
        long records = Long.parseLong(args[0]);
        String folder = args[1] + "/registers-" + records;
        SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .appName("resolution scale")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", String.valueOf(Math.max(2, records / 10_000)))
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .getOrCreate();
        spark.sparkContext().setLogLevel("ERROR");
        write(spark, (long) (records / RECORDS_PER_CAMPUS), folder);
        resolve(spark.read().schema(Register.schema()).parquet(folder));
        spark.stop();
    }

    private static void write(SparkSession spark, long campuses, String folder) {
        GeneratedRegisters registers = new GeneratedRegisters(campuses, 7);
        Dataset<Row> rows = spark.range(0, campuses, 1, 8)
                .flatMap(
                        (FlatMapFunction<Long, Row>) campus -> rows(registers, campus),
                        Encoders.row(Register.schema()));
        rows.write().mode("ignore").parquet(folder);
    }

    private static Iterator<Row> rows(GeneratedRegisters registers, long campus) {
        Stream<Register.Entry> entries = registers.campus(campus).stream();
        return entries.map(Register.Entry::row).iterator();
    }

    private static void resolve(Dataset<Row> projects) {
        long start = System.nanoTime();
        try (var resolution = ProjectResolution.of(projects, LinkageRules.bundled(), PairOverrides.NONE)) {
            step("links and components", start);
            noop(resolution.records());
            step("records", start);
            noop(resolution.projects());
            noop(resolution.merges());
            step("projects and merges", start);
            resolution.conservation().collectAsList();
            step("conservation", start);
            System.out.printf(
                    "%d records, %d projects, %d decisions%n",
                    resolution.records().count(),
                    resolution.projects().count(),
                    resolution.merges().count());
        }
    }

    private static void noop(Dataset<Row> rows) {
        rows.write().format("noop").mode("overwrite").save();
    }

    private static void step(String name, long start) {
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%-22s %6.1f s, heap %d MB%n",
                name, (System.nanoTime() - start) / 1e9, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
}
