package org.electrongap.growth;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bundled panels through Spark, once: known answers, the contract's promises, and the same bits for any partitioning. */
class GrowthTrajectoriesTest {

    private static List<Row> all;

    @BeforeAll
    static void compute() {
        all = trajectories(1).collectAsList();
    }

    private static Dataset<Row> trajectories(int partitions) {
        return GrowthTrajectories.of(GrowthPanels.of(
                someRegions("capacity").repartition(partitions),
                someRegions("generation").repartition(partitions),
                someRegions("demand").repartition(partitions),
                BundledTables.table("annotations")));
    }

    private static Dataset<Row> someRegions(String table) {
        return BundledTables.table(table).filter(col("region").isin("USA", "CHN", "WORLD", "UKR", "MEX", "DEU"));
    }

    private static Row row(String region, String technology, String metric, String measure, int year) {
        List<Row> found = all.stream()
                .filter(row -> row.getString(0).equals(region)
                        && row.getString(1).equals(technology)
                        && row.getString(2).equals(metric)
                        && row.getString(3).equals(measure)
                        && row.getDate(5).toLocalDate().getYear() == year
                        && row.<Boolean>getAs("preferred"))
                .toList();
        assertThat(found)
                .as("%s %s %s %s %s", region, technology, metric, measure, year)
                .hasSize(1);
        return found.get(0);
    }

    private static double value(String region, String technology, String metric, String measure, int year) {
        return row(region, technology, metric, measure, year).getDouble(6);
    }

    @Test
    void levelsAndNetChangesOf2024AreTheKnownAnswers() {
        assertThat(value("USA", "total", "capacity_gw", "level", 2024))
                .as("US capacity")
                .isCloseTo(1260.1, within(0.05));
        assertThat(value("CHN", "total", "capacity_gw", "level", 2024))
                .as("China capacity")
                .isCloseTo(3350.9, within(0.05));
        assertThat(value("USA", "total", "capacity_gw", "net_change", 2024))
                .as("US net change")
                .isCloseTo(38.2, within(0.05));
        assertThat(value("CHN", "total", "capacity_gw", "net_change", 2024))
                .as("China net change")
                .isCloseTo(430.3, within(0.05));
        assertThat(value("USA", "total", "generation_twh", "level", 2024))
                .as("US generation")
                .isCloseTo(4391.0, within(0.05));
        assertThat(value("CHN", "total", "generation_twh", "level", 2024))
                .as("China generation")
                .isCloseTo(10086.9, within(0.05));
    }

    @Test
    void theWorldsChangeLeavesOutMembersWhoseMeaningChanged() {
        Row change = row("WORLD", "total", "capacity_gw", "net_change", 2024);

        assertThat(change.getDouble(6)).as("net change of the world, GW").isCloseTo(671.1, within(0.05));
        assertThat(change.<String>getAs("status")).isEqualTo("like_for_like");
        assertThat(change.<String>getAs("reason")).contains("UKR");
        assertThat(value("WORLD", "total", "capacity_gw", "level", 2024))
                .as("the level stays as published")
                .isCloseTo(9590.2, within(0.05));
    }

    @Test
    void aRowWithoutAValueSaysWhyAndNoValueIsNotANumber() {
        for (Row row : all) {
            boolean hasValue = !row.isNullAt(6);
            String status = row.getAs("status");
            assertThat(!hasValue || Double.isFinite(row.getDouble(6)))
                    .as("finite: %s", row)
                    .isTrue();
            assertThat(hasValue || !row.<String>getAs("reason").isEmpty())
                    .as("reason: %s", row)
                    .isTrue();
            assertThat(hasValue || !status.equals("ok")).as("status: %s", row).isTrue();
            assertThat(row.isNullAt(7) == row.isNullAt(9))
                    .as("an interval has a level: %s", row)
                    .isTrue();
        }
    }

    @Test
    void theKeyIsUniqueAndOneSourceIsPreferred() {
        Set<String> keys = new HashSet<>();
        Set<String> preferred = new HashSet<>();
        for (Row row : all) {
            String key = String.join(
                    "|",
                    row.getString(0),
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getDate(4).toString(),
                    row.getDate(5).toString());
            assertThat(keys.add(key + "|" + row.getAs("basis") + "|" + row.getAs("source")))
                    .as("key %s", row)
                    .isTrue();
            assertThat(!row.<Boolean>getAs("preferred") || preferred.add(key))
                    .as("preferred once %s", row)
                    .isTrue();
        }
    }

    @Test
    void theSameRowsForAnyPartitioning() {
        assertThat(new HashSet<>(trajectories(5).collectAsList()))
                .as("rows to the last bit")
                .isEqualTo(new HashSet<>(all));
    }
}
