package org.electrongap.growth;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The United States and China, and the largest systems, on the bundled panels: the known answers of 2024. */
class ComparisonsTest {

    private static Dataset<Row> trajectories;
    private static List<Row> all;

    @BeforeAll
    static void compute() {
        trajectories = GrowthTrajectories.of(GrowthPanels.of(
                        fourRegions("capacity"),
                        fourRegions("generation"),
                        fourRegions("demand"),
                        BundledTables.table("annotations")))
                .cache();
        all = Comparisons.of(
                        trajectories,
                        RegionPairs.standard(trajectories),
                        market(),
                        BundledTables.table("reference_facts"))
                .collectAsList();
    }

    @AfterAll
    static void release() {
        trajectories.unpersist();
    }

    private static Dataset<Row> fourRegions(String table) {
        return BundledTables.table(table).filter(col("region").isin("USA", "CHN", "IND", "DEU"));
    }

    /** The editions of gross additions are ranges, which no dated run may see; here they count from the day of retrieval. */
    private static Dataset<Row> market() {
        return BundledTables.table("market").withColumn("published", coalesce(col("published"), col("retrieved")));
    }

    private static Row row(String a, String b, String technology, String metric, String measure, int year) {
        List<Row> found = all.stream()
                .filter(row -> row.getString(0).equals(a)
                        && row.getString(1).equals(b)
                        && row.getString(2).equals(technology)
                        && row.getString(3).equals(metric)
                        && row.getString(4).equals(measure)
                        && row.getInt(5) == year
                        && row.<Boolean>getAs("preferred"))
                .toList();
        assertThat(found).as("%s %s %s %s", technology, metric, measure, year).hasSize(1);
        return found.get(0);
    }

    private static double value(String technology, String metric, String measure, int year) {
        return row("USA", "CHN", technology, metric, measure, year).getDouble(6);
    }

    @Test
    void chinaAddedElevenTimesWhatTheUnitedStatesAddedNetOfRetirements() {
        assertThat(value("total", "capacity_gw", "level_a", 2024)).isCloseTo(1260.1, within(0.05));
        assertThat(value("total", "capacity_gw", "level_b", 2024)).isCloseTo(3350.9, within(0.05));
        assertThat(value("total", "capacity_gw", "net_change_a", 2024)).isCloseTo(38.2, within(0.05));
        assertThat(value("total", "capacity_gw", "net_change_b", 2024)).isCloseTo(430.3, within(0.05));
        assertThat(value("total", "capacity_gw", "net_change_ratio", 2024))
                .as("ratio of net changes, without batteries")
                .isCloseTo(11.3, within(0.05));
        assertThat(value("total", "capacity_gw", "gap", 2024)).isCloseTo(2090.8, within(0.05));
    }

    @Test
    void withStorageTheRatioIsSmallerAndNamesBothDefinitions() {
        Row ratio = row("USA", "CHN", "total", "capacity_gw", "net_change_with_storage_ratio", 2024);

        assertThat(value("total", "capacity_gw", "net_change_with_storage_a", 2024))
                .as("38.2 and 10.3 GW")
                .isCloseTo(48.5, within(0.05));
        assertThat(value("total", "capacity_gw", "net_change_with_storage_b", 2024))
                .as("430.3 and 42.4 GW")
                .isCloseTo(472.7, within(0.05));
        assertThat(ratio.getDouble(6)).as("ratio with storage").isCloseTo(9.7, within(0.05));
        assertThat(ratio.<String>getAs("status")).isEqualTo("bases_differ");
        assertThat(ratio.<String>getAs("reason")).contains("US EIA", "other than pumped storage");
        assertThat(ratio.<String>getAs("basis_a")).contains("year_end_installed", "gross, new utility-scale");
    }

    @Test
    void grossAdditionsWithADatedEditionNeedNoMarketTable() {
        List<Row> rows = Comparisons.of(
                        trajectories,
                        List.of(RegionPair.allTechnologies("USA", "CHN")),
                        market().limit(0),
                        BundledTables.table("reference_facts"))
                .where(col("measure")
                        .equalTo("gross_additions_ratio")
                        .and(col("technology").equalTo("total")))
                .collectAsList();

        assertThat(rows).as("2024 alone").hasSize(1);
        assertThat(rows.get(0).getDouble(6)).as("430 over 48.6").isCloseTo(430 / 48.6, within(1e-12));
    }

