package org.electrongap.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.electrongap.report.Manifest;
import org.electrongap.run.Causes;
import org.electrongap.run.Ledger;
import org.electrongap.run.Lock;
import org.electrongap.run.Rejection;
import org.electrongap.run.RunRecord;
import org.electrongap.run.Spent;
import org.electrongap.run.WarehouseBusyException;
import org.electrongap.share.simulation.InvalidAssumptionsException;
import org.electrongap.table.TableName;

/** The jobs that write the warehouse, each under its lock and on record. */
public final class Jobs {

    private final RunContext.Environment environment;
    private final Lock.Patience patience;
    private final Chain chain;

    /** The jobs of one run. */
    public Jobs(RunContext.Environment environment, Lock.Patience patience) {
        this(environment, patience, Steps.chain());
    }

    Jobs(RunContext.Environment environment, Lock.Patience patience, Chain chain) {
        this.environment = environment;
        this.patience = patience;
        this.chain = chain;
    }

    /** Loads what is new in these data sets, or in all. */
    public RunOutcome load(List<String> datasets) {
        return locked(context -> {
            LoadJob.Loaded loaded = new LoadJob(context).loadNew(datasets);
            return loaded(context, loaded);
        });
    }

    /** Brings one step of the chain up to date, what it reads first. */
    public RunOutcome step(String name) {
        return locked(context -> {
            new OwnAssumptions(environment).requireUsable();
            StepRunner runner = new StepRunner(context, chain);
            Step step = chain.step(name);
            List<Step> steps = new ArrayList<>(chain.upstreamOf(step));
            steps.add(step);
            new StepSchedule(chain)
                    .forEach(steps, each -> runner.bringUpToDate(each, StepRunner.Freshness.WHAT_IS_STALE));
            return new RunOutcome(kind(context, List.of()), Optional.empty(), List.of(), List.of());
        });
    }

    /** Judges the claims of a user's own file against the tables; writes nothing. */
    public RunOutcome auditOwn(String file) {
        return new OwnClaims(environment).judge(file);
    }

    /** Brings the share forecast up to date and tells the way from its inputs to the number of a year. */
    public RunOutcome explain(int year) {
        RunOutcome computed = step("load-share");
        List<String> lines = ExplainedShare.lines(new TableRows(environment)
                .of(ExplainedShare.TABLE, row -> ExplainedShare.isOf(year, row), Long.MAX_VALUE)
                .orElse(List.of()));
        return new RunOutcome(computed.kind(), Optional.empty(), List.of(), lines);
    }

    /** Publishes what the steps computed. */
    public RunOutcome publish() {
        return locked(context -> {
            Manifest manifest = new PublishJob(context, chain).publish();
            return new RunOutcome(kind(context, List.of()), Optional.of(manifest), List.of(), List.of());
        });
    }

    /** Leads readers back to an earlier folder of reports; on record. */
    public RunOutcome publishAgain(String folder) {
        return locked(context -> {
            ReportFolders folders = new ReportFolders(environment.reports());
            String before = folders.latest().map(Manifest::folder).orElse("nothing");
            context.ledger().confirm();
            Manifest earlier = folders.followAgain(folder);
            return new RunOutcome(
                    RunOutcome.Kind.DONE,
                    Optional.of(earlier),
                    List.of(),
                    List.of("latest.json leads to " + folder + " again; it led to " + before
                            + ". The next run that publishes leads readers on."));
        });
    }

    /** Loads what is new, brings every step up to date, publishes. */
    public RunOutcome nightly(boolean everything) {
        return locked(context -> {
            LoadJob.Loaded loaded = new LoadJob(context).loadNew(List.of());
            new OwnAssumptions(environment).requireUsable();
            StepRunner runner = new StepRunner(context, chain);
            StepRunner.Freshness freshness =
                    everything ? StepRunner.Freshness.EVERYTHING : StepRunner.Freshness.WHAT_IS_STALE;
            new StepSchedule(chain).forEach(chain.steps(), step -> runner.bringUpToDate(step, freshness));
            Manifest manifest = new PublishJob(context, chain).publish();
            List<Rejection> rejections = context.ledger().current().rejections();
            return new RunOutcome(kind(context, rejections), Optional.of(manifest), rejections, List.of());
        });
    }

    /** What a nightly run would do, and why; changes nothing and takes no lock. */
    public RunOutcome plan() {
        return RunOutcome.saying(new Plan(environment, chain).lines());
    }

    /** Loads one file that the user names. */
    public RunOutcome loadFile(OneFile file) {
        FileLoad load = new FileLoad(environment, file);
        if (file.checkOnly()) {
            return load.check();
        }
        return locked(context -> load.toLoad(context.ledger().current())
                .map(pending -> new LoadJob(context).load(pending))
                .map(loaded -> loaded(context, loaded))
                .orElse(new RunOutcome(
                        RunOutcome.Kind.NOTHING_TO_DO,
                        Optional.empty(),
                        List.of(),
                        List.of(file.input() + ": the warehouse holds this content already"))));
    }

