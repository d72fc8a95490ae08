package org.electrongap.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.electrongap.run.Causes;
import org.electrongap.run.Ledger;
import org.electrongap.run.Lock;
import org.electrongap.run.Store;
import org.electrongap.table.TableName;

/** Proves a deployment: versions, settings, a write and a read on the warehouse, rows that no day can see. */
public final class DoctorJob {

    private static final long CLOCK_SECONDS = 60;
    private static final long LEAST_FREE = 500L << 20;

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
        check("code cache", () -> CodeCache.ofThisMachine().enough() + "; executors of a cluster are not looked at");
        check("warehouse", () -> exclusiveCreate(environment.warehouse()));
        check("reports", () -> exclusiveCreate(environment.reports()));
        check("clock", this::clock);
        check("disk", this::disk);
        check("lock", this::lock);
        check("spark", this::spark);
        check("delta", this::delta);
        check("ledger", this::ledger);
        check("tables", this::tables);
        check("data sets", this::datasets);
        return new RunOutcome(
                healthy ? RunOutcome.Kind.DONE : RunOutcome.Kind.FAILED_CHECK, Optional.empty(), List.of(), lines);
    }

    private void check(String what, Callable<String> check) {
        try {
            lines.add(String.format(Locale.ROOT, "ok    %-10s %s", what, check.call()));
        } catch (Exception
                | FSError e) { // every kind of failure of a deployment is a finding, and the next check still runs
            healthy = false;
            lines.add(String.format(Locale.ROOT, "FAIL  %-10s %s", what, Causes.message(e)));
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

    /** Editions become visible by the day, and VACUUM goes by file times: a clock that is off by hours harms both. */
    private String clock() {
        String name = ".doctor-clock-" + environment.run().id();
        try {
            environment.warehouse().createIfAbsent(name, "clock");
            long apart = Duration.between(
                            environment.warehouse().modified(name),
                            environment
                                    .run()
                                    .startedAt()
                                    .plus(environment.ticker().elapsed()))
                    .abs()
                    .toSeconds();
            if (apart > CLOCK_SECONDS) {
                throw new IllegalStateException("this machine's clock and that of "
                        + environment.warehouse().uri() + " are " + apart + " s apart. Set both by NTP.");
            }
            return "agrees with the warehouse to " + apart + " s";
        } finally {
            environment.warehouse().delete(name);
        }
    }

    private String disk() {
        long free = Math.min(
                environment.warehouse().freeBytes().orElse(Long.MAX_VALUE),
                environment.reports().freeBytes().orElse(Long.MAX_VALUE));
        if (free < LEAST_FREE) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "only %,d MiB are free for %s and %s; a run needs %,d. Run maintain, or give them more room.",
                    free >> 20,
                    environment.warehouse().uri(),
                    environment.reports().uri(),
                    LEAST_FREE >> 20));
        }
        return free == Long.MAX_VALUE
                ? "the store tells no limit"
                : String.format(Locale.ROOT, "%,d MiB free", free >> 20);
    }

    private String lock() {
        return Lock.holder(environment.warehouse())
                .map(holder ->
                        "held by run " + holder.runId() + " (" + holder.job() + ", process " + holder.pid() + ")")
                .orElse("nobody holds the warehouse");
    }

    private String tables() {
        Ledger ledger = Ledger.read(environment.warehouse());
        List<String> broken = new ArrayList<>();
        ledger.versions().forEach((path, version) -> {
            Store table = environment.warehouse().folder(path);
            try {
                new Warehouse(environment.spark().get(), environment.warehouse().uri())
                        .read(TableName.parse(path), version)
                        .schema();
                LostFiles.of(table, version).ifPresent(broken::add);
            } catch (Exception e) { // Spark throws checked exceptions that its methods do not declare
                broken.add(table.uri() + " cannot be read at version " + version + ", which the ledger names ("
                        + Causes.message(e).lines().findFirst().orElse("") + ")");
            }
        });
        if (!broken.isEmpty()) {
            throw new IllegalStateException(
                    String.join("; ", broken)
                            + ". Restore these folders from a backup; or remove them and ledger.json, and load everything again.");
        }
        return ledger.versions().size() + " tables can be read at the versions that the ledger names";
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
        List<PendingFile> pending = FoundFiles.of(environment, Ledger.read(environment.warehouse()), List.of())
                .pending();
        return environment.datasets() + " can be read; " + pending.size() + " files not loaded yet";
    }
}
