package org.electrongap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code --log-format json} every line on stderr is one JSON object, faults too. */
class JsonFaultsTest {

    @TempDir
    private Path folder;

    @Test
    void aFaultIsALineOfJsonWithItsRun() throws IOException {
        Call call = Call.of(
                "load",
                "nonsense",
                "--log-format",
                "json",
                "--warehouse",
                folder.resolve("warehouse").toString(),
                "--datasets",
                "bundled:");

        assertThat(call.status()).isEqualTo(ExitStatus.REJECTED.code());
        for (String line : call.err().lines().toList()) {
            assertThat(new ObjectMapper().readTree(line).get("run_id").asText())
                    .as("run of %s", line)
                    .isNotBlank();
        }
        JsonNode last = new ObjectMapper()
                .readTree(call.err().lines().reduce((a, b) -> b).orElseThrow());
        assertThat(last.get("fault").asText()).contains("there is no data set nonsense");
    }
}
