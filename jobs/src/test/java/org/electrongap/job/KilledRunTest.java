package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.SparkSession;
import org.electrongap.SharedSpark;
import org.electrongap.report.Manifest;
import org.electrongap.run.Build;
import org.electrongap.run.Json;
import org.electrongap.run.Ledger;
import org.electrongap.run.Lock;
import org.electrongap.run.Run;
import org.electrongap.run.StopRequest;
import org.electrongap.run.Store;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A nightly run killed at every commit boundary: after each commit of a Delta table, each ledger, lock and run record, the rename
 * of the reports' folder, its manifest, and {@code latest.json}. What lies on disk at that moment is copied, and a next run goes
 * on from the copy; its reports, core tables, quarantine and records must equal those of the run that nobody disturbed. The chain is a load
 * of two data sets, of which one has a record in quarantine, and the audit: every kind of boundary that the whole chain has, each of them once or more. That a process is
 * really gone, and its lock taken over, is {@code LockTest}'s; the whole chain is killed by {@code soak/soak.py kills}.
 */
class KilledRunTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final List<TableName> LOADED =
            List.of(TableName.core("capacity"), TableName.core("claims"), TableName.ops("quarantine"));
    private static final String CODE_GENERATION = "spark.sql.codegen.wholeStage";
    private static final int LEAST_BOUNDARIES = 16;

    @TempDir
    private Path folder;

    private final Chain chain = new Chain(List.of(new AuditStep()));
    private int runs;

    @BeforeEach
    void serveWatchedFiles() throws IOException {
        SharedSpark.session()
                .sparkContext()
                .hadoopConfiguration()
                .set("fs." + WatchedFiles.SCHEME + ".impl", WatchedFiles.class.getName());
        SparkEnv.get()
                .conf()
                .set(
                        "spark.delta.logStore." + WatchedFiles.SCHEME + ".impl",
                        "io.delta.storage.S3SingleDriverLogStore");
        // As on a laptop: of many small queries most of the time would go into compiling them.
        SharedSpark.session().conf().set(CODE_GENERATION, "false");
        writeDataSets();
    }

    @AfterEach
    void stopWatching() {
        WatchedFiles.observe((number, what) -> {});
        SharedSpark.session().conf().unset(CODE_GENERATION);
    }

    @Test
    void whereverItIsKilledTheNextRunGivesWhatAnUndisturbedOneDoes() throws IOException {
        Path place = folder.resolve("undisturbed");
        WatchedFiles.observe((number, what) -> copy(place, folder.resolve("killed-" + number)));
        assertThat(nightly(place).kind()).as("the undisturbed run").isEqualTo(RunOutcome.Kind.DONE);
        List<String> boundaries = WatchedFiles.boundaries();
        WatchedFiles.observe((number, what) -> {});

        Outcome undisturbed = outcome(place);
        assertThat(boundaries).as("boundaries").hasSizeGreaterThanOrEqualTo(LEAST_BOUNDARIES);
        for (int number = 1; number <= boundaries.size(); number++) {
            Path killed = folder.resolve("killed-" + number);
            Files.deleteIfExists(killed.resolve("warehouse/lock.json")); // its process is gone
            nightly(killed);
            assertThat(outcome(killed))
                    .as("after a kill at boundary %d of %d, %s", number, boundaries.size(), boundaries.get(number - 1))
                    .isEqualTo(undisturbed);
        }
    }

    /**
     * What a run leaves for its users.
     *
     * @param reports the digest of each report's rows
     * @param folders the folders of reports
     * @param core the rows of each table that a load fills, without lineage, in an order of their own
     * @param recordedTwice runs that the table of runs holds more than once
     */
    private record Outcome(
            Map<String, String> reports,
            List<String> folders,
            Map<String, List<String>> core,
            List<String> recordedTwice) {}

    private Outcome outcome(Path place) {
        Store reports = store(place, "reports");
        Manifest latest = Json.value(reports.text(Manifest.LATEST).orElseThrow(), Manifest.class, "latest.json");
        Map<String, String> digests = new TreeMap<>();
        latest.reports().forEach((name, report) -> digests.put(name, report.digest() + " of " + report.rows()));
        Map<String, List<String>> core = new TreeMap<>();
        LOADED.forEach(table -> core.put(table.path(), rows(place, table, List.of("run_id", "loaded_at"))));
        List<String> known = rows(place, OpsTables.RUNS, List.of()).stream()
                .map(row -> row.replaceAll(".*run_id=([^,}]+).*", "$1"))
                .toList();
        List<String> twice = new ArrayList<>(known);
        known.stream().distinct().forEach(twice::remove);
        return new Outcome(
                digests,
                reports.names().stream()
                        .filter(name -> name.startsWith(DAY.toString()))
                        .toList(),
                core,
                twice);
    }

    private List<String> rows(Path place, TableName table, List<String> without) {
        Store warehouse = store(place, "warehouse");
        long version = Ledger.read(warehouse).version(table.path()).orElseThrow();
        return new TableFiles(warehouse, configuration())
                .rows(table, version, row -> true, Long.MAX_VALUE, Long.MAX_VALUE).orElseThrow().stream()
                        .map(row -> {
                            Map<String, Object> kept = new TreeMap<>(row);
                            without.forEach(kept::remove);
                            return kept.toString();
                        })
                        .sorted()
                        .toList();
    }

    private RunOutcome nightly(Path place) {
        Run run = new Run(
                String.format(Locale.ROOT, "20260601T%06d000Z-0000", runs++),
                "nightly",
                DAY,
                Instant.parse("2026-06-01T00:00:00Z"),
                new Build("0", "0", "0", "0"),
                Map.of());
        SparkSession spark = SharedSpark.session();
        RunContext.Environment environment = new RunContext.Environment(
                run,
                () -> spark,
                () -> true,
                configuration(),
                store(place, "warehouse"),
                store(place, "reports"),
                folder.resolve("datasets").toString(),
                AssumptionOverrides.none(),
                AssumptionOverrides.none(),
                new Silence(),
                new FileLoading.StandingTicker(),
                new StopRequest(),
                Duration.ZERO);
        return new Jobs(environment, Lock.Patience.waiting(Duration.ZERO), chain).nightly();
    }

    private static Store store(Path place, String name) {
        return Store.at(WatchedFiles.SCHEME + "://" + place.resolve(name), configuration());
    }

    private static Configuration configuration() {
        return new Configuration(SharedSpark.session().sparkContext().hadoopConfiguration());
    }

    /** Copies a tree while others write in it: files that come or go meanwhile are as if they were not there. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(to.resolve(from.relativize(directory).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                } catch (NoSuchFileException gone) {
                    return FileVisitResult.CONTINUE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void writeDataSets() throws IOException {
        List<String> panel = new ArrayList<>();
        for (String region : List.of("USA", "CHN", "JPN")) {
            for (int year = 2015; year <= 2024; year++) {
                panel.add(region + "," + year + ",total," + (900 + 37 * (year - 2015) + region.hashCode() % 100)
                        + ",net_summer,Test agency,2025-03-31,2026-05-01,primary,final");
            }
        }
        panel.add("Nowhere,2024,total,900,net_summer,Test agency,2025-03-31,2026-05-01,primary,final");
        write("capacity", "region,year,technology,capacity_gw,basis,source,edition,retrieved,grade,maturity", panel);
        write(
                "claims",
                "claim_id,subject,metric,region,comparison_region,year,value,unit,comparator,statement,source,edition,"
                        + "retrieved,grade",
                List.of(
                        "usa,installed capacity,capacity,USA,,2024,1233,GW,about,The United States had 1233 GW.,An article,2025-03-31,2026-05-01,secondary",
                        "mood,public opinion,mood,USA,,2024,50,percent,about,Half of all people worry.,An article,2025-03-31,2026-05-01,secondary"));
    }

    private void write(String name, String header, List<String> rows) throws IOException {
        Path set = Files.createDirectories(folder.resolve("datasets").resolve(name));
        Files.writeString(set.resolve(name + ".csv"), header + "\n" + String.join("\n", rows) + "\n");
        String fields = Stream.of(header.split(","))
                .map(column -> "{\"name\": \"" + column + "\"}")
                .collect(java.util.stream.Collectors.joining(", "));
        Files.writeString(
                set.resolve("datapackage.json"),
                "{\"name\": \"" + name + "\", \"resources\": [{\"name\": \"" + name + "\", \"path\": \"" + name
                        + ".csv\", \"table\": \"core/" + name
                        + "\", \"publisher\": \"Test agency\", \"format\": \"csv\","
                        + " \"editions\": {\"column\": \"edition\"}, \"schema\": {\"fields\": [" + fields + "]}}]}");
    }

    private static final class Silence implements Progress {
        @Override
        public void ended(String step, String outcome, Map<String, Long> counts, Duration took) {}

        @Override
        public void note(String sentence) {}
    }
}
