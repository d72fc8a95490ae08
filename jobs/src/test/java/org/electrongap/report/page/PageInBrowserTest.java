package org.electrongap.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.electrongap.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in Chromium, from a file, where there is a Chromium. */
class PageInBrowserTest {

    @TempDir
    private Path folder;

    @Test
    void thePageLoadsFromAFileWithoutAnErrorOrAForbiddenRequest() throws IOException, InterruptedException {
        Optional<Chromium> chromium = Chromium.onPath();
        assumeTrue(chromium.isPresent(), "no chromium on the path: the page is not tried in a browser");
        Map<String, String> files = Page.files(PublishedExample.whole().data());
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        for (Language language : Language.values()) {
            Chromium.Page page = chromium.orElseThrow().open(folder.resolve(language.page()), folder);
            assertThat(page.dom()).as("page in %s", language).contains("share-fan", "</html>");
            assertThat(page.console()).as("errors and refusals in the console").isEmpty();
        }
    }
}
