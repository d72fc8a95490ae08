package org.electrongap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Outputs of a run that several tests read: those of {@code -Delectrongap.reports=FOLDER}, else of {@code reports} beside the
 * modules, else of one run of the program on the bundled data sets.
 */
final class PublishedRun {

    private static final Path TARGET = Path.of("target/published").toAbsolutePath();
    private static final int MOST_SECONDS = 900;

    private static Path own;

    private PublishedRun() {}

    /** The folder of reports, with {@code latest.json}. */
    static synchronized Path reports() throws IOException, InterruptedException {
        Path given = Path.of(System.getProperty("electrongap.reports", "../reports"))
                .toAbsolutePath()
                .normalize();
        if (Files.exists(given.resolve("latest.json"))) {
            return given;
        }
        if (own == null) {
            own = ofOneRun();
        }
        return own;
    }

    /** The folder to which {@code latest.json} leads. */
    static Path newestFolder() throws IOException, InterruptedException {
        Path reports = reports();
        String folder = new ObjectMapper()
                .readTree(reports.resolve("latest.json").toFile())
                .path("reports")
                .path("load_share")
                .path("path")
                .asText();
        return reports.resolve(folder).getParent();
    }

    private static Path ofOneRun() throws IOException, InterruptedException {
        Files.createDirectories(TARGET);
        Path reports = TARGET.resolve("reports");
        Path output = TARGET.resolve("nightly.txt");
        Process nightly = new ProcessBuilder(
                        Path.of("../electron-gap").toAbsolutePath().normalize().toString(),
                        "nightly",
                        "--datasets",
                        Path.of("../datasets").toAbsolutePath().normalize().toString(),
                        "--warehouse",
                        TARGET.resolve("warehouse").toString(),
                        "--reports",
                        reports.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = nightly.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            nightly.destroyForcibly();
        }
        assertThat(ended && nightly.exitValue() == 0)
                .as("the run ended well: %s", Files.readString(output))
                .isTrue();
        return reports;
    }
}
