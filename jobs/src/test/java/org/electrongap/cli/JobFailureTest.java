package org.electrongap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that the Java machine itself ends is told and recorded as any other. */
class JobFailureTest {

    @TempDir
    private Path folder;

    @Test
    void aFaultOfTheJavaMachineIsToldWithItsRemedyAndOnRecord() throws IOException {
        Path warehouse = folder.resolve("warehouse");
        Call call = Call.of(
                "load",
                "--warehouse",
                warehouse.toString(),
                "--reports",
                folder.resolve("reports").toString(),
                "--datasets",
                FailingFiles.SCHEME + ":///sets",
                "--conf",
                "spark.hadoop.fs." + FailingFiles.SCHEME + ".impl=" + FailingFiles.class.getName());

        assertThat(call.status()).isEqualTo(1);
        assertThat(call.err())
                .contains("Out of space in CodeCache for adapters. Start Java")
                .contains("-XX:ReservedCodeCacheSize=240m");
        assertThat(names(warehouse)).as("the lock is given back").doesNotContain("lock.json");
        List<String> runs = names(warehouse.resolve("runs"));
        assertThat(runs).as("record and trace").hasSize(2);
        assertThat(Files.readString(warehouse.resolve("runs").resolve(runs.get(0))))
                .contains("\"failed\"")
                .contains("-XX:ReservedCodeCacheSize=240m");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
