package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.electrongap.run.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a table's log and folder say about compaction and VACUUM. */
class UpkeepTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final String SLICE = "slice=fleet%7C2025";

    @TempDir
    private Path folder;

    @BeforeEach
    void aTableOfOneFile() throws IOException {
        Files.createDirectories(folder.resolve("_delta_log"));
        file("a", Duration.ofDays(40));
        commit(0, add("a"));
    }

    @Test
    void aTableOfOneFileASliceHasNothingToCompact() {
        assertThat(upkeep(0).mayCompact()).isFalse();
    }

    @Test
    void aSliceInManySmallFilesMayBeCompacted() throws IOException {
        commit(1, add("b"), add("c"), add("d"), add("e"), add("f"), add("g"));
        assertThat(upkeep(1).mayCompact()).as("seven").isFalse();
        commit(2, add("h"));
        assertThat(upkeep(2).mayCompact()).as("eight").isTrue();
        assertThat(upkeep(1).mayCompact()).as("at the version before").isFalse();
    }

    @Test
    void filesOfManySlicesOrOfMuchDataAreLeftAsTheyAre() throws IOException {
        for (int version = 1; version < 20; version++) {
            String file = add("large-" + version).replace("\"size\":4", "\"size\":1000000000");
            String slice = add("other-" + version).replace("fleet|2025", "fleet|" + version);
            commit(version, file, slice);
        }
        assertThat(upkeep(19).mayCompact()).isFalse();
    }

    @Test
    void filesOfTheNewestVersionAreNoWorkForVacuumHoweverOld() {
        assertThat(mayVacuum(0)).isFalse();
    }

    @Test
    void anOldFileThatTheNewestVersionLacksIsWorkForVacuum() throws IOException {
        file("b", Duration.ofDays(1));
        commit(1, remove("a", Duration.ofDays(8)), add("b"));
        assertThat(mayVacuum(1)).as("replaced").isTrue();
    }

    @Test
    void anOldFileThatWasRemovedOnlyNowIsNoWorkForVacuumYet() throws IOException {
        file("b", Duration.ofDays(1));
        commit(1, remove("a", Duration.ofDays(1)), add("b"));
        assertThat(mayVacuum(1)).isFalse();
    }

    @Test
    void aYoungFileOfNoVersionIsLeft() throws IOException {
        file("orphan", Duration.ofDays(3));
        assertThat(mayVacuum(0)).isFalse();
        file("orphan", Duration.ofDays(8));
        assertThat(mayVacuum(0)).as("a week later").isTrue();
    }

    @Test
    void whereTheLogNoLongerTellsBothMayHaveWork() throws IOException {
        Files.delete(entry(0));
        commit(1, add("b"));
        assertThat(upkeep(1).mayCompact()).isTrue();
        assertThat(mayVacuum(1)).isTrue();
    }

    private boolean mayVacuum(long version) {
        return upkeep(version).mayVacuum(NOW.minus(Duration.ofDays(7)));
    }

    private Upkeep upkeep(long version) {
        return new Upkeep(Store.at(folder.toString(), new Configuration()), version);
    }

    private void file(String name, Duration age) throws IOException {
        Path file = Files.createDirectories(folder.resolve(SLICE)).resolve(name + ".parquet");
        Files.writeString(file, "rows");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }

    private void commit(int version, String... actions) throws IOException {
        Files.writeString(entry(version), String.join("\n", actions) + "\n");
    }

    private Path entry(int version) {
        return folder.resolve("_delta_log").resolve(String.format("%020d.json", version));
    }

    /** In the log a path is a URI: the per cent sign of the folder's name is encoded once more. */
    private static String add(String name) {
        return "{\"add\":{\"path\":\"slice=fleet%257C2025/" + name
                + ".parquet\",\"partitionValues\":{\"slice\":\"fleet|2025\"},\"size\":4}}";
    }

    private static String remove(String name, Duration ago) {
        return "{\"remove\":{\"path\":\"slice=fleet%257C2025/" + name + ".parquet\",\"deletionTimestamp\":"
                + NOW.minus(ago).toEpochMilli() + "}}";
    }
}
