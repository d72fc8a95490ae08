package org.electrongap.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.SharedSpark;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionsTest {

    private static final TableName CAPACITY = TableName.core("capacity");
    private static final TableName DEMAND = TableName.core("demand");

    @TempDir
    private Path folder;

    @Test
    void restatedAddedAndRemovedRecordsAreNamedWithTheirSizes() throws IOException {
        List<String> rows = CapacityCsv.rows(3);
        Dataset<Row> older = capacity(List.of(rows.get(0), rows.get(1)));
        Dataset<Row> newer = capacity(List.of(
                rows.get(1).replace(",2.5,", ",3.0,").replace("2025-03,", "2026-03,"),
                rows.get(2).replace("2025-03,", "2026-03,")));
        List<Row> revisions =
                Revisions.between(CAPACITY, older, newer).orderBy("key").collectAsList();

        assertThat(revisions)
                .extracting(row -> row.<String>getAs("change"))
                .containsExactly("removed", "restated", "added");
        Row restated = revisions.get(1);
        assertThat(restated.<String>getAs("key"))
                .isEqualTo("region=AUT; year=1951; technology=total; basis=net_summer");
        assertThat(restated.<String>getAs("edition_from")).isEqualTo("2025-03");
        assertThat(restated.<String>getAs("edition_to")).isEqualTo("2026-03");
        assertThat(restated.<Double>getAs("absolute_change")).isEqualTo(0.5);
        assertThat(restated.<Double>getAs("relative_change")).isCloseTo(0.2, within(1e-12));
        assertThat(restated.<String>getAs("unit")).isEqualTo("GW");
        assertThat(compared(CAPACITY, older, newer).orderBy("key").collectAsList())
                .as("long editions are compared by hashes first")
                .isEqualTo(revisions);
    }

    @Test
    void equalEditionsHaveNoRevision() throws IOException {
        Dataset<Row> rows = capacity(CapacityCsv.rows(3));

        assertThat(Revisions.between(CAPACITY, rows, rows).count()).isZero();
        assertThat(Revisions.withinSlice(CAPACITY, rows, rows).count()).isZero();
    }

    @Test
    void emberRestated773OfItsCommonDemandValuesBetweenTwoEditions() throws IOException {
        Dataset<Row> older = ember("2024-11-18");
        Dataset<Row> newer = ember("2025-04-16");
        Dataset<Row> revisions = Revisions.between(DEMAND, older, newer);
        Map<String, Long> counts = new TreeMap<>();
        revisions
                .groupBy("change")
                .count()
                .collectAsList()
                .forEach(row -> counts.put(row.getString(0), row.getLong(1)));

        assertThat(counts).isEqualTo(Map.of("restated", 773L, "added", 190L, "removed", 5L));
        assertThat(compared(DEMAND, older, newer).collectAsList())
                .as("found by hashes")
                .containsExactlyInAnyOrderElementsOf(revisions.collectAsList());
        Row iraq = revisions
                .where("region = 'IRQ' and key like '%period_start=2021-%'")
                .first();
        assertThat(iraq.<Double>getAs("value_from")).as("Iraq 2021").isEqualTo(91.27);
        assertThat(iraq.<Double>getAs("value_to")).as("Iraq 2021").isEqualTo(125.56);
    }

    private Dataset<Row> capacity(List<String> rows) throws IOException {
        Files.writeString(folder.resolve("capacity.csv"), CapacityCsv.text(rows));
        String resource = "{\"name\": \"c\", \"path\": \"capacity.csv\", \"table\": \"core/capacity\","
                + " \"publisher\": \"Test agency\", \"editions\": {\"column\": \"edition\"}}";
        return read(folder, resource);
    }

    private Dataset<Row> ember(String edition) throws IOException {
        Path shared = Path.of(System.getProperty("electrongap.shared", "../../shared/data"))
                .resolve("ember_api");
        Assumptions.assumeTrue(Files.isDirectory(shared), "no " + shared + ", set -Delectrongap.shared");
        Path copy = Files.createDirectories(folder.resolve(edition));
        Files.copy(shared.resolve(edition).resolve("api_country_overview_yearly.csv"), copy.resolve(edition + ".csv"));
        String resource = "{\"name\": \"yearly\", \"path\": \"*.csv\", \"table\": \"core/demand\", \"publisher\":"
                + " \"Ember\", \"format\": \"ember-yearly\", \"editions\": {\"pattern\": \"(?<edition>[0-9-]+)[.]csv\"}}";
        return read(copy, resource);
    }

    private static Dataset<Row> read(Path folder, String resource) throws IOException {
        Files.writeString(
                folder.resolve("datapackage.json"), "{\"name\": \"test\", \"resources\": [" + resource + "]}");
        Storage storage = Storages.of(Configuration::new);
        Resource read = DataPackage.read(storage, folder.toString()).resources().get(0);
        SourceFile file = SourceFiles.of(read, storage).get(0);
        Instant now = Instant.parse("2026-11-22T16:00:00Z");
        Outcome outcome = new Reading(SharedSpark.session(), storage, "run-1", now).read(read, file);
        return ((LoadedFile) outcome).accepted();
    }

    private static Dataset<Row> compared(TableName table, Dataset<Row> older, Dataset<Row> newer) {
        return Revisions.betweenLong(table, older, newer, 2_500_000, release -> {});
    }
}
