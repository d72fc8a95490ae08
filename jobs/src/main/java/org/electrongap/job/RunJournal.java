package org.electrongap.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.electrongap.run.Causes;
import org.electrongap.run.Ledger;
import org.electrongap.run.Lock;
import org.electrongap.run.RunRecord;
import org.electrongap.run.Spent;
import org.electrongap.run.WarehouseBusyException;
import org.electrongap.table.TableName;

/** Puts a run on record, however it ends: its file under {@code runs/}, and the ops tables. */
final class RunJournal {

    private final RunContext.Environment environment;
    private final RunRecord begun;

    private RunJournal(RunContext.Environment environment, RunRecord begun) {
        this.environment = environment;
        this.begun = begun;
    }

    /** The journal of a run that begins. */
    static RunJournal begun(RunContext.Environment environment) {
        return new RunJournal(environment, RunRecord.begun(environment.run()));
    }

    /** The run holds the warehouse. */
    void open(RunContext context, Lock lock) {
        begun.write(environment.warehouse());
        environment.stop().onAbandon(() -> abandon(lock));
        tellIfClockIsBehind(context.ledger().current());
    }

    /** The run lost its lock: its record is a file of its own, the ops tables are another's now. */
    void lockLost(RunContext context, WarehouseBusyException loss) {
        asFarAsPossible(loss, () -> record(context, "failed", loss.getMessage()));
    }

    /** The run was asked to end. */
    void stopped(RunContext context, Throwable end) {
        asFarAsPossible(end, () -> end(context, "stopped", "it was asked to end early"));
    }

    /** The run was refused for what its user gave. */
    void rejected(RunContext context, Throwable refusal) {
        asFarAsPossible(refusal, () -> end(context, RunOutcome.Kind.INPUT_REJECTED.status(), refusal.getMessage()));
    }

    /** The run failed. */
    void failed(RunContext context, Throwable failure) {
        asFarAsPossible(failure, () -> recordFailure(context, failure));
    }

    /** The run ended with this status. */
    void end(RunContext context, String status, String message) {
        record(context, status, message);
        if (environment.hasSpark().getAsBoolean() && !environment.stop().isMade()) {
            writeOps(context);
        }
    }

    /** What ends a run may keep it from being recorded too, as a full disk does; the user is told the first of the two. */
    private static void asFarAsPossible(Throwable failure, Runnable recording) {
        try {
            recording.run();
        } catch (RuntimeException | FSError | VirtualMachineError e) {
            failure.addSuppressed(e);
        }
    }

    private void recordFailure(RunContext context, Throwable failure) {
        String trace = begun.keepTrace(environment.warehouse(), failure);
        environment
                .progress()
                .note("The whole trace is in " + environment.warehouse().uri(trace));
        end(context, "failed", Causes.message(failure));
    }

    /** Without the lock the run's own threads commit nothing more, should they come to it before the process ends. */
    private void abandon(Lock lock) {
        begun.ended("stopped", seconds(), "it was asked to end early and did not in time", List.of(), List.of())
                .write(environment.warehouse());
        lock.close();
    }

    private double seconds() {
        return environment
                        .ticker()
                        .elapsed()
                        .minus(environment.startedElapsed())
                        .toMillis()
                / 1000.0;
    }

    private void record(RunContext context, String status, String message) {
        begun.ended(
                        status,
                        seconds(),
                        message,
                        context.records().stream()
                                .map(step -> line(step, context.spent(jobGroups(step))))
                                .toList(),
                        context.files())
                .write(environment.warehouse());
    }

    /** Adds the runs since the last time to the ops tables; runs that needed no Spark are added by the next that does. */
    private void writeOps(RunContext context) {
        Map<TableName, Dataset<Row>> rows = unrecorded(context);
        Map<String, Long> versions = new TreeMap<>();
        new TableWriter(context.warehouse(), context.ledger())
                .append(rows, "run " + environment.run().id())
                .forEach((table, version) -> versions.put(table.path(), version));
        context.ledger().change(ledger -> ledger.recorded(environment.run().id(), versions));
    }

    /** Whether an earlier run began later by its clock than this one by ours; then run ids do not tell their order. */
    private boolean isClockBehind(Ledger ledger) {
        return environment.run().id().compareTo(ledger.recordedRun()) < 0;
    }

    private void tellIfClockIsBehind(Ledger ledger) {
        if (isClockBehind(ledger)) {
            environment
                    .progress()
                    .note("The clock of this machine is behind that of run " + ledger.recordedRun()
                            + ": set both by NTP. The as-of date is today's by this clock unless --as-of gives it.");
        }
    }

    private Map<TableName, Dataset<Row>> unrecorded(RunContext context) {
        Ledger ledger = context.ledger().current();
        SparkSession spark = context.warehouse().spark();
        if (!isClockBehind(ledger)) {
            return OpsTables.rows(spark, RunRecord.after(environment.warehouse(), ledger.recordedRun()));
        }
        return OpsTables.without(
                context.warehouse()
                        .read(
                                OpsTables.RUNS,
                                ledger.version(OpsTables.RUNS.path()).orElseThrow()),
                OpsTables.rows(spark, RunRecord.all(environment.warehouse())));
    }

    /** The job groups under which a step computes and writes: its own name, and the tables that it wrote, by zone/name. */
    private static List<String> jobGroups(StepRecord step) {
        List<String> groups = new ArrayList<>(step.rows().keySet());
        groups.removeIf(report -> !report.contains("/")); // publish counts the rows of reports, some named as steps are
        groups.add(step.step());
        return groups;
    }

    private static RunRecord.StepLine line(StepRecord step, Spent spent) {
        return new RunRecord.StepLine(
                step.step(),
                step.status().name().toLowerCase(java.util.Locale.ROOT),
                step.reason(),
                step.startedAt().toString(),
                step.took().toMillis() / 1000.0,
                step.rows(),
                step.fingerprint(),
                spent);
    }
}
