package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.electrongap.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnFileTest {

    @TempDir
    private Path folder;

    @Test
    void aQuoteThatIsNeverClosedHidesNoRow() throws IOException {
        Path file = file("a,2024,\nb,2024,\"open\nc,2024,\nd,2024,\n");
        assertThatThrownBy(() -> OwnFile.read(SharedSpark.session(), file.toString()))
                .isInstanceOf(InputRejectedException.class)
                .hasMessageContaining("claims.csv line 3: a quote is never closed");
    }

    @Test
    void quotesThatAreClosedAreRead() throws IOException {
        Path file = file("a,2024,\"two\nlines, and \"\"quotes\"\"\"\nb,2024,\n");
        assertThat(OwnFile.read(SharedSpark.session(), file.toString()).count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5\" pipe", "\"\"", "\"a\"\"\"", "a,\"b\"\r\n", ""})
    void aQuoteWithinAFieldOpensNothing(String text) throws IOException {
        assertThat(OpenQuote.fault(new StringReader(text))).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThatThrownBy(() -> OwnFile.read(
                        SharedSpark.session(), folder.resolve("none.csv").toString()))
                .isInstanceOf(InputRejectedException.class)
                .hasMessageContaining("none.csv");
    }

    private Path file(String rows) throws IOException {
        return Files.writeString(folder.resolve("claims.csv"), "claim_id,year,note\n" + rows);
    }
}
