package org.electrongap.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.SparkSession;
import org.electrongap.job.AssumptionOverrides;
import org.electrongap.job.InputRejectedException;
import org.electrongap.job.Jobs;
import org.electrongap.job.Once;
import org.electrongap.job.Progress;
import org.electrongap.job.PublishedReports;
import org.electrongap.job.RunContext;
import org.electrongap.job.RunOutcome;
import org.electrongap.job.StepFailedException;
import org.electrongap.load.InputRejected;
import org.electrongap.run.Build;
import org.electrongap.run.Causes;
import org.electrongap.run.Lock;
import org.electrongap.run.Run;
import org.electrongap.run.RunStoppedException;
import org.electrongap.run.StopRequest;
import org.electrongap.run.Store;
import org.electrongap.run.Ticker;
import org.electrongap.run.WarehouseBusyException;
import org.electrongap.share.simulation.InvalidAssumptionsException;
import picocli.CommandLine;

/** One call of a job: gives it the clock and the environment, tells what came of it. */
final class JobCall {

    /** Rows of a user's own forecasts that are printed at most. */
    private static final long MOST_SHOWN = 200;

    private final Commands.Job job;
    private final String name;
    private final PrintWriter out;
    private final Instant startedAt = Instant.now();
    private final String runId = runId(startedAt);
    private final Terminal terminal;
    private final StopRequest stop = new StopRequest();
    private final Ticker ticker = new SystemTicker();
    private final Build build = Build.current();
    private final Once<SparkSession> spark;

    JobCall(CommandLine.ParseResult parsed, PrintWriter out, PrintWriter err) {
        this.job = (Commands.Job) parsed.commandSpec().userObject();
        this.name = parsed.commandSpec().name();
        this.out = out;
        this.terminal = new Terminal(err, job.shared.logFormat, runId);
        this.spark = new Once<>(() -> Sessions.start(job.shared.master, job.shared.conf, build));
    }

    /** Runs the job; how the process ends. */
    ExitStatus run() {
        try (Stopping stopping = new Stopping(stop, this::cancelJobs)) {
            return ended(stopping);
        }
    }

    private ExitStatus ended(Stopping stopping) {
        if (job.shared.timeout != null) {
            stopping.after(job.shared.timeout);
        }
        try {
            return tell(dispatch());
        } catch (RunStoppedException e) {
            terminal.fault(e.getMessage());
            return stopping.isSignalled() ? ExitStatus.STOPPED : ExitStatus.FAULT;
        } catch (InputRejectedException | InputRejected e) {
            terminal.fault(e.getMessage());
            return ExitStatus.REJECTED;
        } catch (InvalidAssumptionsException e) {
            e.faults().forEach(terminal::fault);
            return ExitStatus.REJECTED;
        } catch (WarehouseBusyException e) {
            terminal.fault(e.getMessage());
            return ExitStatus.BUSY;
        } catch (UsageException e) {
            terminal.fault(e.getMessage());
            return ExitStatus.USAGE;
        } catch (StepFailedException e) {
            if (e.getCause() instanceof InvalidAssumptionsException faults) {
                faults.faults().forEach(terminal::fault);
                return ExitStatus.REJECTED;
            }
            terminal.fault(Causes.message(e));
            return ExitStatus.FAULT;
        } catch (Exception | FSError | VirtualMachineError e) { // as Jobs puts them on record
            terminal.fault(Causes.message(e));
            return ExitStatus.FAULT;
        } finally {
            stopping.close(); // the run is over: nothing is left to cancel in a session that stops
            if (spark.isMade()) {
                spark.get().stop();
            }
        }
    }

    private void cancelJobs() {
        if (spark.isMade() && !spark.get().sparkContext().isStopped()) {
            spark.get().sparkContext().cancelAllJobs();
        }
    }

    private RunOutcome dispatch() {
        if (job instanceof ShowCommand show) {
            return new ShowCall(show, environment(), out).run();
        }
        if (job instanceof Commands.Doctor) {
            return new org.electrongap.job.DoctorJob(environment()).run();
        }
        if (job instanceof Commands.Nightly nightly && nightly.plan) {
            return jobs().plan();
        }
        return writing();
    }

    private RunOutcome writing() {
        if (job instanceof Commands.Load load) {
            return load.input == null ? jobs().load(load.datasets) : jobs().loadFile(fileOf(load));
        }
        if (job instanceof Commands.Forecast own && own.input != null) {
            return withForecasts(jobs().forecastOwn(own.input, own.horizon, levels(own)));
        }
        if (job instanceof Commands.Audit own && own.input != null) {
            return jobs().auditOwn(own.input);
        }
        if (job instanceof Commands.Publish publish) {
            return publish.again == null ? jobs().publish() : jobs().publishAgain(publish.again);
        }
        if (job instanceof Commands.Nightly nightly) {
            return nightly.force ? jobs().nightlyFromTheStart() : jobs().nightly();
        }
        if (job instanceof Commands.Maintain maintain) {
            return jobs().maintain(maintain.keep);
        }
        if (job instanceof Commands.LoadShare share && share.explain != null) {
            return jobs().explain(share.explain);
        }
        return jobs().step(name);
    }

