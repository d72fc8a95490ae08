package org.electrongap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.electrongap.job.InputRejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverridesFileTest {

    private static final String HEADER = "source_a,record_id_a,source_b,record_id_b,decision,reason\n";

    @TempDir
    Path folder;

    @Test
    void decisionsAboutPairsAreReadAsTheyStand() throws IOException {
        String text = HEADER + "epoch,a,dcmap,b,same,one campus by its permit\n";
        assertThat(pairs(text)).as("text").isEqualTo(text);
    }

    @Test
    void everyFaultOfAFileOfPairsIsToldWithItsLine() {
        assertThatThrownBy(() ->
                        pairs(HEADER + "epoch,a,dcmap,b,maybe,unsure\nepoch,a,epoch,a,same,itself\nx,,y,z,same,\n"))
                .as("faults")
                .isInstanceOf(InputRejectedException.class)
                .hasMessageContaining("line 2: decision 'maybe' is neither same nor different")
                .hasMessageContaining("line 3: a record is compared with itself")
                .hasMessageContaining("line 4: no value for record_id_a, reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"one campus", "\"", "\"one \"\"campus\"\""})
    void aQuoteThatIsNeverClosedHidesNoRow(String reason) {
        String rows = "epoch,a,dcmap,b,same,by its \"\"permit\"\nepoch,c,dcmap,d,same," + reason
                + "\nepoch,e,dcmap,f,different,another owner\n";
        assertThatThrownBy(() -> pairs(HEADER + rows))
                .isInstanceOf(InputRejectedException.class)
                .hasMessageContaining("line 3: a quote is never closed");
    }

    @Test
    void aQuoteThatIsNeverClosedHidesNoAssumption() throws IOException {
        String text =
                "assumption,region,year,value,note\nother_load_growth,USA,,0.02,\"mine\nshare_threshold_09,USA,,0.09,\n";
        Path file = Files.writeString(folder.resolve("mine.csv"), text);
        assertThatThrownBy(() -> OverridesFile.assumptions(file.toString(), new Configuration()))
                .isInstanceOf(InputRejectedException.class)
                .hasMessageContaining("mine.csv line 2: a quote is never closed");
    }

    @Test
    void quotesThatAreClosedAreLeftAlone() throws IOException {
        assertThat(pairs(HEADER + "epoch,a,dcmap,b,same,\"one, \"\"campus\"\"\""))
                .endsWith("campus\"\"\"");
    }

    @Test
    void fileWithoutARowOrThatIsNotThereIsRejected() {
        assertThatThrownBy(() -> pairs(HEADER)).as("empty").hasMessageContaining("no row below the header");
        assertThatThrownBy(() -> OverridesFile.pairs(folder.resolve("none.csv").toString(), new Configuration()))
                .as("missing")
                .isInstanceOf(InputRejectedException.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void aBareNameIsAFileOfTheWorkingFolder() {
        assertThatThrownBy(() -> OverridesFile.pairs("no-such-file.csv", new Configuration()))
                .as("bare name")
                .isInstanceOf(InputRejectedException.class)
                .hasMessageContaining("--overrides no-such-file.csv: there is no such file");
    }

    private String pairs(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("pairs.csv"), text);
        return OverridesFile.pairs(file.toString(), new Configuration());
    }
}
