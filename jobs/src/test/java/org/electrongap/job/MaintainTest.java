package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.delta.DeltaLog;
import org.electrongap.SharedSpark;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What maintain takes away, and what it leaves. */
class MaintainTest {

    private static final int KEEP_DAYS = 7;
    /** Before the days to keep, by the clock of the run and by that of VACUUM. */
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private static final TableName CAPACITY = TableName.core("capacity");

    @TempDir
    private Path folder;

    private FileLoading loading;

    @BeforeEach
    void aWarehouseOfTwoEditions() throws IOException {
        loading = new FileLoading(folder);
        loading.load(edition("2024", "7.5"), "2024");
        loading.load(edition("2025", "8.5"), "2025");
    }

    @Test
    void eachTableIsLeftAtTheVersionThatTheLedgerNames() {
        maintain();
        Map<String, Long> versions = loading.ledger().versions();
        assertThat(versions).containsKeys("core/capacity", "out/revisions");
        Warehouse warehouse =
                new Warehouse(SharedSpark.session(), folder.resolve("warehouse").toString());
        versions.forEach((table, version) ->
                assertThat(warehouse.version(TableName.parse(table))).as(table).isEqualTo(version));
        assertThat(loading.table("core/capacity").count()).isEqualTo(2);

        assertThat(maintain())
                .filteredOn(line -> !line.contains("nothing to do"))
                .isEmpty();
        assertThat(loading.ledger().versions())
                .as("where nothing has changed, nothing is committed")
                .isEqualTo(versions);
    }

    @Test
    void aFileThatNoTableHoldsIsRemovedOnceReadersHaveHadTheirDays() throws IOException {
        Path old = orphan("old", LONG_AGO);
        Path recent = orphan("recent", Instant.now().minus(Duration.ofDays(KEEP_DAYS - 1)));

        maintain();

        assertThat(old).as("left by a killed run before the days to keep").doesNotExist();
        assertThat(recent).as("left within the days to keep").exists();
        assertThat(loading.table("core/capacity").count()).isEqualTo(2);
    }

    @Test
    void whatAnEditionWasBeforeItsReplacementStaysReadableForTheDaysToKeep() throws IOException {
        List<Path> before = dataFiles();
        loading.replace(edition("2025", "9.5"), "2025");
        maintain();
        assertThat(dataFiles()).as("removed today").hasSize(3).containsAll(before);

        ageRemovals();
        maintain();
        assertThat(dataFiles()).as("removed before the days to keep").hasSize(2);
        assertThat(loading.table("core/capacity")
                        .select("capacity_gw")
                        .collectAsList()
                        .toString())
                .contains("9.5")
                .doesNotContain("8.5");
    }

    @Test
    void everyTableThatCannotBeMaintainedIsNamed() throws IOException {
        for (String table : List.of("core/capacity", "out/revisions")) {
            Path log = folder.resolve("warehouse").resolve(table).resolve("_delta_log");
            List<Path> entries = files(log, ".json");
            Files.writeString(entries.get(entries.size() - 1), "cut off {");
        }
        DeltaLog.clearCache();
        assertThatThrownBy(this::maintain)
                .hasMessageContaining("2 tables could not be maintained")
                .hasMessageContaining("core/capacity: ")
                .hasMessageContaining("out/revisions: ");
    }

    private List<String> maintain() {
        return loading.jobs(folder.resolve("none")).maintain(KEEP_DAYS).lines();
    }

    private Path edition(String edition, String gigawatts) throws IOException {
        return Files.writeString(
                folder.resolve(edition + "-" + gigawatts + ".csv"),
                "region,year,technology,capacity_gw,basis,source,edition,retrieved,grade,maturity\nAUT,2020,gas,"
                        + gigawatts + ",year_end_installed,Test agency," + edition + ",2026-01-01,primary,\n");
    }

    private Path orphan(String name, Instant written) throws IOException {
        Path file =
                Files.writeString(table().resolve("part-" + name + ".snappy.parquet"), "left by a run that was killed");
        Files.setLastModifiedTime(file, FileTime.from(written));
        return file;
    }

    /** Makes the log say that every file was removed long ago, and the files as old. */
    private void ageRemovals() throws IOException {
        long removed = LONG_AGO.toEpochMilli();
        for (Path entry : files(table().resolve("_delta_log"), ".json")) {
            String log = Files.readString(entry);
            Files.writeString(entry, log.replaceAll("\"deletionTimestamp\":\\d+", "\"deletionTimestamp\":" + removed));
            Files.deleteIfExists(entry.resolveSibling("." + entry.getFileName() + ".crc"));
        }
        for (Path file : dataFiles()) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(removed));
        }
        DeltaLog.clearCache();
    }

    private List<Path> dataFiles() {
        return files(table(), ".parquet");
    }

    private Path table() {
        return folder.resolve("warehouse").resolve(CAPACITY.path());
    }

    private static List<Path> files(Path below, String ending) {
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
