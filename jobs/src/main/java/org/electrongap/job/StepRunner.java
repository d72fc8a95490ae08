package org.electrongap.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.run.Causes;
import org.electrongap.run.Fingerprint;
import org.electrongap.run.Ledger;
import org.electrongap.run.StepReceipt;
import org.electrongap.table.TableName;

/** Runs the steps that are stale: fingerprint, compute, write, receipt. */
final class StepRunner {

    private final RunContext context;
    private final Chain chain;

    StepRunner(RunContext context, Chain chain) {
        this.context = context;
        this.chain = chain;
    }

    /** Brings a step up to date; what became of it. */
    StepRecord bringUpToDate(Step step, Freshness freshness) {
        context.environment().stop().check();
        Ledger ledger = context.ledger().current();
        Fingerprint now = context.fingerprint(chain, step, ledger);
        Optional<String> stale = chain.staleness(step, now, ledger);
        if (stale.isEmpty() && freshness == Freshness.WHAT_IS_STALE) {
            return context.record(new StepRecord(
                    step.name(),
                    StepRecord.Status.SKIPPED,
                    "nothing that it reads has changed",
                    context.now(),
                    Duration.ZERO,
                    Map.of(),
                    now.hash()));
        }
        return run(step, now, stale.orElse("it was asked for"));
    }

    /** Whether steps whose inputs have not changed run all the same. */
    enum Freshness {
        WHAT_IS_STALE,
        EVERYTHING
    }

    private StepRecord run(Step step, Fingerprint fingerprint, String reason) {
        Instant startedAt = context.now();
        Duration start = context.elapsed();
        try {
            SortedMap<TableName, TableWriter.Written> written = write(step, fingerprint);
            Map<String, Long> rows = new TreeMap<>();
            Map<String, Long> versions = new TreeMap<>();
            Map<String, String> digests = new TreeMap<>();
            written.forEach((table, result) -> {
                rows.put(table.path(), result.rows());
                versions.put(table.path(), result.version());
                digests.put(table.path(), result.digest());
            });
            context.ledger()
                    .change(ledger -> ledger.finished(new StepReceipt(
                            step.name(),
                            fingerprint.parts(),
                            versions,
                            rows,
                            digests,
                            context.run().id())));
            return context.record(new StepRecord(
                    step.name(),
                    StepRecord.Status.DONE,
                    reason,
                    startedAt,
                    context.since(start),
                    rows,
                    fingerprint.hash()));
        } catch (Exception | FSError | VirtualMachineError e) { // see Jobs: whatever ends a run is put on record
            context.record(new StepRecord(
                    step.name(),
                    StepRecord.Status.FAILED,
                    Causes.message(e),
                    startedAt,
                    context.since(start),
                    Map.of(),
                    fingerprint.hash()));
            throw e instanceof org.electrongap.run.WarehouseBusyException lost
                    ? lost
                    : new StepFailedException(step.name(), e);
        }
    }

    private SortedMap<TableName, TableWriter.Written> write(Step step, Fingerprint fingerprint) {
        Warehouse warehouse = context.warehouse();
        warehouse.spark().sparkContext().setJobGroup(step.name(), "compute " + step.name(), false);
        try (PinnedInputs inputs = context.inputs()) {
            Map<TableName, Dataset<Row>> tables = step.compute(inputs);
            if (!tables.keySet().equals(java.util.Set.copyOf(step.writes()))) {
                throw new IllegalStateException("it computed " + tables.keySet() + " but owns " + step.writes());
            }
            String commit = "run " + context.run().id() + ", fingerprint " + fingerprint.hash();
            return new TableWriter(warehouse, context.ledger()).replace(tables, commit);
        }
    }
}
