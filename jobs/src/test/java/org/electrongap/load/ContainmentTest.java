package org.electrongap.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data set reaches no file of the machine beyond its folder. */
class ContainmentTest {

    private static final String DESCRIPTOR = "\"table\": \"core/capacity\", \"publisher\": \"Test agency\","
            + " \"format\": \"csv\", \"editions\": {\"column\": \"edition\"}";

    @TempDir
    private Path machine;

    private final Storage storage = Storages.of(Configuration::new);

    @Test
    void aLinkThatLeadsOutOfTheFolderIsRefusedByName() throws IOException {
        Files.writeString(machine.resolve("secret.csv"), "secret");
        Path set = dataSet("{\"name\": \"x\", \"path\": \"x.csv\", ");
        Files.createSymbolicLink(set.resolve("x.csv"), machine.resolve("secret.csv"));

        assertThatThrownBy(() -> files(set))
                .isInstanceOf(InputRejected.class)
                .hasMessageContaining("x.csv")
                .hasMessageContaining("a link that leads out of the data set's folder");
    }

    @Test
    void aGlobFollowsNoLinkOutOfTheFolder() throws IOException {
        Files.createDirectories(machine.resolve("elsewhere"));
        Files.writeString(machine.resolve("elsewhere/a.csv"), "secret");
        Path set = dataSet("{\"name\": \"x\", \"path\": \"**.csv\", ");
        Files.createSymbolicLink(set.resolve("linked"), machine.resolve("elsewhere"));

        assertThatThrownBy(() -> files(set))
                .isInstanceOf(InputRejected.class)
                .hasMessageContaining("linked/a.csv")
                .hasMessageContaining("leads out");
    }

    @Test
    void aLinkThatStaysInTheFolderIsFollowed() throws IOException {
        Path set = dataSet("{\"name\": \"x\", \"path\": \"x.csv\", ");
        Files.writeString(set.resolve("real.csv"), CapacityCsv.text(CapacityCsv.rows(2)));
        Files.createSymbolicLink(set.resolve("x.csv"), set.resolve("real.csv"));

        assertThat(files(set)).isOne();
    }

    private int files(Path set) throws IOException {
        Resource resource =
                DataPackage.read(storage, set.toString()).resources().get(0);
        return SourceFiles.of(resource, storage).size();
    }

    private Path dataSet(String start) throws IOException {
        Path set = Files.createDirectories(machine.resolve("set"));
        Files.writeString(
                set.resolve(DataPackage.FILE),
                "{\"name\": \"test\", \"title\": \"test\", \"resources\": [" + start + DESCRIPTOR + "}]}");
        return set;
    }
}
