package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.electrongap.load.InputRejected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, editions, corrections and quarantine through the real job on real tables. */
class FileLoadTest {

    private static final String PACKAGE = """
            {"name": "demo", "title": "made up", "resources": [
              {"name": "fleet", "path": "fleet.csv", "table": "core/capacity", "publisher": "Test agency",
               "editions": {"column": "edition"}}]}
            """;

    private static final String MAPPING = """
            {"name": "plants", "table": "core/capacity", "source": "Test agency",
             "columns": {
               "region": {"from": "Land", "as": "country"},
               "year": {"from": "Year", "as": "number"},
               "technology": {"value": "gas"},
               "capacity_gw": {"from": "MW", "as": "number", "unit": "MW"},
               "basis": {"value": "year_end_installed"}}}
            """;

    @TempDir
    private Path folder;

    private FileLoading loading;

    @BeforeEach
    void anEmptyWarehouse() {
        loading = new FileLoading(folder);
    }

    @Test
    void theSameContentIsNeverLoadedTwice() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), CapacityRows.text(30));
        Path renamed = Files.copy(file, folder.resolve("b.csv"));

        assertThat(loading.load(file, "2025").kind()).isEqualTo(RunOutcome.Kind.DONE);
        Map<String, Long> versions = loading.ledger().versions();
        assertThat(loading.load(file, "2025").kind()).as("the same file").isEqualTo(RunOutcome.Kind.NOTHING_TO_DO);
        assertThat(loading.load(renamed, "2025").kind()).as("a renamed copy").isEqualTo(RunOutcome.Kind.NOTHING_TO_DO);
        assertThat(loading.ledger().versions().get("core/capacity")).isEqualTo(versions.get("core/capacity"));
        assertThat(loading.table("core/capacity").count()).isEqualTo(30);
    }

    @Test
    void aFileThatIsNoTableIsRejectedByCheckAsByLoad() throws IOException {
        Path map = Files.writeString(
                folder.resolve("sites.geojson"),
                "{\"type\": \"FeatureCollection\",\n\"features\": [{\"type\": \"Feature\", \"id\": \"7\"}]}\n");

        RunOutcome outcome = loading.check(map, "2025");
        assertThat(outcome.kind()).isEqualTo(RunOutcome.Kind.INPUT_REJECTED);
        assertThat(outcome.lines()).first().asString().startsWith("would be rejected: ");
        assertThatThrownBy(() -> loading.load(map, "2025")).isInstanceOf(InputRejected.class);
    }

    @Test
    void theSameContentIsLoadedAgainOnceItsMappingHasChanged() throws IOException {
        Path file = Files.writeString(folder.resolve("plants.csv"), "Land,Year,MW\nAustria,2024,7500\n");
        Path mapping = folder.resolve("plants.json");
        Files.writeString(mapping, MAPPING);
        assertThat(loading.load(file, mapping, "2025").kind()).isEqualTo(RunOutcome.Kind.DONE);
        assertThat(loading.load(file, mapping, "2025").kind()).isEqualTo(RunOutcome.Kind.NOTHING_TO_DO);

        Files.writeString(mapping, MAPPING.replace("\"gas\"", "\"coal\""));
        assertThat(loading.load(file, mapping, "2025").kind()).isEqualTo(RunOutcome.Kind.DONE);
        assertThat(loading.table("core/capacity")
                        .select("technology", "capacity_gw")
                        .collectAsList())
                .hasToString("[[coal,7.5]]");
    }

    @Test
    void aFileOfNoDataSetIsLoadedAgainOnceItsCorrectionsHaveChanged() throws IOException {
        Path file = Files.writeString(folder.resolve("plants.csv"), "Land,Year,MW\nAustria,2024,7500\n");
        Path mapping = Files.writeString(folder.resolve("plants.json"), MAPPING);
        Path corrections = folder.resolve("mine.csv");
        String header = "match,column,action,expect,value,reason\n";
        Files.writeString(corrections, header + "Land=Austria,MW,replace,7500,8500,a slip\n");
        loading.load(file, mapping, corrections, "2025");
        assertThat(loading.table("core/capacity").select("capacity_gw").collectAsList())
                .hasToString("[[8.5]]");
        assertThat(loading.load(file, mapping, corrections, "2025").kind()).isEqualTo(RunOutcome.Kind.NOTHING_TO_DO);

        Files.writeString(corrections, header + "Land=Austria,MW,replace,7500,9500,a slip\n");
        assertThat(loading.load(file, mapping, corrections, "2025").kind()).isEqualTo(RunOutcome.Kind.DONE);
        assertThat(loading.table("core/capacity").select("capacity_gw").collectAsList())
                .hasToString("[[9.5]]");
    }

    @Test
    void anEditionIsNotReplacedSilently() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), CapacityRows.text(30));
        loading.load(file, "2025");
        Files.writeString(file, CapacityRows.text(29));

        assertThatThrownBy(() -> loading.load(file, "2025"))
                .isInstanceOf(InputRejectedException.class)
                .hasMessageContaining("--replace");
    }

    @Test
    void aQuarantinedRecordIsReplayedAfterItsCorrection() throws IOException {
        Path datasets = dataset(CapacityRows.text(40).replace("\nAUT,2007,gas,7.5,", "\nAUT,2007,gas,\"7,5\","));

        loading.jobs(datasets).load(List.of());
        assertThat(loading.receipt().quarantined()).as("quarantined").isEqualTo(1);
        assertThat(loading.table("ops/quarantine").count()).isEqualTo(1);

        corrections(datasets, "fleet,region=AUT;year=2007,capacity_gw,replace,\"7,5\",7.5,a decimal comma");
        loading.jobs(datasets).load(List.of());
        assertThat(loading.receipt().quarantined())
                .as("quarantined after the correction")
                .isZero();
        assertThat(loading.receipt().accepted()).isEqualTo(40);
        assertThat(loading.table("ops/quarantine").count()).isZero();
        assertThat(loading.notes()).as("every correction met a record").isEmpty();
    }

    @Test
    void aCorrectionThatMatchesNothingIsTold() throws IOException {
        Path datasets = dataset(CapacityRows.text(40));
        corrections(datasets, "fleet,region=AUT;year=1907,capacity_gw,replace,7.5,8.5,a slip");

        assertThat(loading.jobs(datasets).load(List.of()).kind()).isEqualTo(RunOutcome.Kind.DONE);
        assertThat(loading.notes())
                .singleElement()
                .asString()
                .contains("line 2 of corrections.csv (a slip) matches no record of fleet.csv");
    }

    @Test
    void aCorrectionFailsOnceThePublisherHasChangedTheValue() throws IOException {
        Path datasets = dataset(CapacityRows.text(40));
        corrections(datasets, "fleet,region=AUT;year=2007,capacity_gw,replace,99.5,8.5,a slip");

        RunOutcome outcome = loading.jobs(datasets).load(List.of());
        assertThat(outcome.kind()).isEqualTo(RunOutcome.Kind.INPUT_REJECTED);
        assertThat(outcome.rejections().get(0).faults().get(0))
                .contains("capacity_gw is '7.5'", "expects '99.5'", "remove the correction or write what it expects");
        assertThat(loading.ledger().slices())
                .as("a rejected file changes nothing")
                .isEmpty();
    }

    private Path dataset(String text) throws IOException {
        Path datasets = folder.resolve("datasets");
        Files.createDirectories(datasets.resolve("demo"));
        Files.writeString(datasets.resolve("demo/datapackage.json"), PACKAGE);
        Files.writeString(datasets.resolve("demo/fleet.csv"), text);
        return datasets;
    }

    private static void corrections(Path datasets, String line) throws IOException {
        Files.writeString(
                datasets.resolve("demo/corrections.csv"),
                "resource,match,column,action,expect,value,reason\n" + line + "\n");
    }

    /** A small file in the columns of core/capacity. */
    private static final class CapacityRows {

        static String text(int rows) {
            StringBuilder text = new StringBuilder(
                    "region,year,technology,capacity_gw,basis,source,edition,retrieved,grade,maturity\n");
            for (int i = 0; i < rows; i++) {
                text.append("AUT,")
                        .append(2000 + i)
                        .append(",gas,")
                        .append(i)
                        .append(".5,year_end_installed,Test agency,2025,2026-01-01,primary,\n");
            }
            return text.toString();
        }
    }
}
