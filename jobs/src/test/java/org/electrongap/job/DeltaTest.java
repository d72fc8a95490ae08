package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.electrongap.run.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log of a table, as Delta writes it. */
class DeltaTest {

    @TempDir
    private Path table;

    @BeforeEach
    void twoCommitsOfWhichTheSecondReplacesASlice() throws IOException {
        commit(0, "{\"metaData\":{}}", add("slice=a%252Fb/one.parquet", "a/b"), add("slice=c/two.parquet", "c"));
        commit(
                1,
                "{\"remove\":{\"path\":\"slice=c/two.parquet\",\"deletionTimestamp\":1700}}",
                add("slice=c/three.parquet", "c"));
    }

    @Test
    void theFilesOfAVersionAreThoseAddedLessThoseRemoved() {
        assertThat(Delta.filesAt(store(), 1).orElseThrow().live())
                .containsExactly(
                        new Delta.PartitionedFile("slice=a%2Fb/one.parquet", 1, Map.of("slice", "a/b")),
                        new Delta.PartitionedFile("slice=c/three.parquet", 1, Map.of("slice", "c")));
    }

    @Test
    void anEarlierVersionKeepsItsOwnFiles() {
        assertThat(Delta.filesAt(store(), 0).orElseThrow().live())
                .extracting(Delta.PartitionedFile::path)
                .contains("slice=c/two.parquet");
    }

    @Test
    void whenAFileWasRemovedIsKept() {
        assertThat(Delta.filesAt(store(), 1).orElseThrow().removed())
                .containsExactly(Map.entry("slice=c/two.parquet", Instant.ofEpochMilli(1700)));
        assertThat(Delta.filesAt(store(), 0).orElseThrow().removed()).isEmpty();
    }

    @Test
    void aFileThatIsBackIsNotRemoved() throws IOException {
        commit(2, add("slice=c/two.parquet", "c"));
        LogReplay.Files files = Delta.filesAt(store(), 2).orElseThrow();
        assertThat(files.removed()).isEmpty();
        assertThat(files.live()).hasSize(3);
    }

    @Test
    void aShortenedLogWithoutACheckpointIsLeftToSpark() throws IOException {
        Files.delete(table.resolve("_delta_log/00000000000000000000.json"));
        assertThat(Delta.filesAt(store(), 1)).isEmpty();
    }

    @Test
    void aCommitWhoseEntryIsEmptyIsNoCommitWithoutChange() throws IOException {
        commit(2);
        assertThatThrownBy(() -> Delta.filesAt(store(), 2))
                .hasMessageContaining("00000000000000000002.json is damaged: it is empty")
                .hasMessageContaining("Restore the table's folder from a backup");
        assertThatThrownBy(() -> Delta.filesAddedBy(store(), 2)).hasMessageContaining("it is empty");
        assertThat(Delta.filesAt(store(), 1)).as("the version before it").isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000\u0000\u0000", "7", "{\"add\":{\"path\"", "{} {\"add\":{}}"})
    void aCommitWhoseEntryIsNoLogEntryIsRefusedByName(String text) throws IOException {
        commit(2, text);
        assertThatThrownBy(() -> Delta.filesAt(store(), 2))
                .hasMessageContaining("00000000000000000002.json is damaged");
    }

    private Store store() {
        return Store.at(table.toString(), new Configuration());
    }

    private static String add(String path, String slice) {
        return "{\"add\":{\"path\":\"" + path + "\",\"size\":1,\"partitionValues\":{\"slice\":\"" + slice + "\"}}}";
    }

    private void commit(int version, String... actions) throws IOException {
        Path log = Files.createDirectories(table.resolve("_delta_log"));
        Files.writeString(log.resolve(String.format("%020d.json", version)), String.join("\n", actions));
    }
}
