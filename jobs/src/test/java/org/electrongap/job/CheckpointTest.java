package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.electrongap.SharedSpark;
import org.electrongap.run.Store;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;

/** The files of a table whose log Delta has checkpointed and shortened. */
class CheckpointTest {

    private static final int CHECKPOINT = 4;
    private static final int NEWEST = 6;

    private static final TableName NAME = TableName.core("capacity");

    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    private Path table;

    @BeforeAll
    static void aTableOfManyCommitsWithACheckpointAmongThem() {
        Path table = made.resolve(NAME.path());
        for (int version = 0; version <= NEWEST; version++) {
            replace(table, "a/b %7C" + version % 3, version);
            if (version == CHECKPOINT) {
                checkpoint(table);
            }
        }
    }

    @BeforeEach
    void aCopyOfIt() throws IOException {
        table = folder.resolve(NAME.path());
        FileUtils.copyDirectory(made.toFile(), folder.toFile());
    }

    @Test
    void aShortenedLogTellsTheFilesThatDeltaTells() throws IOException {
        shortenTo(CHECKPOINT);
        LogReplay.Files files = Delta.filesAt(store(), NEWEST).orElseThrow();
        assertThat(files.live())
                .extracting(Delta.PartitionedFile::path)
                .containsExactlyInAnyOrderElementsOf(pathsOfDelta());
        assertThat(files.live())
                .extracting(file -> file.partition().get("slice"))
                .containsExactlyInAnyOrder("a/b %7C0", "a/b %7C1", "a/b %7C2");
        assertThat(files.removed()).as("seven commits, three slices").hasSize(4);
    }

    @Test
    void itTellsWhatTheWholeLogTold() throws IOException {
        Files.delete(log().resolve("00000000000000000004.checkpoint.parquet"));
        LogReplay.Files whole = Delta.filesAt(store(), NEWEST).orElseThrow();
        checkpoint(table);
        shortenTo(NEWEST);
        LogReplay.Files shortened = Delta.filesAt(store(), NEWEST).orElseThrow();
        assertThat(shortened.live()).containsExactlyInAnyOrderElementsOf(whole.live());
        assertThat(shortened.removed()).isEqualTo(whole.removed());
    }

    @Test
    void aVersionBeforeTheCheckpointNeedsItsCommits() throws IOException {
        assertThat(Delta.filesAt(store(), CHECKPOINT - 1)).isPresent();
        shortenTo(CHECKPOINT);
        assertThat(Delta.filesAt(store(), CHECKPOINT - 1)).isEmpty();
    }

    @Test
    void anEmptyCheckpointIsPassedOver() throws IOException {
        LogReplay.Files before = Delta.filesAt(store(), NEWEST).orElseThrow();
        Files.createFile(log().resolve("00000000000000000005.checkpoint.parquet"));
        assertThat(Delta.filesAt(store(), NEWEST)).contains(before);
    }

    @Test
    void aDamagedCheckpointIsLeftToSpark() throws IOException {
        Path checkpoint = log().resolve("00000000000000000004.checkpoint.parquet");
        byte[] whole = Files.readAllBytes(checkpoint);
        for (int bytes : List.of(1, 100, whole.length - 8)) {
            Files.write(checkpoint, Arrays.copyOf(whole, bytes));
            assertThat(Delta.filesAt(store(), NEWEST))
                    .as("its first %d bytes", bytes)
                    .isEmpty();
        }
        Files.write(checkpoint, new byte[whole.length]);
        assertThat(Delta.filesAt(store(), NEWEST)).as("zeros").isEmpty();
    }

    @Test
    void aTableWhoseNewestEntryIsEmptyIsNeitherReadNorWrittenAsThoughNothingHadHappened() throws IOException {
        Warehouse warehouse = new Warehouse(SharedSpark.session(), folder.toString());
        Files.write(log().resolve("00000000000000000006.json"), new byte[0]);
        DeltaLog.clearCache();
        for (ThrowingCallable use :
                List.<ThrowingCallable>of(() -> warehouse.read(NAME, NEWEST), () -> warehouse.settle(NAME, NEWEST))) {
            assertThatThrownBy(use)
                    .hasMessageContaining("00000000000000000006.json is damaged: it is empty")
                    .hasMessageContaining("Restore the table's folder from a backup");
        }
        assertThat(warehouse.read(NAME, NEWEST - 1).count())
                .as("the version before")
                .isEqualTo(3);
    }

    private static void checkpoint(Path table) {
        DeltaLog.clearCache();
        DeltaLog known = DeltaLog.forTable(SharedSpark.session(), table.toString());
        known.checkpoint(known.unsafeVolatileSnapshot(), Option.empty());
    }

    private static void replace(Path table, String slice, int version) {
        Dataset<Row> rows =
                SharedSpark.session().range(1).selectExpr("'" + slice + "' as slice", version + " as version");
        rows.coalesce(1)
                .write()
                .format("delta")
                .mode(SaveMode.Overwrite)
                .partitionBy("slice")
                .option("replaceWhere", "slice = '" + slice + "'")
                .save(table.toString());
    }

    /** Takes away every commit before that one, as Delta does when they are old. */
    private void shortenTo(int version) throws IOException {
        for (int commit = 0; commit < version; commit++) {
            Files.delete(log().resolve(String.format("%020d.json", commit)));
        }
    }

    private List<String> pathsOfDelta() {
        DeltaLog.clearCache();
        Snapshot snapshot =
                DeltaLog.forTable(SharedSpark.session(), table.toString()).unsafeVolatileSnapshot();
        return ((Dataset<?>) snapshot.allFiles())
                .toDF().select("path").collectAsList().stream()
                        .map(row -> URI.create(row.getString(0)).getPath())
                        .toList();
    }

    private Path log() {
        return table.resolve("_delta_log");
    }

    private Store store() {
        return Store.at(table.toString(), new Configuration());
    }
}
