package org.electrongap.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The same nightly run on two local cores and on a cluster that loses processes: equal results to the last bit. */
@Tag("program")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterIT {

    @TempDir
    private static Path folder;

    private static Cluster cluster;
    private static Path datasets;
    private static Map<String, String> local;

    @BeforeAll
    static void runLocallyAndStartTheCluster() throws IOException {
        datasets = FewRegions.below(folder.resolve("datasets"));
        try (Program nightly = Program.job(folder.resolve("local.log"), nightly("local", "--master", "local[2]"))) {
            assertThat(nightly.status()).as(nightly.tail()).isZero();
        }
        local = results("local");
        cluster = Cluster.start(folder.resolve("cluster"));
    }

    @AfterAll
    static void stopTheCluster() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void clientModeSurvivesTheLossOfAnExecutorAndOfAWorker() throws IOException {
        try (Program nightly = cluster.submit("client", nightly("client"))) {
            nightly.until(line -> line.contains("ShuffleMapStage") && line.contains("finished in"));
            List<ProcessHandle> executors = cluster.executorsOf(0);
            assertThat(executors).as("executors of the first worker").isNotEmpty();
            executors.forEach(ProcessHandle::destroyForcibly);
            nightly.until(line -> line.contains("Lost executor"));
            nightly.until(line -> line.contains("growth") && line.contains("done"));
            cluster.killWorker(1);
            assertThat(nightly.status()).as(nightly.tail()).isZero();
        }
        assertThat(results("client")).as("digest of each report").isEqualTo(local);
    }

    @Test
    @Tag("long")
    @Order(2)
    void clusterModeGoesOnWhereAKilledDriverStopped() throws IOException, InterruptedException {
        Path warehouse = Files.createDirectories(folder.resolve("cluster-warehouse"));
        try (WatchService watch = FileSystems.getDefault().newWatchService();
                Program nightly = cluster.submit("cluster", nightly("cluster"))) {
            warehouse.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            awaitFile(watch, "ledger.json");
            List<ProcessHandle> drivers = cluster.drivers();
            assertThat(drivers).as("drivers").hasSize(1);
            drivers.forEach(ProcessHandle::destroyForcibly);
            nightly.status(); // spark-submit leaves with 0 in cluster mode, whatever became of the driver
        }
        assertThat(statuses("cluster")).as("the run on record").containsExactly("running");
        assertThat(folder.resolve("cluster-reports/latest.json"))
                .as("reports of a killed run")
                .doesNotExist();
        try (Program again = cluster.submit("cluster", nightly("cluster"))) {
            assertThat(again.status()).as(again.tail()).isZero();
        }
        assertThat(results("cluster")).as("digest of each report").isEqualTo(local);
        assertThat(statuses("cluster")).as("runs on record").containsExactly("running", "done");
    }

    private static void awaitFile(WatchService watch, String name) throws InterruptedException {
        boolean seen = false;
        while (!seen) {
            WatchKey key = watch.poll(5, TimeUnit.MINUTES);
            assertThat(key).as("a file " + name + " within five minutes").isNotNull();
            seen = key.pollEvents().stream()
                    .anyMatch(event -> String.valueOf(event.context()).equals(name));
            key.reset();
        }
    }

    private static String[] nightly(String name, String... more) {
        return Stream.concat(
                        Stream.of(
                                "nightly",
                                "--as-of",
                                "2026-06-01",
                                "--datasets",
                                datasets.toString(),
                                "--warehouse",
                                folder.resolve(name + "-warehouse").toString(),
                                "--reports",
                                folder.resolve(name + "-reports").toString()),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /** The digest of each report's rows as a multiset, doubles by their bits. */
    private static Map<String, String> results(String name) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        json(folder.resolve(name + "-reports/latest.json"))
                .get("reports")
                .properties()
                .forEach(report -> digests.put(
                        report.getKey(), report.getValue().get("digest").asText()));
        assertThat(digests).as("reports of " + name).hasSizeGreaterThan(20);
        assertThat(digests.values()).as("digests").doesNotContain("");
        return digests;
    }

    private static List<String> statuses(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name + "-warehouse/runs"))) {
            List<String> statuses = new java.util.ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                statuses.add(json(file).get("status").asText());
            }
            return statuses;
        }
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
