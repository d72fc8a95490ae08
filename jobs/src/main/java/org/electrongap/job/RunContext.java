package org.electrongap.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.electrongap.run.Fingerprint;
import org.electrongap.run.Ledger;
import org.electrongap.run.Run;
import org.electrongap.run.RunRecord;
import org.electrongap.run.Spent;
import org.electrongap.run.StopRequest;
import org.electrongap.run.Store;
import org.electrongap.run.Ticker;

/** What the jobs of one run share: its identity, its warehouse, its ledger, and the records of its steps. */
public final class RunContext {

    /** Spark tells of task ends on a thread of its own, which may be behind for a moment. */
    private static final long BUS_MILLIS = 5_000;

    private final Environment environment;
    private final LedgerBook ledger;
    private final Supplier<Warehouse> warehouse;
    private final Once<SpentMeter> meter;
    private final List<StepRecord> records = new ArrayList<>();
    private final List<RunRecord.FileLine> files = new ArrayList<>();

    RunContext(Environment environment, LedgerBook ledger) {
        this.environment = environment;
        this.ledger = ledger;
        this.meter = new Once<>(() -> SpentMeter.on(environment.spark().get()));
        this.warehouse = new Once<>(() -> {
            meter.get();
            return new Warehouse(
                    environment.spark().get(), environment.warehouse().uri());
        });
    }

    /** What the jobs share when they only read: no lock, no ledger to write. */
    static RunContext reading(Environment environment) {
        return new RunContext(environment, null);
    }

    Run run() {
        return environment.run();
    }

    Environment environment() {
        return environment;
    }

    LedgerBook ledger() {
        return ledger;
    }

    /** The tables; starts Spark at the first call. */
    Warehouse warehouse() {
        return warehouse.get();
    }

    /** What Spark's tasks have spent in these job groups; nothing where no session runs. */
    Spent spent(List<String> groups) {
        if (!meter.isMade()) {
            return Spent.NOTHING;
        }
        try {
            environment.spark().get().sparkContext().listenerBus().waitUntilEmpty(BUS_MILLIS);
        } catch (TimeoutException e) {
            environment
                    .progress()
                    .note("Spark is late in telling what its tasks spent; the figures of this run are low");
        }
        return meter.get().by(groups);
    }

    /** The inputs of a step, as the ledger stands now. */
    PinnedInputs inputs() {
        TableFiles files = new TableFiles(environment.warehouse(), environment.configuration());
        return new PinnedInputs(warehouse(), files, ledger.current(), environment);
    }

    /** A step's fingerprint, the run's own assumptions included where the step reads assumptions. */
    Fingerprint fingerprint(Chain chain, Step step, Ledger at) {
        SortedMap<String, String> parts =
                new TreeMap<>(chain.fingerprint(step, at, run()).parts());
        if (step.reads().contains(AssumptionOverrides.TABLE)
                && !environment.overrides().isEmpty()) {
            parts.put("assumptions of the run", environment.overrides().hash());
        }
        if (step.readsScenarios() && !environment.scenarios().isEmpty()) {
            parts.put("scenarios of the run", environment.scenarios().hash());
        }
        return new Fingerprint(parts);
    }

    /** Keeps a record of a step and tells it to whoever watches. */
    synchronized StepRecord record(StepRecord done) {
        records.add(done);
        environment
                .progress()
                .ended(done.step(), done.status().name().toLowerCase(java.util.Locale.ROOT), done.rows(), done.took());
        return done;
    }

    /** Keeps a record of a file that was loaded or rejected. */
    void record(RunRecord.FileLine file) {
        files.add(file);
    }

    List<RunRecord.FileLine> files() {
        return List.copyOf(files);
    }

    synchronized List<StepRecord> records() {
        return List.copyOf(records);
    }

    Instant now() {
        return run().startedAt().plus(elapsed().minus(environment.startedElapsed()));
    }

    Duration elapsed() {
        return environment.ticker().elapsed();
    }

    Duration since(Duration start) {
        return elapsed().minus(start);
    }

    /**
     * What the command line knows and the jobs need.
     *
     * @param run the run
     * @param spark starts the session, or gives the one that runs
     * @param hasSpark whether a session runs already
     * @param configuration Hadoop's configuration, for file systems
     * @param warehouse the folder of tables
     * @param reports the folder of reports
     * @param datasets the folder of data sets, or {@code bundled:} for those in the jobs jar
     * @param overrides the run's own assumptions
     * @param scenarios the run's own scenarios, as assumptions with a column scenario
     * @param progress told of each step
     * @param ticker passing time
     * @param stop whether the run has been asked to end early
     * @param startedElapsed the ticker's time at which the run began
     */
    public record Environment(
            Run run,
            Supplier<SparkSession> spark,
            java.util.function.BooleanSupplier hasSpark,
            org.apache.hadoop.conf.Configuration configuration,
            Store warehouse,
            Store reports,
            String datasets,
            AssumptionOverrides overrides,
            AssumptionOverrides scenarios,
            Progress progress,
            Ticker ticker,
            StopRequest stop,
            Duration startedElapsed) {}
}
