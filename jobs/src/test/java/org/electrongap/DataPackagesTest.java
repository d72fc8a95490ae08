package org.electrongap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled data sets are Data Packages for other people's tools too: frictionless of PyPI judges them, where it can be had. */
@Tag("program")
class DataPackagesTest {

    private static final String FRICTIONLESS = "frictionless==5.21.0";
    private static final Path DATASETS = Path.of("../datasets").toAbsolutePath().normalize();
    private static final Path PYTHON = Path.of("target/frictionless/bin/python").toAbsolutePath();

    private record Ended(int status, String output) {}

    @BeforeAll
    static void frictionlessIsThere() throws InterruptedException {
        assumeTrue(isInstalled() || (succeeds("python3", "-m", "venv", "target/frictionless") && installs()), """
                no frictionless: it needs python3 with venv, and PyPI at the first time""");
    }

    @Test
    void everyBundledDataSetIsValid() throws IOException, InterruptedException {
        try (Stream<Path> folders = Files.list(DATASETS)) {
            List<Path> packages = folders.map(folder -> folder.resolve("datapackage.json"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
            assertThat(packages).as("data packages").hasSizeGreaterThanOrEqualTo(10);
            for (Path datapackage : packages) {
                Ended ended = validated(datapackage);
                assertThat(ended.status()).as(ended.output()).isZero();
            }
        }
    }

    @Test
    void aTextInANumberIsFound(@TempDir Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("a.csv"), "year,capacity_gw\n2024,much\n");
        Files.writeString(folder.resolve("datapackage.json"), """
                {"name": "a", "resources": [{"name": "a", "path": "a.csv", "schema": {"fields": [
                  {"name": "year", "type": "integer"}, {"name": "capacity_gw", "type": "number"}]}}]}""");

        Ended ended = validated(folder.resolve("datapackage.json"));

        assertThat(ended.status()).isNotZero();
        assertThat(ended.output()).contains("capacity_gw");
    }

    private static Ended validated(Path datapackage) throws IOException, InterruptedException {
        return run(PYTHON.toString(), "-m", "frictionless", "validate", datapackage.toString());
    }

    private static boolean isInstalled() throws InterruptedException {
        return succeeds(PYTHON.toString(), "-c", "import frictionless");
    }

    private static boolean installs() throws InterruptedException {
        return succeeds(PYTHON.toString(), "-m", "pip", "install", "-q", FRICTIONLESS);
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return run(command).status() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static Ended run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
