package org.electrongap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pages of a run in Chromium: no error, no request, and nothing that axe-core (https://github.com/dequelabs/axe-core) finds
 * to keep somebody from reading them. Skipped, with the reason, where there is no Chromium.
 */
@Tag("program")
class PublishedPagesIT {

    private static final String WIDE = "--window-size=1280,1600";
    private static final String PHONE = "--window-size=400,1600";
    private static final String DARK = "--blink-settings=preferredColorScheme=0";
    private static final Pattern FOUND = Pattern.compile("<pre id=\"axe\">(.*?)</pre>", Pattern.DOTALL);
    private static final String JUDGE = """
            <script>%s</script><script>axe.run(document, {resultTypes: ['violations']}).then(found => {
              const told = document.createElement('pre');
              told.id = 'axe';
              told.textContent = found.passes.length + ' rules passed\\n' + found.violations.map(fault => fault.id + ': '
                + fault.help + '; ' + fault.nodes.map(node => node.html.slice(0, 200)).slice(0, 5).join(' | ')).join('\\n');
              document.body.appendChild(told);
            });</script></body>""";

    private static Chromium chromium;
    private static Path pages;

    @TempDir
    private Path scratch;

    @BeforeAll
    static void aBrowserAndPagesAreThere() throws IOException, InterruptedException {
        Optional<Chromium> found = Chromium.onPath();
        assumeTrue(found.isPresent(), "the pages are not tried: no chromium on the path");
        chromium = found.orElseThrow();
        pages = PublishedRun.newestFolder();
    }

    @ParameterizedTest
    @CsvSource({"index.html", "index.ja.html"})
    void thePageHasNoErrorAndAsksForNothing(String page) throws IOException, InterruptedException {
        Chromium.Page opened = chromium.open(pages.resolve(page), scratch, WIDE);

        assertThat(opened.dom()).as("the page").contains("</html>", "share-fan");
        assertThat(opened.console()).as("errors and refused requests").isEmpty();
        assertThat(Files.readString(pages.resolve(page)))
                .as("what would ask the network")
                .doesNotContainPattern("<(script|iframe|link[^>]+stylesheet|img[^>]+src=.http)");
    }

    @ParameterizedTest
    @CsvSource({
        "index.html," + WIDE,
        "index.html," + DARK,
        "index.html," + PHONE,
        "index.ja.html," + WIDE,
        "methods.html," + WIDE,
        "dictionary.html," + WIDE
    })
    void everybodyCanReadThePage(String page, String flag) throws IOException, InterruptedException {
        String[] found = judged(Files.readString(pages.resolve(page)), page, flag);

        assertThat(found[0]).as("axe-core ran").matches("[1-9]\\d* rules passed");
        assertThat(found).as("rules that the page breaks").hasSize(1);
    }

    @Test
    void aPageThatKeepsSomebodyOutIsFound() throws IOException, InterruptedException {
        String bad =
                "<html><head><title>t</title></head><body><img src=\"data:,\"><p style=\"color:#ccc\">pale</p></body></html>";

        assertThat(String.join("\n", judged(bad, "bad.html", WIDE)))
                .contains("image-alt", "html-has-lang", "color-contrast");
    }

    /** The first line tells how many rules passed, the others which did not. */
    private String[] judged(String html, String name, String flag) throws IOException, InterruptedException {
        Path copy = scratch.resolve(name);
        // The page forbids every script, so its copy must allow the one that judges it.
        String open = html.replaceAll("<meta[^>]*Content-Security-Policy[^>]*>", "");
        Files.writeString(copy, open.replace("</body>", String.format(JUDGE, axe())));
        Chromium.Page opened = chromium.open(copy, scratch, flag, "--virtual-time-budget=60000");
        Matcher told = FOUND.matcher(opened.dom());
        assertThat(told.find())
                .as("axe-core came to an end: %s", opened.console())
                .isTrue();
        return told.group(1).strip().split("\n");
    }

    private static String axe() throws IOException {
        try (InputStream script = PublishedPagesIT.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
