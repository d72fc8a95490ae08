package org.electrongap.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.SharedSpark;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long file that is compared with the edition before from what its load kept. */
class KeptEditionTest {

    private static final TableName CAPACITY = TableName.core("capacity");
    private static final String PACKAGE = """
            {"name": "test", "resources": [{"name": "capacity", "path": "capacity.csv", "table": "core/capacity",
             "publisher": "Test agency", "format": "csv", "editions": {"column": "edition"}}]}
            """;

    @TempDir
    private Path folder;

    private final Storage storage = Storages.of(Configuration::new);

    @Test
    void itTellsTheSameRevisionsAsTheRowsThemselves() throws IOException {
        List<String> first = rows("2025-03", row -> row);
        List<String> second = rows("2025-09", row -> row.contains(",1970,") ? row.replace(".5,", ".75,") : row);
        second.remove(3);
        second.set(5, second.get(5).replace(",total,", ",gas,"));
        second.add("BEL,2055,total,.25,net_summer,Test agency,2025-09,2025-06-29,primary,");
        LoadedFile older = read(first, Reading.Afterwards.NOTHING);
        LoadedFile newer = read(second, Reading.Afterwards.COMPARISON);

        Dataset<Row> asRows = Revisions.between(CAPACITY, older.accepted(), newer.accepted());
        List<Runnable> releases = new ArrayList<>();
        Dataset<Row> fromKept = Revisions.betweenLong(
                CAPACITY,
                LongEdition.stored(CAPACITY, older.accepted()),
                newer.kept().orElseThrow(),
                releases::add);

        List<Row> expected = asRows.collectAsList();
        assertThat(expected).as("revisions").hasSize(7);
        assertThat(fromKept.collectAsList()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(releases).as("what is given back afterwards").hasSize(1);
    }

    @Test
    void aFileInWhichNotEachRecordIsARowIsComparedAsTheTableHoldsIt() throws IOException {
        List<String> rows = rows("2025-03", row -> row);
        rows.add(rows.get(4));
        assertThat(read(rows, Reading.Afterwards.COMPARISON).kept()).isEmpty();
    }

    @Test
    void nothingIsHashedWhereNothingIsCompared() throws IOException {
        assertThat(read(rows("2025-03", row -> row), Reading.Afterwards.NOTHING).kept())
                .isEmpty();
    }

    private static List<String> rows(String edition, UnaryOperator<String> change) {
        List<String> rows = new ArrayList<>();
        for (String region : List.of("AUT", "BEL", "CHE")) {
            CapacityCsv.rows(60).stream()
                    .map(row -> row.replace("AUT", region).replace("2025-03", edition))
                    .map(change)
                    .forEach(rows::add);
        }
        return rows;
    }

    private LoadedFile read(List<String> rows, Reading.Afterwards afterwards) throws IOException {
        Files.writeString(folder.resolve("datapackage.json"), PACKAGE);
        Files.writeString(folder.resolve("capacity.csv"), CapacityCsv.text(rows));
        Resource resource =
                DataPackage.read(storage, folder.toString()).resources().get(0);
        SourceFile file = SourceFiles.of(resource, storage).get(0);
        return (LoadedFile)
                new Reading(SharedSpark.session(), storage, "run-1", Instant.parse("2026-11-22T16:00:00Z"), 0, 2_000)
                        .read(resource, file, afterwards, OtherSlices.NONE);
    }
}