    @Test
    void generationOf2024ComesFromOneEditionForBoth() {
        Row us = row("USA", "CHN", "total", "generation_twh", "level_a", 2024);

        assertThat(us.getDouble(6)).isCloseTo(4391.0, within(0.05));
        assertThat(value("total", "generation_twh", "level_b", 2024)).isCloseTo(10086.9, within(0.05));
        assertThat(us.<String>getAs("source_a"))
                .as("one source for both")
                .isEqualTo(us.getAs("source_b"))
                .isEqualTo("Our World in Data energy data");
    }

    @Test
    void grossAdditionsAreComparedWithBothDefinitionsNamed() {
        Row ratio = row("USA", "CHN", "total", "capacity_gw", "gross_additions_ratio", 2024);

        assertThat(value("total", "capacity_gw", "gross_additions_a", 2024)).isEqualTo(48.6);
        assertThat(value("total", "capacity_gw", "gross_additions_b", 2024)).isEqualTo(430);
        assertThat(ratio.getDouble(6)).isCloseTo(430 / 48.6, within(1e-12));
        assertThat(ratio.<String>getAs("status")).isEqualTo("bases_differ");
        assertThat(ratio.<String>getAs("reason")).contains("China Electricity Council", "US EIA");
        assertThat(ratio.<String>getAs("basis_a")).isNotEqualTo(ratio.getAs("basis_b"));
    }

    @Test
    void recalledGrossAdditionsAreNotCompared() {
        Row china = row("USA", "CHN", "total", "capacity_gw", "gross_additions_b", 2023);

        assertThat(china.isNullAt(6)).as("370 GW is recalled, not read").isTrue();
        assertThat(china.<String>getAs("status")).isEqualTo("missing");
    }

    @Test
    void whatTechnologiesMadeOfTheGapAddsUpToAllOfIt() {
        double sum = 0;
        for (Row row : all) {
            boolean leaf = List.of("fossil", "nuclear", "renewable", "other_nonrenewable")
                    .contains(row.getString(2));
            if (row.getString(4).equals("share_of_gap_change")
                    && row.getString(3).equals("capacity_gw")
                    && row.getInt(5) == 2020
                    && row.<Boolean>getAs("preferred")
                    && row.getString(0).equals("USA")
                    && leaf) {
                sum += row.getDouble(6);
            }
        }
        double pumped = value("pumped_storage", "capacity_gw", "share_of_gap_change", 2020);
        assertThat(sum + pumped).as("parts of the change of the gap").isCloseTo(1, within(1e-9));
    }

    @Test
    void aRowWithoutAValueSaysWhyAndTheKeyIsUnique() {
        Set<String> keys = new HashSet<>();
        for (Row row : all) {
            assertThat(!row.isNullAt(6) ? Double.isFinite(row.getDouble(6)) : !row.isNullAt(12))
                    .as("%s", row)
                    .isTrue();
            String key = Contract.of(TableName.out("comparisons")).key().stream()
                    .map(column -> String.valueOf(row.<Object>getAs(column)))
                    .collect(Collectors.joining("|"));
            assertThat(keys.add(key)).as("unique %s", row).isTrue();
        }
    }

    @Test
    void pairsOfTheUsersOwnHaveAllTechnologiesAndTakeThePlaceOfTheSame() {
        List<RegionPair> pairs = RegionPairs.with(List.of(RegionPair.totals("IND", "DEU")), "DEU:IND,XYZ:DEU");
        List<Row> rows = Comparisons.of(trajectories, pairs, market(), BundledTables.table("reference_facts"))
                .collectAsList();

        assertThat(pairs)
                .containsExactly(RegionPair.allTechnologies("DEU", "IND"), RegionPair.allTechnologies("XYZ", "DEU"));
        assertThat(rows.stream().filter(row -> row.getString(2).equals("solar")))
                .as("all technologies")
                .isNotEmpty();
        assertThat(rows.stream().filter(row -> row.getString(0).equals("XYZ")))
                .as("a region that nobody gives")
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.<String>getAs("status")).isEqualTo("missing"))
                .allSatisfy(row -> assertThat(row.<String>getAs("reason")).contains("XYZ"));
    }

    @Test
    void theLargestSystemsAreComparedOnceEachTheSmallerFirst() {
        List<RegionPair> pairs = RegionPairs.largest(trajectories, 3);

        assertThat(pairs)
                .containsExactly(
                        RegionPair.totals("USA", "CHN"),
                        RegionPair.totals("IND", "CHN"),
                        RegionPair.totals("IND", "USA"));
    }
}
