package org.electrongap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockTest {

    private static final String FILE = "lock.json";
    private static final Lock.Patience NONE = Lock.Patience.waiting(Duration.ZERO);
    private static final Lock.Patience TEN_MINUTES = Lock.Patience.waiting(Duration.ofMinutes(10));

    @TempDir
    private Path folder;

    private Store warehouse;

    @BeforeEach
    void openWarehouse() {
        warehouse = Store.at(folder.toUri().toString(), new Configuration());
    }

    @Test
    void aSecondRunIsRefusedAndTheFirstKeepsTheLock() {
        try (Lock first = acquire("run-1", NONE, new WatchedTime())) {
            assertThatThrownBy(() -> acquire("run-2", NONE, new WatchedTime()))
                    .isInstanceOf(WarehouseBusyException.class)
                    .hasMessageContaining("held by run run-1 (nightly, process "
                            + ProcessHandle.current().pid())
                    .hasMessageContaining("--wait");
            assertThatCode(first::confirm).as("the first run").doesNotThrowAnyException();
        }
    }

    @Test
    void aClosedLockIsFree() {
        acquire("run-1", NONE, new WatchedTime()).close();

        assertThat(warehouse.contains(FILE)).as("lock file").isFalse();
        try (Lock second = acquire("run-2", NONE, new WatchedTime())) {
            assertThatCode(second::confirm).as("the second run").doesNotThrowAnyException();
        }
    }

    @Test
    void aWaitingRunGoesOnOnceTheHolderLetsGo() {
        Lock first = acquire("run-1", NONE, new WatchedTime());
        WatchedTime time = new WatchedTime(elapsed -> {
            if (elapsed.equals(Duration.ofSeconds(30))) {
                first.close();
            }
        });

        acquire("run-2", TEN_MINUTES, time).close();

        assertThat(time.elapsed()).as("waited").isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aSilentHolderOfAnotherMachineIsTakenOverOnlyAfterItWasWatchedSilent() {
        hold(new Holder("run-1", "nightly", "another machine", 1, 5));
        WatchedTime time = new WatchedTime();

        try (Lock second = acquire("run-2", TEN_MINUTES, time)) {
            assertThat(time.elapsed())
                    .as("watched")
                    .isBetween(Duration.ofMinutes(3), Duration.ofMinutes(3).plusSeconds(2));
            assertThatCode(second::confirm).as("the second run").doesNotThrowAnyException();
        }
    }

    @Test
    void oneWhoDoesNotWaitNeverTakesOver() {
        hold(new Holder("run-1", "nightly", "another machine", 1, 5));

        assertThatThrownBy(() -> acquire("run-2", NONE, new WatchedTime())).isInstanceOf(WarehouseBusyException.class);
        assertThat(warehouse.text(FILE))
                .as("lock file")
                .hasValueSatisfying(text -> assertThat(text).contains("run-1"));
    }

    @Test
    void aHolderThatBeatsIsNeverTakenOver() {
        WatchedTime time = new WatchedTime(elapsed -> {
            if (elapsed.toSeconds() % 60 == 0) {
                hold(new Holder("run-1", "nightly", "another machine", 1, elapsed.toSeconds()));
            }
        });
        hold(new Holder("run-1", "nightly", "another machine", 1, 0));

        assertThatThrownBy(() -> acquire("run-2", TEN_MINUTES, time)).isInstanceOf(WarehouseBusyException.class);
        assertThat(time.elapsed()).as("waited").isGreaterThanOrEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aHolderWhoseProcessHereIsGoneIsTakenOverAtOnce() throws Exception {
        Process gone = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        gone.waitFor();
        String machine = machineOf(acquiredHolder());
        org.junit.jupiter.api.Assumptions.assumeFalse(
                machine.isEmpty(), "this system names no boot and no process table");
        hold(new Holder("run-1", "nightly", machine, gone.pid(), 5));
        WatchedTime time = new WatchedTime();

        acquire("run-2", NONE, time).close();

        assertThat(time.elapsed()).as("waited").isEqualTo(Duration.ZERO);
    }

    @Test
    void aLostLockIsNoticedBeforeTheNextCommitAndNotGivenBack() {
        Lock first = acquire("run-1", NONE, new WatchedTime());
        hold(new Holder("run-2", "nightly", "another machine", 1, 0));

        assertThatThrownBy(first::confirm)
                .isInstanceOf(WarehouseBusyException.class)
                .hasMessageContaining("run run-1 lost the lock")
                .hasMessageContaining("to run run-2")
                .hasMessageContaining("Run the job again");
        first.close();
        assertThat(warehouse.text(FILE))
                .as("the other run's lock")
                .hasValueSatisfying(text -> assertThat(text).contains("run-2"));
    }

    @Test
    void aLockWhoseFileIsGoneIsLost() {
        try (Lock first = acquire("run-1", NONE, new WatchedTime())) {
            warehouse.delete(FILE);

            assertThatThrownBy(first::confirm).isInstanceOf(WarehouseBusyException.class);
        }
    }

    @Test
    void anEmptyLockOfARunThatDiedAsItWroteItIsTakenOverOnlyAfterItWasWatched() throws IOException {
        Files.createFile(folder.resolve(FILE));
        WatchedTime time = new WatchedTime();

        assertThatThrownBy(() -> acquire("run-1", NONE, new WatchedTime()))
                .isInstanceOf(WarehouseBusyException.class)
                .hasMessageContaining("lock.json is empty")
                .hasMessageContaining("--wait");
        try (Lock lock = acquire("run-2", TEN_MINUTES, time)) {
            assertThat(time.elapsed()).as("watched").isGreaterThanOrEqualTo(Duration.ofMinutes(3));
            assertThatCode(lock::confirm).as("the second run").doesNotThrowAnyException();
        }
    }

    @Test
    void aHeartbeatThatCouldNotBeWrittenIsNotTheLast() throws IOException {
        Path inTheWay = Files.createDirectories(folder.resolve(".lock.json.tmp").resolve("full"));
        Lock.Patience quick = new Lock.Patience(Duration.ZERO, Duration.ofMillis(5), Duration.ofMinutes(3));
        try (Lock lock = acquire("run-1", quick, new WatchedTime())) {
            LockSupport.parkNanos(Duration.ofMillis(60).toNanos());
            assertThat(beat()).as("beats that no one could write").isZero();
            Files.delete(inTheWay);
            Files.delete(inTheWay.getParent());

            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (beat() == 0 && System.nanoTime() < deadline) {
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
            assertThat(beat()).as("beats").isPositive();
            assertThatCode(lock::confirm).as("the run").doesNotThrowAnyException();
        }
    }

    private long beat() {
        return Json.value(warehouse.text(FILE).orElseThrow(), Holder.class, FILE)
                .beat();
    }

    private Lock acquire(String run, Lock.Patience patience, Ticker time) {
        return Lock.acquire(warehouse, run, "nightly", patience, time);
    }

    private void hold(Holder holder) {
        warehouse.replace(FILE, Json.text(holder));
    }

    private String acquiredHolder() {
        try (Lock mine = acquire("run-0", NONE, new WatchedTime())) {
            mine.confirm();
            return warehouse.text(FILE).orElseThrow();
        }
    }

    private static String machineOf(String holder) {
        return Json.value(holder, Holder.class, FILE).machine();
    }
}
