package org.electrongap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Chromium without a window.
 *
 * @param program the browser
 */
public record Chromium(Path program) {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /**
     * What a page has become.
     *
     * @param dom the document after its scripts
     * @param console what the browser told on its console: errors, and requests that were refused
     */
    public record Page(String dom, List<String> console) {}

    /** The browser on the path, where there is one. */
    public static Optional<Chromium> onPath() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(entry -> NAMES.stream().map(name -> Path.of(entry, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Chromium::new);
    }

    /** Opens a file; {@code scratch} keeps the profile and the outputs. */
    public Page open(Path file, Path scratch, String... flags) throws IOException, InterruptedException {
        Path dom = Files.createTempFile(scratch, "page", ".dom");
        Path log = Files.createTempFile(scratch, "page", ".log");
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + scratch.resolve("profile"),
                "--enable-logging=stderr",
                "--dump-dom"));
        command.addAll(List.of(flags));
        command.add(file.toUri().toString());
        Process browser = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        if (!browser.waitFor(3, TimeUnit.MINUTES)) {
            browser.destroyForcibly();
            throw new AssertionError("Chromium did not end on " + file);
        }
        assertThat(browser.exitValue()).as("exit status of Chromium").isZero();
        List<String> console = Files.readAllLines(log).stream()
                .filter(line -> line.contains(":CONSOLE"))
                .toList();
        return new Page(Files.readString(dom), console);
    }
}
