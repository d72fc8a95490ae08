package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.SharedSpark;
import org.electrongap.run.Lock;
import org.electrongap.run.StopRequest;
import org.electrongap.run.Store;
import org.electrongap.run.WarehouseBusyException;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit that the ledger does not name has not happened: a run was killed between the commit and its ledger. */
class WarehouseSettlingTest {

    private static final TableName RUNS = TableName.ops("runs");
    private static final TableName CAPACITY = TableName.core("capacity");

    @TempDir
    private Path folder;

    private Warehouse warehouse;

    @BeforeEach
    void openWarehouse() {
        warehouse = new Warehouse(SharedSpark.session(), folder.toString());
    }

    @Test
    void rowsAddedTwiceByARunThatWasKilledAreThereOnce() {
        long first = warehouse.append(RUNS, Optional.empty(), rows("a"), "run 1");
        warehouse.append(RUNS, Optional.of(first), rows("b"), "run 2, killed before its ledger");

        long again = warehouse.append(RUNS, Optional.of(first), rows("b"), "run 3");

        assertThat(slicesAt(RUNS, again)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aTableThatNoLedgerNamesIsBegunAnew() {
        warehouse.append(RUNS, Optional.empty(), rows("a"), "run 1, killed before its ledger");

        long again = warehouse.append(RUNS, Optional.empty(), rows("b"), "run 2");

        assertThat(slicesAt(RUNS, again)).containsExactly("b");
    }

    @Test
    void aSliceThatNoLedgerNamesIsGoneWhenAnotherIsLoaded() {
        long first = warehouse.replaceSlices(CAPACITY, Optional.empty(), List.of("a"), rows("a"), "run 1");
        warehouse.replaceSlices(CAPACITY, Optional.of(first), List.of("b"), rows("b"), "run 2, killed");

        long next = warehouse.replaceSlices(CAPACITY, Optional.of(first), List.of("c"), rows("c"), "run 3");

        assertThat(slicesAt(CAPACITY, next)).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void aLogThatEndsBeforeTheLedgerIsRefusedByName() {
        long first = warehouse.append(RUNS, Optional.empty(), rows("a"), "run 1");

        assertThatThrownBy(() -> warehouse.append(RUNS, Optional.of(first + 5), rows("b"), "run 2"))
                .hasMessageContaining("ops/runs")
                .hasMessageContaining("ends at version 0")
                .hasMessageContaining("names version 5")
                .hasMessageContaining("Restore");
    }

    @Test
    void aLogThatWasCutIsRefusedByNameWithWhatToDo() throws IOException {
        long first = warehouse.append(RUNS, Optional.empty(), rows("a"), "run 1");
        Path log = folder.resolve(RUNS.path()).resolve("_delta_log");
        Files.writeString(log.resolve("00000000000000000001.json"), "{\"commitInfo\":{\"time");

        assertThatThrownBy(() -> warehouse.append(RUNS, Optional.of(first), rows("b"), "run 2"))
                .hasMessageContaining("the Delta log of")
                .hasMessageContaining("ops/runs")
                .hasMessageContaining("restore the folder from a backup");
    }

    @Test
    void aRunThatWasTakenOverWhilePausedWritesNothingMoreAndSaysSo() {
        Store store = Store.at(folder.toString(), new Configuration());
        try (Lock lock = Lock.acquire(
                store, "run-1", "nightly", Lock.Patience.waiting(Duration.ZERO), new FileLoading.StandingTicker())) {
            TableWriter writer = new TableWriter(warehouse, new LedgerBook(store, lock, new StopRequest()));
            store.replace("lock.json", store.text("lock.json").orElseThrow().replace("run-1", "run-2"));

            assertThatThrownBy(() -> writer.append(Map.of(RUNS, rows("a")), "run-1"))
                    .isInstanceOf(WarehouseBusyException.class)
                    .hasMessageContaining("lost the lock")
                    .hasMessageContaining("to run run-2");
        }
        assertThat(folder.resolve(RUNS.path())).as("table").doesNotExist();
    }

    private static Dataset<Row> rows(String slice) {
        return SharedSpark.session().sql("select '" + slice + "' as slice, 1.5 as value");
    }

    private List<String> slicesAt(TableName table, long version) {
        return warehouse.read(table, version).collectAsList().stream()
                .map(row -> row.<String>getAs("slice"))
                .toList();
    }
}
