package org.electrongap.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.fs.FSError;
import org.electrongap.report.Manifest;
import org.electrongap.run.Ledger;
import org.electrongap.run.Lock;
import org.electrongap.run.Rejection;
import org.electrongap.run.WarehouseBusyException;
import org.electrongap.share.simulation.InvalidAssumptionsException;

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
        List<String> lines = new ExplainedShare(new TableRows(environment), year).lines();
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
    public RunOutcome nightly() {
        return nightly(StepRunner.Freshness.WHAT_IS_STALE);
    }

    /** The same with every step run, stale or not. */
    public RunOutcome nightlyFromTheStart() {
        return nightly(StepRunner.Freshness.EVERYTHING);
    }

    private RunOutcome nightly(StepRunner.Freshness freshness) {
        return locked(context -> {
            LoadJob.Loaded loaded = new LoadJob(context).loadNew(List.of());
            new OwnAssumptions(environment).requireUsable();
            StepRunner runner = new StepRunner(context, chain);
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
                    .bringUpToDate(chain.step(RevisionsStep.NAME), StepRunner.Freshness.WHAT_IS_STALE);
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
        RunJournal journal = RunJournal.begun(environment);
        try (Lock lock = Lock.acquire(
                environment.warehouse(),
                environment.run().id(),
                environment.run().job(),
                patience,
                environment.ticker())) {
            RunContext context =
                    new RunContext(environment, new LedgerBook(environment.warehouse(), lock, environment.stop()));
            journal.open(context, lock);
            try {
                RunOutcome outcome = work.apply(context);
                journal.end(context, outcome.kind().status(), String.join("; ", outcome.lines()));
                return outcome;
            } catch (InvalidAssumptionsException e) {
                journal.rejected(context, e);
                throw e;
            } catch (WarehouseBusyException e) {
                journal.lockLost(context, e);
                throw e;
            } catch (Exception | FSError | VirtualMachineError e) {
                // Spark throws undeclared checked exceptions; FSError is a full local disk; HotSpot throws a
                // VirtualMachineError where it has no room for compiled code.
                if (environment.stop().isMade()) {
                    journal.stopped(context, e);
                    environment.stop().check();
                }
                journal.failed(context, e);
                throw e;
            }
        }
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

    /** The ledger as it stands, for jobs that only read. */
    static Ledger ledger(RunContext.Environment environment) {
        return Ledger.read(environment.warehouse());
    }
}