    /** What a load did; where it brought another edition, what that one restated is told with it. */
    private RunOutcome loaded(RunContext context, LoadJob.Loaded loaded) {
        if (loaded.another() == LoadJob.Another.EDITION) {
            new StepRunner(context, chain)
                    .bringUpToDate(chain.step(QualityStep.NAME), StepRunner.Freshness.WHAT_IS_STALE);
        }
        return new RunOutcome(loadKind(loaded), Optional.empty(), loaded.rejections(), List.of());
    }

    /** Forecasts the series of a user's own file; needs no warehouse and writes only their forecasts. */
    public RunOutcome forecastOwn(String file, int horizon, List<Double> levels) {
        return new OwnForecasts(environment).publish(file, horizon, levels);
    }

    /** Compacts tables and removes what no reader follows any more. */
    public RunOutcome maintain(int keepDays) {
        return locked(context -> RunOutcome.saying(new MaintainJob(context).maintain(keepDays)));
    }

    private RunOutcome locked(Function<RunContext, RunOutcome> work) {
        RunRecord record = RunRecord.begun(environment.run());
        try (Lock lock = Lock.acquire(
                environment.warehouse(),
                environment.run().id(),
                environment.run().job(),
                patience,
                environment.ticker())) {
            RunContext context =
                    new RunContext(environment, new LedgerBook(environment.warehouse(), lock, environment.stop()));
            record.write(environment.warehouse());
            environment.stop().onAbandon(() -> abandon(record, lock));
            tellIfClockIsBehind(context.ledger().current());
            try {
                RunOutcome outcome = work.apply(context);
                recordEnd(context, record, status(outcome.kind()), String.join("; ", outcome.lines()));
                return outcome;
            } catch (InvalidAssumptionsException e) {
                recordEnd(context, record, status(RunOutcome.Kind.INPUT_REJECTED), e.getMessage());
                throw e;
            } catch (WarehouseBusyException e) {
                asFarAsPossible(e, () -> record(context, record, "failed", e.getMessage()));
                throw e;
            } catch (Exception
                    | FSError e) { // Spark throws undeclared checked exceptions; FSError is a full local disk
                if (environment.stop().isMade()) {
                    asFarAsPossible(e, () -> recordEnd(context, record, "stopped", "it was asked to end early"));
                    environment.stop().check();
                }
                asFarAsPossible(e, () -> recordFailure(context, record, e));
                throw e;
            }
        }
    }

    /** What ends a run may keep it from being recorded too, as a full disk does; the user is told the first of the two. */
    private static void asFarAsPossible(Throwable failure, Runnable recording) {
        try {
            recording.run();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private void recordFailure(RunContext context, RunRecord begun, Throwable failure) {
        String trace = begun.keepTrace(environment.warehouse(), failure);
        environment
                .progress()
                .note("The whole trace is in " + environment.warehouse().uri(trace));
        recordEnd(context, begun, "failed", Causes.message(failure));
    }

    /** Without the lock the run's own threads commit nothing more, should they come to it before the process ends. */
    private void abandon(RunRecord record, Lock lock) {
        record.ended("stopped", seconds(), "it was asked to end early and did not in time", List.of(), List.of())
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

    private void record(RunContext context, RunRecord begun, String status, String message) {
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

    private void recordEnd(RunContext context, RunRecord begun, String status, String message) {
        record(context, begun, status, message);
        if (environment.hasSpark().getAsBoolean() && !environment.stop().isMade()) {
            writeOps(context);
        }
    }

    /** Adds the runs since the last time to the ops tables; runs that needed no Spark are added by the next that does. */
    private void writeOps(RunContext context) {
        Map<TableName, Dataset<Row>> rows = unrecorded(context);
        Map<String, Long> versions = new TableWriter(context.warehouse(), context.ledger())
                .append(rows, "run " + environment.run().id());
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

    private static boolean done(StepRecord record) {
        return record.status() == StepRecord.Status.DONE;
    }

    private static RunOutcome.Kind kind(RunContext context, List<Rejection> rejections) {
        if (!rejections.isEmpty()) {
            return RunOutcome.Kind.INPUT_REJECTED;
        }
        return context.records().stream().anyMatch(Jobs::done) ? RunOutcome.Kind.DONE : RunOutcome.Kind.NOTHING_TO_DO;
    }

    private static RunOutcome.Kind loadKind(LoadJob.Loaded loaded) {
        if (!loaded.rejections().isEmpty()) {
            return RunOutcome.Kind.INPUT_REJECTED;
        }
        return loaded.slices() > 0 ? RunOutcome.Kind.DONE : RunOutcome.Kind.NOTHING_TO_DO;
    }

    private static String status(RunOutcome.Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
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

    /** The ledger as it stands, for jobs that only read. */
    static Ledger ledger(RunContext.Environment environment) {
        return Ledger.read(environment.warehouse());
    }
}
