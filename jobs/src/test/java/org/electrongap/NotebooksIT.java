package org.electrongap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Executes the notebooks on the outputs of a {@link PublishedRun}. {@code -Delectrongap.python=PROGRAM} names a Python that has
 * {@code notebooks/requirements.txt}; without it the test installs them into an environment of its own, and is skipped with the
 * reason where that cannot be done.
 */
@Tag("program")
class NotebooksIT {

    private static final Path NOTEBOOKS =
            Path.of("../notebooks").toAbsolutePath().normalize();
    private static final Path TARGET = Path.of("target/notebooks").toAbsolutePath();
    private static final String PACKAGES =
            "import deltalake, duckdb, ipykernel, jinja2, matplotlib, nbclient, nbformat, pandas, polars";
    private static final int MOST_SECONDS = 600;

    private static Path reports;
    private static String python;

    private record Ended(int status, String output) {}

    @BeforeAll
    static void outputsAndPythonAreThere() throws IOException, InterruptedException {
        python = System.getProperty("electrongap.python", "python3");
        if (!hasPackages() && System.getProperty("electrongap.python") == null) {
            python = installed();
        }
        assumeTrue(
                hasPackages(),
                "notebooks not executed: no Python with notebooks/requirements.txt, and none could be installed; set"
                        + " -Delectrongap.python");
        reports = PublishedRun.reports();
    }

    /** A Python of its own with the pinned requirements; one without them where they cannot be had. */
    private static String installed() throws IOException, InterruptedException {
        Path environment = TARGET.resolve("venv");
        Path own = environment.resolve("bin/python");
        try {
            if (!Files.exists(own)) {
                run(TARGET, "python3", "-m", "venv", environment.toString());
            }
            String requirements = NOTEBOOKS.resolve("requirements.txt").toString();
            run(TARGET, own.toString(), "-m", "pip", "install", "-q", "-r", requirements);
            return own.toString();
        } catch (IOException noPython) {
            return "python3";
        }
    }

    @Test
    void everyNotebookRunsFromTopToBottom() throws IOException, InterruptedException {
        Ended ended = run(reports, python, NOTEBOOKS.resolve("run-all").toString(), "--check");
        assertThat(ended.status()).as(ended.output()).isZero();
        assertThat(ended.output()).as("all of them were tried").contains("7 of 7 notebooks ran");
    }

    @Test
    void missingRunFailsWithWhatToDo() throws IOException, InterruptedException {
        Path nowhere = Files.createTempDirectory("no-reports");
        Ended ended = run(nowhere, python, NOTEBOOKS.resolve("run-all").toString(), "--check", "01-gap.ipynb");
        assertThat(ended.status()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output()).as("the remedy").contains("Run ./electron-gap nightly");
    }

    private static boolean hasPackages() throws InterruptedException {
        try {
            return run(TARGET, python, "-c", PACKAGES).status() == 0;
        } catch (IOException noPython) {
            return false;
        }
    }

    private static Ended run(Path reports, String... command) throws IOException, InterruptedException {
        Files.createDirectories(TARGET);
        Path output = Files.createTempFile(TARGET, "output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("ELECTRON_GAP_REPORTS", reports.toString());
        Process process = builder.start();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Ended(-1, "not ended after " + MOST_SECONDS + " s: " + Files.readString(output));
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }
}
