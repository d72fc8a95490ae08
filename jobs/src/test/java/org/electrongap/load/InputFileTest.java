package org.electrongap.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.electrongap.load.format.MappingDraft;
import org.electrongap.load.record.QuarantinedRecord;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Sorting.Sorted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user points at a file that no data set declares. */
class InputFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final String MAPPING = """
            {"name": "hill-county", "table": "core/datacenter_projects",
             "columns": {
               "record_id": {"from": ["Case", "Phase"], "join": "-"},
               "name": "Project",
               "record_kind": {"value": "load"},
               "country": {"from": "Land", "as": "country"},
               "subdivisions": {"from": "State", "as": "state"},
               "stage": {"from": "Remarks", "values": {"approved": "permitted", "built": "energised"}, "otherwise": "unknown"},
               "stage_reported": "Remarks",
               "power_kind": {"value": "facility"},
               "power_mw": {"from": "Load", "unit": "GW"},
               "cost_usd": {"from": "Cost", "unit": "million USD"},
               "expected": {"from": "Opening", "as": "date"}},
             "set_aside": [{"column": "Project", "matches": "zoning ordinance.*", "rule": "not_a_project"}],
             "ignore": ["Notes"], "blank": ["TBD", "n/a"]}
            """;

    private static final String REGISTER = """
            Case,Phase,Project,Land,State,Remarks,Load,Cost,Opening,Notes
            C1,1,North Campus,United States,Virginia,approved,0.3,1200,Mid 2027,x
            C1,2,North Campus II,USA,VA,on hold,TBD,n/a,2026-3,x
            C2,,Zoning ordinance 12,US,VA,,,,,x
            """;

    @TempDir
    private Path folder;

    private final Storage storage = Storages.of(Configuration::new);

    @Test
    void aRegisterIsLoadedWithAMapping() throws IOException {
        Sorted sorted = sort(register(REGISTER, MAPPING, "2026-11"));
        RecordLayout layout = RecordLayout.of(org.electrongap.table.TableName.core("datacenter_projects"));
        Object[] first = sorted.accepted().get(0).values();
        Object[] second = sorted.accepted().get(1).values();

        assertThat(sorted.faults()).as("faults").isEmpty();
        assertThat(sorted.counts().setAsideByRule()).as("set aside").isEqualTo(Map.of("not_a_project", 1L));
        assertThat(first[layout.index("record_id")]).isEqualTo("C1-1");
        assertThat(first[layout.index("power_mw")]).as("GW become MW").isEqualTo(300.0);
        assertThat(first[layout.index("cost_usd")]).as("million USD become USD").isEqualTo(1.2e9);
        assertThat(first[layout.index("expected")]).as("mid 2027").isEqualTo("2027-05/2027-08");
        assertThat(first[layout.index("stage")]).isEqualTo("permitted");
        assertThat(second[layout.index("expected")]).as("2026-3").isEqualTo("2026-03");
        assertThat(second[layout.index("power_mw")])
                .as("a power that is not known")
                .isNull();
        assertThat(second[layout.index("stage")])
                .as("a word that the mapping does not know")
                .isEqualTo("unknown");
    }

    @Test
    void oneIdOfTwoProjectsQuarantinesBoth() throws IOException {
        StringBuilder register = new StringBuilder(REGISTER);
        for (int i = 0; i < 60; i++) {
            register.append("D").append(i).append(",1,Campus ").append(i).append(",US,VA,built,0.1,,2024,x\n");
        }
        register.append("C1,1,Another Campus,US,VA,built,0.1,,2024,x\n");

        assertThat(sort(register(register.toString(), MAPPING, "2026-11"))
                        .counts()
                        .quarantinedByRule())
                .isEqualTo(Map.of("conflicting_key", 2L));
    }

    @Test
    void allFaultsOfAMappingAreTold() {
        String wrong = MAPPING.replace("\"GW\"", "\"barrels\"")
                .replace("\"permitted\"", "\"allowed\"")
                .replace("\"name\": \"Project\",", "");

        assertThatThrownBy(() -> register(REGISTER, wrong, "2026-11"))
                .isInstanceOf(InputRejected.class)
                .hasMessageContaining("'barrels' cannot be converted to MW")
                .hasMessageContaining("the table does not know [allowed]")
                .hasMessageContaining("'name' is not mapped");
    }

    @Test
    void numbersMayHaveSeparatorsAndTheDeclaredUnitBehindThemButNoOther() throws IOException {
        String mapping =
                MAPPING.replace("{\"from\": \"Load\", \"unit\": \"GW\"}", "{\"from\": \"Load\", \"as\": \"number\"}");
        StringBuilder register =
                new StringBuilder(REGISTER.replace(",0.3,", ",\"1,200 MW\",").replace(",TBD,", ",1.2 GW,"));
        for (int i = 0; i < 60; i++) {
            register.append("D").append(i).append(",1,Campus ").append(i).append(",US,VA,built,45mw,,2024,x\n");
        }
        Sorted sorted = sort(register(register.toString(), mapping, "2026-11"));
        int power = RecordLayout.of(org.electrongap.table.TableName.core("datacenter_projects"))
                .index("power_mw");

        assertThat(sorted.accepted().get(0).values()[power]).isEqualTo(1200.0);
        assertThat(sorted.accepted().get(1).values()[power]).isEqualTo(45.0);
        assertThat(sorted.quarantined())
                .as("GW where MW is declared")
                .extracting(QuarantinedRecord::rule)
                .containsExactly("not_a_number");
    }

    @Test
    void aMisspeltPropertyOfAMappingIsAFault() {
        assertThatThrownBy(() -> register(REGISTER, MAPPING.replace("\"otherwise\"", "\"else\""), "2026-11"))
                .isInstanceOf(InputRejected.class)
                .hasMessageContaining("the properties [else] are unknown");
    }

    @Test
    void aMappingMayHoldComments() throws IOException {
        String commented = MAPPING.replace("\"columns\": {", "// what is what\n\"columns\": {");

        assertThat(sort(register(REGISTER, commented, "2026-11")).accepted()).hasSize(2);
    }

    @Test
    void anUnknownFileGetsAMappingToBeginWith() throws IOException {
        List<String> draft = MappingDraft.of(() -> new java.io.ByteArrayInputStream(
                "Case Number,Project,State,Status,MW\n1,A,VA,Proposed,300\n2,B,VA,Built,\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(String.join("\n", draft))
                .contains("MW", "filled in 1 of 2 rows, such as 300")
                .contains("\"record_id\" : \"Case Number\"")
                .contains("\"proposed\" : \"?\"", "\"built\" : \"?\"")
                .contains("\"country\" : \"?\"");
    }

    @Test
    void aColumnThatIsNeitherMappedNorIgnoredIsAFault() throws IOException {
        Sorted sorted = sort(register(REGISTER.replace("Notes", "Megawatts"), MAPPING, "2026-11"));

        assertThat(sorted.faults()).extracting(fault -> fault.what()).containsExactly("column 'Megawatts' is unknown");
        assertThat(sorted.faults().get(0).next()).as("what to do").contains("\"ignore\"");
    }

    @Test
    void checkTellsHowEachColumnIsUnderstoodAndWhatWouldBeRejected() throws IOException {
        Resource resource = register(REGISTER, MAPPING, "2026-11");
        Path file = folder.resolve("register.csv");
        SourceFile source = SourceFiles.named(file.toString(), resource, storage);
        Check check = Check.of(resource, source, storage, TODAY);

        assertThat(check.sound()).as("sound").isTrue();
        assertThat(String.join("\n", check.lines()))
                .contains("power_mw is Load, read as text, times 10^3")
                .contains("read 3 = accepted 2 + quarantined 0 + exact duplicates 0 + set aside 1 {not_a_project=1}")
                .contains("300.0 to 300.0");
    }

    @Test
    void aFileWithoutAnEditionIsRefused() {
        assertThatThrownBy(() -> register(REGISTER, MAPPING, ""))
                .isInstanceOf(InputRejected.class)
                .hasMessageContaining("--edition 2025-03");
    }

    @Test
    void aPublishersFileIsRecognisedAndFillsItsOwnSlice() throws IOException {
        Path file = folder.resolve("PJM.csv");
        Files.write(file, getClass().getResourceAsStream("/load/eia-930.csv").readAllBytes());
        InputFile input = input(file, Optional.empty(), Optional.of("2020-10"));
        Resource resource = input.resource(List.of(), storage, TODAY);

        assertThat(resource.format()).contains("eia-930");
        assertThat(resource.slice(SourceFiles.named(file.toString(), resource, storage)))
                .isEqualTo("eia-930/eia-930/2020-10/US-PJM/2019-07-01");
    }

    @Test
    void anUnknownLayoutIsRejectedWithTheClosestTable() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "region,year,technology,capacity_mw\nUSA,2020,coal,5\n");

        assertThatThrownBy(
                        () -> input(file, Optional.empty(), Optional.of("2020")).resource(List.of(), storage, TODAY))
                .isInstanceOf(InputRejected.class)
                .hasMessageContaining("closest is the table core/capacity, which also needs [capacity_gw, ")
                .hasMessageContaining("--mapping");
    }

    @Test
    void anUnknownLayoutOfAFileWithARenamedColumnIsRejectedWithTheClosestFormat() throws IOException {
        String text;
        try (var in = getClass().getResourceAsStream("/load/epoch-data-centers.csv")) {
            text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        Path file = Files.writeString(folder.resolve("data_centers.csv"), text.replaceFirst("Handle", "Name"));

        assertThatThrownBy(
                        () -> input(file, Optional.empty(), Optional.of("2026")).resource(List.of(), storage, TODAY))
                .isInstanceOf(InputRejected.class)
                .hasMessageContaining("closest is the format epoch-data-centers: columns [Handle] are missing, columns"
                        + " [Name] are unknown")
                .hasMessageContaining("Epoch AI renamed 'Handle' to 'Name' in 2026");
    }

    @Test
    void aTableWithAColumnInAnotherUnitIsRejectedWithWhatToDo() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "region,year,technology,capacity_mw\nUSA,2020,coal,5\n");

        assertThatThrownBy(
                        () -> input(file, Optional.empty(), Optional.of("2020")).resource(List.of(), storage, TODAY))
                .hasMessageContaining("The file has 'capacity_mw', which is in another unit: convert its values");
    }

    @ParameterizedTest
    @CsvSource({
        "MW, ?",
        "IT MW, it",
        "Critical IT Load MW, it",
        "ITMW, it",
        "Facility MW, facility",
        "Current power (MW), ?",
        "Acres, unknown"
    })
    void aDraftedMappingAsksWhetherAPowerIsThatOfTheFacility(String header, String kind) {
        List<String> draft = MappingDraft.of(() ->
                new java.io.ByteArrayInputStream(("Case Number,Project,State," + header + "\n1,A,VA,300\n2,B,VA,20\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(String.join(" ", draft).replaceAll("\\s+", " "))
                .contains("\"power_kind\" : { \"value\" : \"" + kind + "\" }");
    }

    @Test
    void aLayoutLikeNoTableIsRejectedWithoutAClosestOne() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "Y1,Y2,source\n1,2,3\n");

        assertThatThrownBy(
                        () -> input(file, Optional.empty(), Optional.of("2020")).resource(List.of(), storage, TODAY))
                .isInstanceOf(InputRejected.class)
                .hasMessageContaining("no format fits its columns [Y1, Y2, source]")
                .hasMessageNotContaining("closest");
    }

    @Test
    void aFileWithoutAHeaderIsRejectedAndNotAFailure() throws IOException {
        byte[] workbook = new byte[2048];
        new java.util.SplittableRandom(1).nextBytes(workbook);
        Path file = Files.write(folder.resolve("x.xls"), workbook);

        assertThatThrownBy(
                        () -> input(file, Optional.empty(), Optional.of("2020")).resource(List.of(), storage, TODAY))
                .isInstanceOf(InputRejected.class);
    }

    private Resource register(String text, String mapping, String edition) throws IOException {
        Path file = Files.writeString(folder.resolve("register.csv"), text);
        Path map = Files.writeString(folder.resolve("mapping.json"), mapping);
        return input(file, Optional.of(map.toString()), Optional.of(edition).filter(date -> !date.isEmpty()))
                .resource(List.of(), storage, TODAY);
    }

    private static InputFile input(Path file, Optional<String> mapping, Optional<String> edition) {
        return new InputFile(file.toString(), Optional.empty(), Optional.empty(), mapping, Optional.empty(), edition);
    }

    private Sorted sort(Resource resource) throws IOException {
        SourceFile file = SourceFiles.named(folder.resolve("register.csv").toString(), resource, storage);
        return SmallFile.sort(resource, file, storage, TODAY);
    }
}
