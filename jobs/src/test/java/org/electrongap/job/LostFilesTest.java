package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.electrongap.run.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostFilesTest {

    private static final String SLICE = "slice=a%2Fb c";

    @TempDir
    private Path table;

    @BeforeEach
    void aTableOfTwoFiles() throws IOException {
        Files.createDirectories(table.resolve("_delta_log"));
        Files.createDirectories(table.resolve(SLICE));
        Files.writeString(table.resolve("one.parquet"), "rows");
        Files.writeString(table.resolve(SLICE).resolve("two.parquet"), "more rows");
        Files.writeString(
                table.resolve("_delta_log/00000000000000000000.json"),
                "{\"add\":{\"path\":\"one.parquet\",\"size\":4}}\n"
                        + "{\"add\":{\"path\":\"slice=a%252Fb%20c/two.parquet\",\"size\":9}}\n");
    }

    @Test
    void filesThatAreThereAreNotLost() {
        assertThat(lost()).isEmpty();
    }

    @Test
    void aFileThatIsCutIsNamedWithItsBytes() throws IOException {
        Files.writeString(table.resolve(SLICE).resolve("two.parquet"), "more");
        assertThat(lost())
                .contains("lacks 1 of its files at version 0")
                .contains(SLICE + "/two.parquet (4 of 9 bytes) the first");
    }

    @Test
    void aFileThatIsGoneIsNamed() throws IOException {
        Files.delete(table.resolve("one.parquet"));
        Files.delete(table.resolve(SLICE).resolve("two.parquet"));
        Files.delete(table.resolve(SLICE));
        assertThat(lost()).contains("lacks 2 of its files").contains(", one.parquet the first");
    }

    private String lost() {
        return LostFiles.of(Store.at(table.toString(), new Configuration()), 0).orElse("");
    }
}
