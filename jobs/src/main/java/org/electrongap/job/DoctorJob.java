package org.electrongap.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.electrongap.run.Ledger;
import org.electrongap.run.Store;

/** Proves a deployment: versions, settings, a write and a read on the warehouse, rows that no day can see. */
public final class DoctorJob {

    private final RunContext.Environment environment;
    private final List<String> lines = new ArrayList<>();
    private boolean healthy = true;

    /** A check of this deployment. */
    public DoctorJob(RunContext.Environment environment) {
        this.environment = environment;
    }

    /** Makes every check, also after one has failed; takes no lock. */
    public RunOutcome run() {
        check("versions", this::versions);
        check(
                "memory",
                () -> String.format(
                        Locale.ROOT, "%,d MiB heap", Runtime.getRuntime().maxMemory() >> 20));
        check("warehouse", () -> exclusiveCreate(environment.warehouse()));
        check("reports", () -> exclusiveCreate(environment.reports()));
        check("spark", this::spark);
        check("delta", this::delta);
        check("ledger", this::ledger);
        check("data sets", this::datasets);
        return new RunOutcome(
                healthy ? RunOutcome.Kind.DONE : RunOutcome.Kind.FAILED_CHECK, Optional.empty(), List.of(), lines);
    }

    private void check(String what, Callable<String> check) {
        try {
            lines.add(String.format(Locale.ROOT, "ok    %-10s %s", what, check.call()));
        } catch (Exception e) { // every kind of failure of a deployment is a finding, and the next check still runs
            healthy = false;
            lines.add(String.format(Locale.ROOT, "FAIL  %-10s %s", what, e.getMessage() == null ? e : e.getMessage()));
        }
    }

    private String versions() {
        return "electron-gap " + environment.run().build().version() + ", Java "
                + Runtime.version() + ", built for Spark "
                + environment.run().build().spark() + " and Delta "
                + environment.run().build().delta();
    }

    private String exclusiveCreate(Store store) {
        String name = ".doctor-" + environment.run().id();
        try {
            if (!store.createIfAbsent(name, "first") || store.createIfAbsent(name, "second")) {
                throw new IllegalStateException(store.uri()
                        + " does not create a file only where there is none: two runs could hold the warehouse at once."
                        + " Use a file system or object store with conditional create.");
            }
            return store.uri() + " can be written, read and locked";
        } finally {
            store.delete(name);
        }
    }

    private String spark() {
        SparkSession spark = environment.spark().get();
        return spark.version() + " at " + spark.sparkContext().master() + ", "
                + spark.sparkContext().defaultParallelism() + " cores, time zone "
                + spark.conf().get("spark.sql.session.timeZone");
    }

    private String delta() {
        String folder = ".doctor-table-" + environment.run().id();
        SparkSession spark = environment.spark().get();
        String path = environment.warehouse().uri(folder);
        try {
            Dataset<Row> rows = spark.range(3).toDF("number");
            rows.write().format("delta").save(path);
            long read = spark.read().format("delta").load(path).count();
            if (read != 3) {
                throw new IllegalStateException("3 rows were written to " + path + " but " + read + " were read");
            }
            return "a table was written and read in " + environment.warehouse().uri();
        } finally {
            environment.warehouse().delete(folder);
        }
    }

    private String ledger() {
        Ledger ledger = Ledger.read(environment.warehouse());
        return ledger.slices().size() + " slices, " + ledger.steps().size() + " steps, "
                + ledger.rejections().size() + " rejected files";
    }

    private String datasets() {
        List<LoadJob.Pending> pending = LoadJob.pending(environment, Ledger.read(environment.warehouse()), List.of());
        return environment.datasets() + " can be read; " + pending.size() + " files not loaded yet";
    }
}
