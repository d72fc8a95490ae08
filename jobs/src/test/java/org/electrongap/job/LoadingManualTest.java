package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What LOADING.md prints is what the program prints: its files are taken from its text, checked and loaded. */
class LoadingManualTest {

    private static final Path MANUAL = Path.of("LOADING.md");

    @TempDir
    private Path folder;

    private FileLoading loading;
    private Path register;
    private Path mapping;

    @BeforeEach
    void theFilesOfTheManual() throws IOException {
        loading = new FileLoading(folder);
        register = written("register.csv", block("publishes this `register.csv`"));
        mapping = written("hill-county.json", block("The finished `hill-county.json`"));
    }

    @Test
    void theRegisterIsUnderstoodAndLoadedAsTheManualSays() throws IOException {
        RunOutcome check = loading.check(register, mapping, "2026-11");

        assertThat(check.kind()).isEqualTo(RunOutcome.Kind.DONE);
        assertPrints(check, block("3. **Try.**"));
        assertThat(loading.load(register, mapping, "2026-11").kind()).isEqualTo(RunOutcome.Kind.DONE);
        assertThat(loading.table("core/datacenter_projects").count()).isEqualTo(6);
    }

    @Test
    void theRegistersCorrectionsDoWhatTheManualSays() throws IOException {
        Path corrections = written("mine.csv", block("## Corrections"));

        assertPrints(
                loading.check(register, mapping, corrections, "2026-11"), block("With these, step 3 above prints"));
        loading.load(register, mapping, corrections, "2026-11");
        assertThat(loading.table("core/datacenter_projects")
                        .where("name = 'Quarry Park'")
                        .select("stage")
                        .collectAsList())
                .hasToString("[[announced]]");
    }

    @Test
    void theRegisterIsKeptAsAResourceOfADataPackage() throws IOException {
        Path dataset = Files.createDirectories(folder.resolve("datasets/hill-county"));
        Files.copy(register, dataset.resolve("register-2026-11.csv"));
        Files.copy(mapping, dataset.resolve("hill-county.json"));
        Files.writeString(dataset.resolve("datapackage.json"), block("5. **Keep.**"));

        loading.jobs(folder.resolve("datasets")).load(List.of("hill-county"));
        assertThat(loading.receipt().slice()).isEqualTo("hill-county/register/2026-11");
        assertThat(loading.receipt().accepted()).isEqualTo(6);

        Files.writeString(dataset.resolve("corrections.csv"), block("## Corrections"));
        loading.jobs(folder.resolve("datasets")).load(List.of("hill-county"));
        assertThat(loading.receipt().accepted()).as("with its corrections").isEqualTo(5);
    }

    @Test
    void thePanelIsUnderstoodAndLoadedAsTheManualSays() throws IOException {
        Path panel = written("fleet.csv", block("publishes this `fleet.csv`"));
        Path map = written("fleet.json", block("The finished `fleet.json`"));

        assertPrints(loading.check(panel, map, "2024-05"), block("--mapping fleet.json --edition 2024-05 --check"));
        loading.load(panel, map, "2024-05");
        assertThat(loading.table("core/capacity")
                        .where("region = 'DEU'")
                        .orderBy("technology", "year")
                        .select("year", "technology", "capacity_gw")
                        .collectAsList())
                .hasToString("[[2022,solar,67.5], [2022,wind,66.163], [2023,wind,69.4755]]");
    }

    @Test
    void aPanelOfCountriesAndYearsGetsADraftForOne() throws IOException {
        Path panel = written("fleet.csv", block("publishes this `fleet.csv`"));

        RunOutcome draft = loading.check(panel, "2024-05");
        assertThat(draft.kind()).isEqualTo(RunOutcome.Kind.INPUT_REJECTED);
        assertThat(String.join("\n", draft.lines()))
                .contains("for a panel of countries")
                .contains("\"separator\" : \";\"", "\"decimal\" : \",\"")
                .contains("\"matches\" : \"(?<Year>[0-9]{4})\"", "\"from\" : \"country\"");
    }

    private static void assertPrints(RunOutcome outcome, String printed) {
        List<String> lines =
                outcome.lines().stream().map(LoadingManualTest::plain).toList();
        assertThat(printed.lines().map(LoadingManualTest::plain).toList())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(lines).contains(line));
    }

    private static String plain(String line) {
        return line.strip().replaceAll(" +", " ");
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** The first indented block below a line of the manual that holds the text. */
    private static String block(String text) throws IOException {
        List<String> lines = Files.readAllLines(MANUAL);
        int at = 0;
        while (!lines.get(at).contains(text)) {
            at++;
        }
        while (!lines.get(at).startsWith("    ") || !lines.get(at - 1).isBlank()) {
            at++;
        }
        int indent = lines.get(at).length() - lines.get(at).stripLeading().length();
        String margin = " ".repeat(indent);
        List<String> block = new ArrayList<>();
        for (; at < lines.size() && lines.get(at).startsWith(margin); at++) {
            block.add(lines.get(at).substring(indent));
        }
        return String.join("\n", block) + "\n";
    }
}
