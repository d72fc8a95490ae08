package org.electrongap.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes of a file does not depend on whether it is read as a whole or in parts, wherever these end. */
class FilePartsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final String MAPPING = """
            {"name": "fleet", "table": "core/capacity", "source": "Agency", "separator": ";", "encoding": "ENCODING",
             "columns": {
               "region": {"from": "País", "as": "country"},
               "year": "Año",
               "technology": {"value": "wind"},
               "capacity_gw": {"from": "Größe", "as": "number", "unit": "MW"},
               "basis": {"value": "year_end_installed"}},
             "ignore": ["Nota"]}
            """;

    @TempDir
    private Path folder;

    private final Storage storage = Storages.of(Configuration::new);

    @Test
    void aShortRowAtTheEndOfAPartIsQuarantinedLikeAnyOther() throws IOException {
        List<String> rows = CapacityCsv.rows(80);
        rows.set(41, "AUT,1990,total");
        Path file = Files.writeString(folder.resolve("capacity.csv"), CapacityCsv.text(rows));

        for (int bytes = 60; bytes < 130; bytes += 5) {
            Understood inParts = assertSame(file, Optional.empty(), bytes);
            assertThat(inParts.counts().quarantinedByRule())
                    .as("parts of " + bytes + " bytes")
                    .hasToString("{field_count=1}");
            assertThat(inParts.faults()).isEmpty();
        }
    }

    @Test
    void aRowThatTheEndOfTheFileCutsIsTold() throws IOException {
        List<String> rows = CapacityCsv.rows(80);
        rows.add("AUT,2040,total");
        Path file = Files.writeString(folder.resolve("capacity.csv"), CapacityCsv.text(rows));

        assertThat(assertSame(file, Optional.empty(), 100).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.rule()).isEqualTo("truncated"));
    }

    @Test
    void aHeaderBelowATitleIsFoundWhateverItsLettersAndTheRowBelowIt() throws IOException {
        for (String encoding : List.of("UTF-8", "windows-1252")) {
            List<String> lines = new ArrayList<>(List.of("Fleet, towers above 12\"", "País;Año;Größe;Nota"));
            lines.add("Austria;1949;1;with a field too many;");
            for (int year = 1950; year < 2020; year++) {
                lines.add("Austria;" + year + ";" + year + ",5;" + (year % 7 == 0 ? "12\" main" : "\"a\nb; c\""));
            }
            Path file = Files.write(
                    folder.resolve("fleet.csv"),
                    (String.join("\n", lines) + "\n").getBytes(java.nio.charset.Charset.forName(encoding)));
            Path mapping = Files.writeString(
                    folder.resolve("fleet.json"),
                    MAPPING.replace("ENCODING", encoding).replace("\"columns\"", "\"decimal\": \",\", \"columns\""));

            Understood inParts = assertSame(file, Optional.of(mapping.toString()), 100);
            assertThat(inParts.faults()).as(encoding).isEmpty();
            assertThat(inParts.counts().text())
                    .isEqualTo(
                            "read 71 = accepted 70 + quarantined 1 {field_count=1} + exact duplicates 0 + set aside 0");
        }
    }

    @Test
    void aQuoteThatIsNeverClosedIsTold() throws IOException {
        List<String> rows = CapacityCsv.rows(80);
        rows.set(3, rows.get(3).replace("Test agency", "\"Test agency"));
        Path file = Files.writeString(folder.resolve("capacity.csv"), CapacityCsv.text(rows));

        assertThat(assertSame(file, Optional.empty(), 100).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.rule()).isEqualTo("truncated"));
    }

    @Test
    void aTextOfTwoBytesACharacterIsReadAsAWhole() throws IOException {
        Path file = Files.write(
                folder.resolve("fleet.csv"),
                "País;Año;Größe;Nota\nAustria;2024;1;\n".getBytes(StandardCharsets.UTF_16));
        Path mapping = Files.writeString(folder.resolve("fleet.json"), MAPPING.replace("ENCODING", "UTF-16"));
        Resource resource = resource(file, Optional.of(mapping.toString()));

        assertThat(ReadingWay.of(resource, SourceFiles.named(file.toString(), resource, storage), storage, 1))
                .isEqualTo(ReadingWay.WHOLE);
    }

    private Understood assertSame(Path file, Optional<String> mapping, long partBytes) throws IOException {
        Resource resource = resource(file, mapping);
        SourceFile source = SourceFiles.named(file.toString(), resource, storage);
        Understood whole = Understood.of(
                SmallFile.sort(resource, source, storage, TODAY),
                RecordLayout.of(TableName.core("capacity")),
                source.fileName());
        Understood inParts = new LargeFileCheck(resource, source, storage, TODAY, partBytes, 1_000).read();
        if (whole.faults().isEmpty()) {
            assertThat(inParts.counts()).isEqualTo(whole.counts());
            assertThat(inParts.quarantined()).containsExactlyInAnyOrderElementsOf(whole.quarantined());
        }
        assertThat(inParts.faults()).hasSameSizeAs(whole.faults());
        return inParts;
    }

    private Resource resource(Path file, Optional<String> mapping) throws IOException {
        Optional<String> none = Optional.empty();
        return new InputFile(file.toString(), none, none, mapping, none, mapping.map(given -> "2024-05"))
                .resource(List.of(), storage, TODAY);
    }
}