    /** Tells the first forecasts too: who has one file wants to see them. */
    private RunOutcome withForecasts(RunOutcome outcome) {
        List<String> lines = new ArrayList<>();
        outcome.manifest()
                .map(manifest -> manifest.reports().get("forecasts"))
                .ifPresent(report -> lines.addAll(new OwnForecastTable(new PublishedReports(environment())
                                .rows(report, row -> Boolean.TRUE.equals(row.get("is_default")), MOST_SHOWN))
                        .lines(Width.ofTerminal())));
        lines.addAll(outcome.lines());
        return new RunOutcome(outcome.kind(), outcome.manifest(), outcome.rejections(), lines);
    }

    private Jobs jobs() {
        return new Jobs(environment(), Lock.Patience.waiting(job.shared.wait));
    }

    private static List<Double> levels(Commands.Forecast own) {
        return own.levels.isEmpty() ? List.of(80.0, 95.0) : own.levels;
    }

    private static org.electrongap.job.OneFile fileOf(Commands.Load load) {
        return new org.electrongap.job.OneFile(
                load.input,
                java.util.Optional.ofNullable(load.dataset),
                java.util.Optional.ofNullable(load.format),
                java.util.Optional.ofNullable(load.mapping),
                java.util.Optional.ofNullable(load.publisher),
                java.util.Optional.ofNullable(load.edition),
                java.util.Optional.ofNullable(load.part),
                java.util.Optional.ofNullable(load.corrections),
                load.check,
                load.replace);
    }

    private ExitStatus tell(RunOutcome outcome) {
        outcome.lines().forEach(out::println);
        boolean isReading = job instanceof ShowCommand || job instanceof Commands.Doctor;
        if (!job.shared.quiet && !isReading) {
            new Summary(out, ticker.elapsed()).tell(outcome, job.shared.reports);
        }
        outcome.rejections()
                .forEach(rejection -> rejection
                        .faults()
                        .forEach(fault -> terminal.rejected(rejection.dataset(), rejection.file(), fault)));
        return switch (outcome.kind()) {
            case DONE, NOTHING_TO_DO -> ExitStatus.DONE;
            case INPUT_REJECTED -> ExitStatus.REJECTED;
            case FAILED_CHECK -> ExitStatus.FAULT;
        };
    }

    private RunContext.Environment environment() {
        Configuration configuration = configuration();
        Run run = new Run(
                runId,
                name,
                job.shared.asOf == null ? LocalDate.ofInstant(startedAt, ZoneOffset.UTC) : job.shared.asOf,
                startedAt,
                build,
                settings(configuration));
        Progress progress = job.shared.quiet ? Terminal.silent() : terminal;
        return new RunContext.Environment(
                run,
                spark,
                spark::isMade,
                configuration,
                Store.at(job.shared.warehouse, configuration),
                Store.at(job.shared.reports, configuration),
                datasets(),
                OverridesFile.assumptions(job.shared.assumptions, configuration),
                scenarios(configuration),
                progress,
                ticker,
                stop,
                ticker.elapsed());
    }

    /** Under spark-submit the session's own settings, otherwise Hadoop's defaults with the --conf spark.hadoop.* on top. */
    private Configuration configuration() {
        Configuration configuration = new Configuration();
        Map<String, String> settings = new HashMap<>();
        System.getProperties().stringPropertyNames().forEach(key -> settings.put(key, System.getProperty(key)));
        settings.putAll(job.shared.conf);
        settings.forEach((key, value) -> {
            if (key.startsWith("spark.hadoop.")) {
                configuration.set(key.substring("spark.hadoop.".length()), value);
            }
        });
        return configuration;
    }

    private AssumptionOverrides scenarios(Configuration configuration) {
        return job instanceof Commands.LoadShare share
                ? OverridesFile.scenarios(share.scenario, configuration)
                : AssumptionOverrides.none();
    }

    /** Settings that change results; of files their text, so that the steps that read them know when they change. */
    private Map<String, String> settings(Configuration configuration) {
        String file = job instanceof Commands.Projects projects
                ? projects.pairs.overrides
                : job instanceof Commands.Nightly nightly ? nightly.pairs.overrides : null;
        Map<String, String> settings = new HashMap<>();
        if (file != null) {
            settings.put("overrides", OverridesFile.pairs(file, configuration));
        }
        if (job instanceof ComparingJob comparing && !comparing.regionPairs.isEmpty()) {
            settings.put("pairs", String.join(",", new java.util.TreeSet<>(comparing.regionPairs)));
        }
        return settings;
    }

    private String datasets() {
        if (job.shared.datasets != null) {
            return job.shared.datasets;
        }
        return java.nio.file.Files.isDirectory(java.nio.file.Path.of("datasets")) ? "datasets" : "bundled:";
    }

    private static String runId(Instant startedAt) {
        String time = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(startedAt);
        return time
                + String.format(
                        Locale.ROOT, "-%04x", ThreadLocalRandom.current().nextInt(0x10000));
    }

    /** Real time; waiting ends when the run is asked to end. */
    private final class SystemTicker implements Ticker {
        private final long start = System.nanoTime();

        @Override
        public Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - start);
        }

        @Override
        public void pause(Duration duration) {
            try {
                stop.check();
                Thread.sleep(duration.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
