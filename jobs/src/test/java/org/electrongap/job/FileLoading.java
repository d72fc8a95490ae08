package org.electrongap.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.SharedSpark;
import org.electrongap.run.Build;
import org.electrongap.run.Ledger;
import org.electrongap.run.Lock;
import org.electrongap.run.Run;
import org.electrongap.run.SliceReceipt;
import org.electrongap.run.StopRequest;
import org.electrongap.run.Store;
import org.electrongap.run.Ticker;

/** The load job on real tables below a folder, as the command line calls it. */
final class FileLoading {

    private final Path folder;
    private final List<String> notes = new ArrayList<>();
    private int runs;

    FileLoading(Path folder) {
        this.folder = folder;
    }

    /** What a person was told. */
    List<String> notes() {
        return notes;
    }

    /** Loads one file that belongs to no data set. */
    RunOutcome load(Path file, String edition) throws IOException {
        return load(file, Optional.empty(), edition, false);
    }

    /** Loads one file into a data set that only its loads make. */
    RunOutcome loadInto(String dataset, Path file, String edition) throws IOException {
        Optional<String> none = Optional.empty();
        Optional<String> said = Optional.of(edition);
        return load(
                new OneFile(file.toString(), Optional.of(dataset), none, none, none, said, none, none, false, false));
    }

    /** Loads one file by a mapping. */
    RunOutcome load(Path file, Path mapping, String edition) throws IOException {
        return load(file, Optional.of(mapping.toString()), edition, false);
    }

    /** Loads one file by a mapping and a file of corrections. */
    RunOutcome load(Path file, Path mapping, Path corrections, String edition) throws IOException {
        return named(file, Optional.of(mapping.toString()), Optional.of(corrections.toString()), edition, false, false);
    }

    /** Loads one file in the place of the same edition. */
    RunOutcome replace(Path file, String edition) throws IOException {
        return load(file, Optional.empty(), edition, true);
    }

    /** Tells how a file would be understood. */
    RunOutcome check(Path file, String edition) throws IOException {
        return named(file, Optional.empty(), Optional.empty(), edition, true, false);
    }

    /** Tells how a file would be understood by a mapping. */
    RunOutcome check(Path file, Path mapping, String edition) throws IOException {
        return named(file, Optional.of(mapping.toString()), Optional.empty(), edition, true, false);
    }

    /** Tells how a file would be understood by a mapping and with corrections. */
    RunOutcome check(Path file, Path mapping, Path corrections, String edition) throws IOException {
        return named(file, Optional.of(mapping.toString()), Optional.of(corrections.toString()), edition, true, false);
    }

    private RunOutcome load(Path file, Optional<String> mapping, String edition, boolean inPlace) throws IOException {
        return named(file, mapping, Optional.empty(), edition, false, inPlace);
    }

    private RunOutcome named(
            Path file,
            Optional<String> mapping,
            Optional<String> corrections,
            String edition,
            boolean checkOnly,
            boolean inPlace)
            throws IOException {
        Optional<String> none = Optional.empty();
        return load(new OneFile(
                file.toString(),
                none,
                none,
                mapping,
                none,
                Optional.of(edition),
                none,
                corrections,
                checkOnly,
                inPlace));
    }

    /** Loads a file as the command line names it, where there are no data sets. */
    RunOutcome load(OneFile file) throws IOException {
        Files.createDirectories(folder.resolve("none"));
        return jobs(folder.resolve("none")).loadFile(file);
    }

    /** The jobs of a new run. */
    Jobs jobs(Path datasets) {
        return new Jobs(environment(datasets), Lock.Patience.waiting(Duration.ZERO));
    }

    /** The jobs of a new run, with other steps. */
    Jobs jobs(Path datasets, Chain chain) {
        return new Jobs(environment(datasets), Lock.Patience.waiting(Duration.ZERO), chain);
    }

    private RunContext.Environment environment(Path datasets) {
        Run run = new Run(
                String.format(Locale.ROOT, "20261122T%06dZ-0000", runs++),
                "load",
                LocalDate.of(2026, 11, 22),
                Instant.parse("2026-11-22T00:00:00Z"),
                new Build("0", "0", "0", "0"),
                Map.of());
        return new RunContext.Environment(
                run,
                SharedSpark::session,
                () -> false,
                new Configuration(),
                store("warehouse"),
                store("reports"),
                datasets.toString(),
                AssumptionOverrides.none(),
                AssumptionOverrides.none(),
                new Listening(notes),
                new StandingTicker(),
                new StopRequest(),
                Duration.ZERO);
    }

    Ledger ledger() {
        return Ledger.read(store("warehouse"));
    }

    SliceReceipt receipt() {
        return ledger().slices().values().iterator().next();
    }

    /** The rows of a table at the version that the ledger names. */
    Dataset<Row> table(String path) {
        return SharedSpark.session()
                .read()
                .format("delta")
                .option("versionAsOf", ledger().versions().get(path))
                .load(folder.resolve("warehouse").resolve(path).toString());
    }

    private Store store(String name) {
        return Store.at(folder.resolve(name).toString(), new Configuration());
    }

    private record Listening(List<String> notes) implements Progress {
        @Override
        public void ended(String step, String outcome, Map<String, Long> counts, Duration took) {}

        @Override
        public void note(String sentence) {
            notes.add(sentence);
        }
    }

    /** Time that stands still. */
    static final class StandingTicker implements Ticker {
        @Override
        public Duration elapsed() {
            return Duration.ZERO;
        }

        @Override
        public void pause(Duration duration) {}
    }
}
