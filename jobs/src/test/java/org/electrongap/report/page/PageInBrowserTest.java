package org.electrongap.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in Chromium, from a file, where there is a Chromium. */
class PageInBrowserTest {

    @TempDir
    private Path folder;

    @Test
    void thePageLoadsFromAFileWithoutAnErrorOrAForbiddenRequest() throws IOException, InterruptedException {
        Optional<Path> chromium = chromium();
        assumeTrue(chromium.isPresent(), "no chromium on the path: the page is not tried in a browser");
        Map<String, String> files = Page.files(PublishedExample.whole().data());
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        for (Language language : Language.values()) {
            Path log = folder.resolve(language + ".log");
            Path dom = folder.resolve(language + ".dom");
            Process browser = new ProcessBuilder(
                            chromium.orElseThrow().toString(),
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--user-data-dir=" + folder.resolve("profile"),
                            "--enable-logging=stderr",
                            "--dump-dom",
                            folder.resolve(language.page()).toUri().toString())
                    .redirectOutput(dom.toFile())
                    .redirectError(log.toFile())
                    .start();
            assertThat(browser.waitFor(3, TimeUnit.MINUTES))
                    .as("Chromium ended")
                    .isTrue();
            assertThat(browser.exitValue()).as("exit status").isZero();
            assertThat(Files.readString(dom)).as("page in %s", language).contains("share-fan", "</html>");
            assertThat(Files.readAllLines(log))
                    .as("errors and refusals in the console")
                    .noneMatch(line -> line.contains(":CONSOLE"));
        }
    }

    private static Optional<Path> chromium() {
        List<String> names = List.of("chromium", "chromium-browser", "google-chrome");
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(entry -> names.stream().map(name -> Path.of(entry, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
