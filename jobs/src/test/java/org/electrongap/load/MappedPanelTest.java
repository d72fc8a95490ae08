package org.electrongap.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.electrongap.load.format.MappingDraft;
import org.electrongap.load.record.QuarantinedRecord;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Sorting.Sorted;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Panels of countries that are published in wide form, read by mappings. */
class MappedPanelTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final String YEARS = """
            {"name": "panel", "table": "core/capacity",
             "unpivot": {"columns": ["2022", "2023"], "name": "Year", "value": "Figure"},
             "columns": {
               "region": {"from": "Country", "as": "country"},
               "year": "Year",
               "technology": {"value": "wind"},
               "capacity_gw": {"from": "Figure", "as": "number", "unit": "MW"},
               "basis": {"value": "net_summer"}}}
            """;

    @TempDir
    private Path folder;

    private final Storage storage = Storages.of(Configuration::new);

    @Test
    void yearsThatAreColumnsBecomeRowsAndBlankCellsAreSetAside() throws IOException {
        Sorted sorted = sort("Country,2022,2023\nAustria,\"3,500\",3900\nGermany,66000,\n", YEARS);

        assertThat(sorted.counts().text())
                .isEqualTo("read 4 = accepted 3 + quarantined 0 + exact duplicates 0 + set aside 1 {blank=1}");
        assertThat(rows(sorted)).isEqualTo("AUT 2022 wind 3.5 | AUT 2023 wind 3.9 | DEU 2022 wind 66.0");
    }

    @Test
    void namesOfColumnsMaySayTechnologyAndYear() throws IOException {
        String mapping = YEARS.replace(
                        "\"columns\": [\"2022\", \"2023\"], \"name\": \"Year\"",
                        "\"matches\": \"(?<Fuel>[a-z]+) (?<Year>[0-9]{4})\"")
                .replace(
                        "{\"value\": \"wind\"}",
                        "{\"from\": \"Fuel\", \"values\": {\"sun\": \"solar\", \"wind\": \"wind\"}}");
        Sorted sorted = sort("Country,Sun 2022,Wind 2022,Sun 2023\nAustria,1000,3500,2000\n", mapping);

        assertThat(rows(sorted)).isEqualTo("AUT 2022 solar 1.0 | AUT 2022 wind 3.5 | AUT 2023 solar 2.0");
    }

    @Test
    void aDecimalCommaIsReadAndAFigureThatCouldBeEitherIsQuarantined() throws IOException {
        String mapping = YEARS.replace("\"unpivot\"", "\"decimal\": \",\", \"separator\": \"tab\", \"unpivot\"");
        StringBuilder text = new StringBuilder("Country\t2022\t2023\nAustria\t1.234,5\t1.5\n");
        List.of("Germany", "France", "Spain", "Italy", "Poland", "Norway", "Sweden", "Finland", "Denmark", "Greece")
                .forEach(country -> text.append(country).append("\t7\t0,5\n"));
        Sorted sorted = sort(text.toString(), mapping);

        assertThat(rows(sorted)).startsWith("AUT 2022 wind 1.2345 | DEU 2022 wind 0.007 | DEU 2023 wind 5.0E-4");
        assertThat(sorted.quarantined())
                .singleElement()
                .satisfies(
                        record -> assertThat(record.reason()).contains("'1.5' is not a number with a decimal comma"));
    }

    @Test
    void aValueForEveryRowIsTakenAsItStandsWhateverTheFilesFiguresAreWrittenIn() throws IOException {
        String mapping = YEARS.replace("\"unpivot\"", "\"decimal\": \",\", \"separator\": \";\", \"unpivot\"");
        for (String value : List.of("0.5", "1.234")) {
            Sorted sorted = sort(
                    "Country;2022;2023\nAustria;7;8\n",
                    mapping.replace(
                            "{\"from\": \"Figure\", \"as\": \"number\", \"unit\": \"MW\"}",
                            "{\"value\": " + value + "}"));

            assertThat(rows(sorted)).contains("AUT 2022 wind " + value + " | AUT 2023 wind " + value);
        }
    }

    @Test
    void aValueForEveryRowThatTheColumnCannotHoldIsAFaultOfTheMapping() {
        for (String value : List.of("\"1,5\"", "-3", "1.5, \"unit\": {\"from\": \"Unit\"}", "1.5, \"unit\": \"MW\"")) {
            String mapping =
                    YEARS.replace("\"from\": \"Figure\", \"as\": \"number\", \"unit\": \"MW\"", "\"value\": " + value);
            assertThatThrownBy(() -> sort("Country,2022,2023\nAustria,7,8\n", mapping))
                    .as(value)
                    .isInstanceOf(InputRejected.class)
                    .hasMessageContaining("column \"capacity_gw\"")
                    .hasMessageContaining("in GW");
        }
    }

    @Test
    void eachRowsFiguresAreConvertedFromItsOwnUnit() throws IOException {
        String mapping =
                YEARS.replace("\"unit\": \"MW\"", "\"unit\": {\"from\": \"Unit\", \"values\": {\"megawatt\": \"MW\"}}");
        StringBuilder text = new StringBuilder("Country,Unit,2022,2023\nAustria,Megawatt,3500,3900 Megawatt\n");
        List.of("Germany", "France", "Spain", "Italy", "Poland", "Norway", "Sweden", "Finland", "Denmark", "Greece")
                .forEach(country -> text.append(country).append(",GW,7,8\n"));
        Sorted sorted = sort(text + "Ireland,barrels,7,\n", mapping);

        assertThat(rows(sorted)).startsWith("AUT 2022 wind 3.5 | AUT 2023 wind 3.9 | DEU 2022 wind 7.0");
        assertThat(sorted.quarantined()).extracting(QuarantinedRecord::rule).containsExactly("unknown_unit");
    }

    @Test
    void onlyRowsThatAreMeantAreRead() throws IOException {
        String mapping = YEARS.replace(
                "\"unpivot\"",
                "\"set_aside\": [{\"column\": \"Measure\", \"unless\": \"capacity\", \"rule\": \"other_measure\"}],"
                        + " \"unpivot\"");
        Sorted sorted = sort("Country,Measure,2022,2023\nAustria,Capacity,3500,3900\nAustria,Trade,1,2\n", mapping);

        assertThat(sorted.counts().setAsideByRule()).hasToString("{other_measure=2}");
        assertThat(sorted.accepted()).hasSize(2);
    }

    @Test
    void anUnpivotThatTurnsNothingOrHidesAColumnIsAFault() throws IOException {
        String mapping = YEARS.replace(
                        "\"columns\": [\"2022\", \"2023\"], \"name\": \"Year\"", "\"matches\": \"FY(?<Year>[0-9]{4})\"")
                .replace("\"columns\": {", "\"ignore\": [\"*\"], \"columns\": {");
        Sorted sorted = sort("Country,Figure,2022\nAustria,3500,1\n", mapping);

        assertThat(sorted.faults())
                .extracting(fault -> fault.what())
                .contains("no column's name matches FY(?<Year>[0-9]{4})", "the file itself has columns [Figure]");
    }

    @Test
    void whatADraftLeftOpenIsAFault() {
        assertThatThrownBy(() -> sort("Country,2022,2023\n", YEARS.replace("net_summer", "?")))
                .isInstanceOf(InputRejected.class)
                .hasMessageContaining("column \"basis\": a \"?\" is left");
        assertThatThrownBy(() -> sort("Country,2022,2023\n", YEARS.replace("\"name\": \"Year\", ", "")))
                .isInstanceOf(InputRejected.class)
                .hasMessageContaining("it needs \"name\", or groups");
    }

    @Test
    void theDraftOfAPanelTellsItsTableAndItsSeparator() {
        List<String> draft = MappingDraft.of(() -> new java.io.ByteArrayInputStream(
                "Area\tYear\tFuel\tCapacity (MW)\tValue\nAUT\t2023\tWind\tx\t5\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(String.join("\n", draft))
                .contains("\"table\" : \"core/capacity\"", "\"separator\" : \"tab\"")
                .contains("\"year\" : \"Year\"", "\"from\" : \"Value\"", "\"wind\" : \"?\"");
    }

    private static String rows(Sorted sorted) {
        RecordLayout layout = RecordLayout.of(TableName.core("capacity"));
        return sorted.accepted().stream()
                .map(record -> List.of("region", "year", "technology", "capacity_gw").stream()
                        .map(column -> String.valueOf(record.values()[layout.index(column)]))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" | "));
    }

    private Sorted sort(String text, String mapping) throws IOException {
        Path file = Files.writeString(folder.resolve("panel.csv"), text);
        Path map = Files.writeString(folder.resolve("panel.json"), mapping);
        Optional<String> none = Optional.empty();
        Resource resource = new InputFile(
                        file.toString(), none, none, Optional.of(map.toString()), none, Optional.of("2024-05"))
                .resource(List.of(), storage, TODAY);
        return SmallFile.sort(resource, SourceFiles.named(file.toString(), resource, storage), storage, TODAY);
    }
}
