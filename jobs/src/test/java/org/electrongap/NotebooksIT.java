package org.electrongap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Executes the notebooks on the outputs of a run: {@code -Delectrongap.reports=FOLDER}, else {@code reports} beside the
 * modules. {@code -Delectrongap.python=PROGRAM} names a Python that has {@code notebooks/requirements.txt}.
 */
class NotebooksIT {

    private static final Path NOTEBOOKS =
            Path.of("../notebooks").toAbsolutePath().normalize();
    private static final Path REPORTS = Path.of(System.getProperty("electrongap.reports", "../reports"))
            .toAbsolutePath()
            .normalize();
    private static final String PYTHON = System.getProperty("electrongap.python", "python3");
    private static final String PACKAGES =
            "import deltalake, duckdb, ipykernel, jinja2, matplotlib, nbclient, nbformat, pandas, polars";

    private record Ended(int status, String output) {}

    @BeforeAll
    static void outputsAndPythonAreThere() throws InterruptedException {
        assumeTrue(
                Files.exists(REPORTS.resolve("latest.json")), "no run in " + REPORTS + ", set -Delectrongap.reports");
        assumeTrue(hasPackages(), PYTHON + " lacks notebooks/requirements.txt, set -Delectrongap.python");
    }

    @Test
    void everyNotebookRunsFromTopToBottom() throws IOException, InterruptedException {
        Ended ended = run(NOTEBOOKS.resolve("run-all").toString(), "--check");
        assertThat(ended.status()).as(ended.output()).isZero();
        assertThat(ended.output()).as("all of them were tried").contains("7 of 7 notebooks ran");
    }

    @Test
    void missingRunFailsWithWhatToDo() throws IOException, InterruptedException {
        Path nowhere = Files.createTempDirectory("no-reports");
        Ended ended = run(nowhere, NOTEBOOKS.resolve("run-all").toString(), "--check", "01-gap.ipynb");
        assertThat(ended.status()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output()).as("the remedy").contains("Run ./electron-gap nightly");
    }

    private static boolean hasPackages() throws InterruptedException {
        try {
            return run("-c", PACKAGES).status() == 0;
        } catch (IOException noPython) {
            return false;
        }
    }

    private static Ended run(String... arguments) throws IOException, InterruptedException {
        return run(REPORTS, arguments);
    }

    private static Ended run(Path reports, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ELECTRON_GAP_REPORTS", reports.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
