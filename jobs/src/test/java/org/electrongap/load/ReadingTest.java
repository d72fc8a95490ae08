package org.electrongap.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.electrongap.SharedSpark;
import org.electrongap.load.record.Fault;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {

    private static final String PACKAGE = """
            {"name": "test", "resources": [{"name": "capacity", "path": "capacity.csv", "table": "core/capacity",
             "publisher": "Test agency", "format": "csv", "editions": {"column": "edition"}}]}
            """;

    @TempDir
    private Path folder;

    private final Storage storage = Storages.of(Configuration::new);

    @Test
    void acceptedRowsFulfilTheContractAndQuarantinedOnesKeepTheirText() throws IOException {
        List<String> rows = CapacityCsv.rows(40);
        rows.set(6, rows.get(6).replace(",7.5,", ",many,"));
        LoadedFile loaded = (LoadedFile) read(CapacityCsv.text(rows));

        assertThat(loaded.accepted().schema())
                .isEqualTo(Contract.of(TableName.core("capacity")).schema());
        Row first = loaded.accepted().orderBy("year").first();
        assertThat(first.getDate(first.fieldIndex("published")).toString())
                .as("published")
                .isEqualTo("2025-03-31");
        assertThat(first.<String>getAs("slice")).as("slice").isEqualTo("test/capacity");
        assertThat(first.<Long>getAs("source_line")).as("line").isEqualTo(2L);
        Row quarantined = loaded.quarantined().first();
        assertThat(quarantined.<String>getAs("raw")).as("raw text").contains(",many,");
        assertThat(loaded.published()).as("days").containsExactly(LocalDate.of(2025, 3, 31));
    }

    @Test
    void aRejectedFileTellsWhereWhatWhyAndWhatNext() throws IOException {
        FileRejected rejected =
                (FileRejected) read(CapacityCsv.text(CapacityCsv.rows(3)).replace("capacity_gw", "mw"));

        assertThat(rejected.message())
                .contains("test/capacity, capacity.csv: rejected, 2 faults")
                .contains("line 1: column 'capacity_gw' is missing; the contract core/capacity asks for it");
    }

    @Test
    void allFaultsOfADataPackageAreToldTogether() throws IOException {
        Files.writeString(
                folder.resolve("datapackage.json"),
                "{\"name\": \"test\", \"resources\": [{\"name\": \"x\", \"path\": \"../secret.csv\", \"table\": \"core/nothing\"}]}");

        assertThatThrownBy(() -> DataPackage.read(storage, folder.toString()))
                .isInstanceOf(InputRejected.class)
                .hasMessageContaining("leads out of the data set's folder")
                .hasMessageContaining("'core/nothing' is no core table")
                .hasMessageContaining("\"publisher\": it is missing")
                .hasMessageContaining("\"editions\": it is missing");
    }

    @Test
    void aCorrectionReplacesAValueUntilThePublisherHasFixedIt() throws IOException {
        Files.writeString(
                folder.resolve("corrections.csv"),
                "resource,match,column,action,expect,value,reason\n"
                        + "capacity,region=AUT;year=1956,capacity_gw,replace,many,7.5,misprint\n"
                        + "capacity,region=AUT;year=1957,capacity_gw,drop,8.5,,closed in that year\n");
        List<String> rows = CapacityCsv.rows(40);
        rows.set(6, rows.get(6).replace(",7.5,", ",many,"));
        LoadedFile loaded = (LoadedFile) read(CapacityCsv.text(rows));
        FileRejected fixed = (FileRejected) read(CapacityCsv.text(CapacityCsv.rows(40)));

        assertThat(loaded.counts().text())
                .as("a record that would be quarantined is read again with its correction")
                .isEqualTo("read 40 = accepted 39 + quarantined 0 + exact duplicates 0 + set aside 1"
                        + " {dropped_by_correction=1}");
        assertThat(fixed.message()).contains("capacity_gw is '7.5'").contains("expects 'many'");
    }

    @Test
    void aFileReadInPartsGivesTheSameRowsAsOneReadAsAWhole() throws IOException {
        List<String> rows = new java.util.ArrayList<>();
        for (int i = 0; i < 400; i++) {
            rows.add("AUT," + (1950 + i % 100) + ",total,1.5,basis " + i / 100
                    + ",\"Test\nagency\",2025-03,2025-06-29,primary,");
        }
        rows.add(rows.get(17));
        rows.add(rows.get(18).replace(",1.5,", ",1.6,"));
        rows.add(rows.get(19).replace(",1.5,", ",many,").replace("1950", "1951"));
        Outcome whole = read(CapacityCsv.text(rows));
        Resource resource = whole.resource();
        Instant now = Instant.parse("2026-11-22T16:00:00Z");
        Outcome inParts =
                new Reading(SharedSpark.session(), storage, "run-1", now, 0, 2_000).read(resource, whole.file());

        LoadedFile expected = (LoadedFile) whole;
        LoadedFile actual = (LoadedFile) inParts;
        assertThat(actual.counts()).as("counts").isEqualTo(expected.counts());
        assertThat(actual.published()).as("days").isEqualTo(expected.published());
        assertThat(actual.accepted().collectAsList())
                .as("accepted rows")
                .containsExactlyInAnyOrderElementsOf(expected.accepted().collectAsList());
        assertThat(actual.quarantined().drop("ordinal").collectAsList())
                .as("quarantined rows")
                .containsExactlyInAnyOrderElementsOf(
                        expected.quarantined().drop("ordinal").collectAsList());
        assertThat(expected.counts().text())
                .isEqualTo("read 403 = accepted 399 + quarantined 3 {conflicting_key=2, not_a_number=1}"
                        + " + exact duplicates 1 + set aside 0");
    }

    @Test
    void marksOfAPublisherAreToldOfAFileReadAsAWholeAndOfOneReadInParts() throws IOException {
        Files.writeString(
                folder.resolve("datapackage.json"),
                "{\"name\": \"test\", \"resources\": [{\"name\": \"hours\", \"path\": \"PJM.csv\", \"table\": \"core/demand\","
                        + " \"publisher\": \"EIA\", \"format\": \"eia-930\", \"editions\": {\"given\": \"2020-10\"}}]}");
        Files.write(
                folder.resolve("PJM.csv"),
                getClass().getResourceAsStream("/load/eia-930.csv").readAllBytes());
        Resource hours =
                DataPackage.read(storage, folder.toString()).resources().get(0);
        SourceFile file = SourceFiles.of(hours, storage).get(0);
        Instant now = Instant.parse("2026-11-22T16:00:00Z");
        String told = "PJM.csv marks records that are loaded: anomalous_imputed 1, missing_imputed 1.";

        LoadedFile whole = (LoadedFile) new Reading(SharedSpark.session(), storage, "run-1", now).read(hours, file);
        LoadedFile inParts =
                (LoadedFile) new Reading(SharedSpark.session(), storage, "run-1", now, 0, 60).read(hours, file);

        assertThat(whole.notes()).containsExactly(told);
        assertThat(inParts.notes()).containsExactly(told);
    }

    @Test
    void aWrongHeaderRejectsALargeFileBeforeItsPartsAreRead() throws IOException {
        String text = CapacityCsv.text(CapacityCsv.rows(90)).replace("capacity_gw", "mw");
        Outcome whole = read(text);
        FileRejected inParts = (FileRejected)
                new Reading(SharedSpark.session(), storage, "run-1", Instant.parse("2026-11-22T16:00:00Z"), 0, 2_000)
                        .read(whole.resource(), whole.file());

        assertThat(inParts.counts().read()).as("records read").isZero();
        assertThat(inParts.faults())
                .extracting(Fault::what)
                .containsExactly("column 'capacity_gw' is missing", "column 'mw' is unknown");
    }

    private Outcome read(String text) throws IOException {
        Files.writeString(folder.resolve("datapackage.json"), PACKAGE);
        Files.writeString(folder.resolve("capacity.csv"), text);
        Resource resource =
                DataPackage.read(storage, folder.toString()).resources().get(0);
        SourceFile file = SourceFiles.of(resource, storage).get(0);
        return new Reading(SharedSpark.session(), storage, "run-1", Instant.parse("2026-11-22T16:00:00Z"))
                .read(resource, file);
    }
}
