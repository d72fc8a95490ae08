package org.electrongap.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of two loads at once, one waits for the other or leaves with 75. */
@Tag("program")
class TwoLoadsIT {

    private static final int BUSY = 75;
    private static final long POLL_NANOS = 50_000_000;

    @TempDir
    private Path folder;

    private Path datasets;

    @BeforeEach
    void chooseFewRegions() throws IOException {
        datasets = FewRegions.below(folder.resolve("datasets"));
    }

    @Test
    void theSecondWaitsOrLeavesWith75AndTheFirstIsWhole() {
        try (Program first = load("first")) {
            awaitLock();
            try (Program hasty = load("hasty");
                    Program patient = load("patient", "--wait", "5m")) {
                first.heard();
                patient.heard();
                assertThat(hasty.status()).as(hasty.tail()).isEqualTo(BUSY);
                assertThat(hasty.tail()).contains("is held by run", "--wait 30m");
                assertThat(first.status()).as(first.tail()).isZero();
                assertThat(patient.status()).as(patient.tail()).isZero();
                assertThat(patient.tail()).contains("Nothing to do");
            }
        }
        assertThat(folder.resolve("warehouse/lock.json")).as("lock").doesNotExist();
    }

    private void awaitLock() {
        while (!Files.exists(folder.resolve("warehouse/lock.json"))) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private Program load(String log, String... options) {
        Stream<String> arguments = Stream.of(
                "load",
                "--datasets",
                datasets.toString(),
                "--warehouse",
                folder.resolve("warehouse").toString(),
                "--reports",
                folder.resolve("reports").toString(),
                "--master",
                "local[2]");
        return Program.job(
                folder.resolve(log),
                Stream.concat(arguments, Stream.of(options)).toArray(String[]::new));
    }
}
