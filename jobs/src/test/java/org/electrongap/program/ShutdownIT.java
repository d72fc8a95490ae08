package org.electrongap.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signal or a time limit ends a run between two commits: the lock is given back, and the next run goes on. */
@Tag("program")
class ShutdownIT {

    private static final int STOPPED = 143;
    private static final int FAULT = 1;

    @TempDir
    private Path folder;

    private Path datasets;

    @BeforeEach
    void chooseFewRegions() throws IOException {
        datasets = FewRegions.below(folder.resolve("datasets"));
    }

    @Test
    void aTerminatedRunEndsWith143AndGivesTheLockBack() throws IOException {
        try (Program nightly = job("nightly")) {
            nightly.until(line -> line.startsWith("load") && line.contains("done"));
            assertThat(folder.resolve("warehouse/lock.json"))
                    .as("lock of a run")
                    .exists();
            nightly.terminate();
            assertThat(nightly.status()).as(nightly.tail()).isEqualTo(STOPPED);
        }
        assertThat(folder.resolve("warehouse/lock.json")).as("lock").doesNotExist();
        assertThat(records()).singleElement().asString().contains("\"status\" : \"stopped\"");
        try (Program load = job("load")) {
            assertThat(load.status()).as(load.tail()).isZero();
            assertThat(load.tail()).contains("Nothing to do");
        }
    }

    @Test
    void aRunWhoseTimeIsOverEndsWith1AndGivesTheLockBack() throws IOException {
        try (Program nightly = job("nightly", "--timeout", "4s")) {
            assertThat(nightly.status()).as(nightly.tail()).isEqualTo(FAULT);
            assertThat(nightly.tail()).contains("its time of 4 s is over").contains("the next run continues there");
        }
        assertThat(folder.resolve("warehouse/lock.json")).as("lock").doesNotExist();
    }

    private List<String> records() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("warehouse/runs"))) {
            List<Path> records =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            List<String> texts = new java.util.ArrayList<>();
            for (Path record : records) {
                texts.add(Files.readString(record));
            }
            return texts;
        }
    }

    private Program job(String... arguments) {
        Stream<String> places = Stream.of(
                "--datasets", datasets.toString(),
                "--warehouse", folder.resolve("warehouse").toString(),
                "--reports", folder.resolve("reports").toString(),
                "--master", "local[2]");
        return Program.job(
                folder.resolve("log"),
                Stream.concat(Stream.of(arguments), places).toArray(String[]::new));
    }
}
