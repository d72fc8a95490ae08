package org.electrongap.load.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Sorting.Sorted;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The totals that publishers' own files add up to. */
class PublisherTotalsTest {

    private static final RecordLayout PROJECTS = RecordLayout.of(TableName.core("datacenter_projects"));

    @Test
    void irenasTotalsAreSumsOfTheLeaves() {
        Sorted sorted = SharedFile.read("irena_2025h1/IRENA_Stats_extract_2025_H1.Country.csv", "irena", "2025-03-26");

        assertThat(capacity(sorted, of("CHN", 2023))).as("China 2023").isCloseTo(2920.67, within(0.005));
        assertThat(capacity(sorted, of("CHN", 2024))).as("China 2024").isCloseTo(3350.93, within(0.005));
        assertThat(capacity(sorted, of("USA", 2024))).as("US 2024").isCloseTo(1260.12, within(0.005));
        assertThat(capacity(sorted, row -> row.get("year").equals(2024)))
                .as("world")
                .isCloseTo(9590.2, within(0.05));
        assertThat(capacity(sorted, of("NAM", 2024))).as("Namibia is a country").isPositive();
    }

    @Test
    void theOlderExportOfIrenaLacksTechnologiesAndIsLower() {
        Sorted sorted = SharedFile.read("irena_pxweb_2024/irena_capacity.csv", "irena-pxweb-capacity", "2024-10");

        assertThat(capacity(sorted, of("DEU", 2023))).as("Germany").isCloseTo(172.4, within(0.05));
        assertThat(capacity(sorted, of("CHN", 2023))).as("China").isCloseTo(2867.5, within(0.05));
        assertThat(capacity(sorted, of("USA", 2023))).as("US").isCloseTo(1218.0, within(0.05));
        assertThat(capacity(sorted, of("CIV", 2023)))
                .as("a name with an accent")
                .isPositive();
    }

    @Test
    void eiasWideExportGivesTheSameCountryAsItsJson() {
        String file = "eia_international_csv_2019/international_data_china_us.csv";
        Sorted sorted = SharedFile.read(file, "eia-international-csv-capacity", "2019-07-05");
        Predicate<Map<String, Object>> total = row -> row.get("technology").equals("total");

        assertThat(sorted.faults()).as("faults").isEmpty();
        assertThat(capacity(sorted, of("CHN", 2016).and(total))).isCloseTo(1653.215, within(1e-9));
        assertThat(capacity(sorted, of("USA", 2016).and(total))).isCloseTo(1087.0979, within(1e-9));
        assertThat(capacity(sorted, of("CHN", 2017))).as("not yet known").isZero();
    }

    @Test
    void statesAreNotAddedToTheCountryNorFuelsToTheirTotal() {
        Sorted sorted = SharedFile.read("eia_state_annual/existcapacity_annual.csv", "eia-state-capacity", "2025");
        Predicate<Map<String, Object>> nameplate = row -> row.get("basis").equals("nameplate");
        Predicate<Map<String, Object>> total = row -> row.get("technology").equals("total");

        assertThat(capacity(sorted, of("USA", 2023).and(nameplate).and(total))).isCloseTo(1280.553, within(1e-9));
        assertThat(capacity(sorted, of("USA", 2024).and(nameplate).and(total))).isCloseTo(1324.7383, within(1e-9));
        assertThat(capacity(sorted, of("USA", 2024).and(nameplate.negate()).and(total)))
                .as("net summer")
                .isCloseTo(1230.4143, within(1e-9));
        assertThat(capacity(sorted, of("USA", 2024).and(nameplate).and(total.negate())))
                .as("sum of the fuels")
                .isCloseTo(1324.7383, within(0.001));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "iso_queues_2025/MISO GI Interactive Queue.csv; miso-queue; 343588",
                "iso_queues_2025/PJM Queue.Data.csv; pjm-queue; 123360"
            })
    void onlyActiveRequestsCountInAQueue(String file, String format, double activeMw) {
        Sorted sorted = SharedFile.read(file, format, "2025-02-17");
        RecordLayout layout = RecordLayout.of(TableName.core("interconnection_requests"));
        double active = sorted.accepted().stream()
                .filter(record -> value(layout, record, "status").equals("active"))
                .map(record -> (Double) value(layout, record, "capacity_mw"))
                .filter(java.util.Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sum();

        assertThat(active).isCloseTo(activeMw, within(0.5));
    }

    @Test
    void runningAndPlannedPowerOfEpochsSitesAddUpToTheGreatestStates() {
        Sorted sorted = SharedFile.read("epoch_2025_12/data_center_timelines.csv", "epoch-timelines", "2025-12-13");

        assertThat(sum(sorted, PROJECTS, "power_mw", row -> true)).isCloseTo(18549.5, within(1e-6));
        assertThat(sum(sorted, PROJECTS, "power_mw", row -> row.get("stage").equals("energised")))
                .as("what runs")
                .isCloseTo(4199, within(1e-6));
        assertThat(sorted.accepted().stream()
                        .filter(record -> "energised".equals(value(PROJECTS, record, "stage")))
                        .map(record -> value(PROJECTS, record, "energised").toString()))
                .as("observed states are dated before the file")
                .hasSize(9)
                .allMatch(day -> day.compareTo("2025-12-13") <= 0);
    }

    @Test
    void noMegawattOfTheRegistersIsLost() {
        Sorted sites = SharedFile.read("epoch_2025_12/data_centers.csv", "epoch-data-centers", "2025-12-13");
        Sorted counties = SharedFile.read("dcmap_2026/registry.csv", "dcmap-registry", "2026-08-16");

        assertThat(sum(sites, PROJECTS, "power_mw", row -> true)).as("Epoch").isCloseTo(4199, within(1e-6));
        assertThat(sum(counties, PROJECTS, "power_mw", row -> true)).as("dcmap").isCloseTo(5530.7, within(1e-6));
    }

    @Test
    void plantsOfTheWorldResourcesInstituteAddUp() {
        Sorted sorted = SharedFile.read("wri_gppd_2022/database_USA.csv", "wri-plants", "2022-01-26");
        RecordLayout plants = RecordLayout.of(TableName.core("plants"));

        assertThat(sum(sorted, plants, "capacity_mw", row -> true))
                .as("the plant that waits has 0 MW")
                .isCloseTo(1_204_643, within(0.5));
    }

    @Test
    void eiasSeriesGiveTheTotalsOfChinaAndTheUnitedStates() {
        String file = "eia_international_json_2024/eia_capacity.json";
        Sorted sorted = SharedFile.read(file, "eia-international-json-capacity", "2024-10");
        Predicate<Map<String, Object>> total = row -> row.get("technology").equals("total");

        assertThat(capacity(sorted, of("CHN", 2022).and(total))).as("China").isCloseTo(2594, within(1e-9));
        assertThat(capacity(sorted, of("USA", 2022).and(total))).as("US").isCloseTo(1201, within(1e-9));
    }

    @Test
    void anEstimateOfEiaIsLoaded() {
        String file = "eia_international_csv_2019/international_data_china_us.csv";
        Sorted sorted = SharedFile.read(file, "eia-international-csv-generation", "2019-07-05");
        RecordLayout generation = RecordLayout.of(TableName.core("generation"));
        Predicate<Map<String, Object>> total = row -> row.get("technology").equals("total");

        assertThat(sum(sorted, generation, "generation_twh", of("CHN", 2017).and(total)))
                .as("China 2017")
                .isEqualTo(6135);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-18, USA, 4272.88",
        "2024-11-18, CHN, 9442.14",
        "2024-11-18, WORLD, 29559.79",
        "2025-04-16, USA, 4272.81",
        "2025-04-16, CHN, 9443.07",
        "2025-04-16, WORLD, 29684.51"
    })
    void embersEditionsDifferInTheDemandOf2023(String edition, String region, double twh) {
        String file = "ember_api/" + edition + "/api_country_overview_yearly.csv";
        Sorted sorted = SharedFile.read(file, "ember-yearly", edition);
        RecordLayout demand = RecordLayout.of(TableName.core("demand"));

        assertThat(sum(
                        sorted,
                        demand,
                        "demand_twh",
                        row -> row.get("region").equals(region)
                                && row.get("period_start").toString().equals("2023-01-01")))
                .isCloseTo(twh, within(1e-9));
    }

    @Test
    void irenaRestatedGermanysSolarPower() {
        Sorted older = SharedFile.read("irena_pxweb_2024/irena_capacity.csv", "irena-pxweb-capacity", "2024-10");
        Sorted newer = SharedFile.read("irena_2025h1/IRENA_Stats_extract_2025_H1.Country.csv", "irena", "2025-03-26");
        Predicate<Map<String, Object>> solar =
                of("DEU", 2023).and(row -> row.get("technology").equals("solar"));

        assertThat(capacity(older, solar)).as("2024").isCloseTo(81.7, within(0.05));
        assertThat(capacity(newer, solar)).as("2025").isCloseTo(74.9, within(0.05));
    }

    @Test
    void everyColumnOfTheCodebookOfOurWorldInDataIsKnown() {
        List<String> columns = new ArrayList<>();
        Path codebook = SharedFile.path("owid_2021_2022/owid-energy-codebook.csv");
        new CsvText(() -> Files.newInputStream(codebook), StandardCharsets.UTF_8, ',')
                .forEach(line -> columns.add(line.fields().get(0)));

        assertThat(columns.subList(1, columns.size()))
                .hasSize(130)
                .allMatch(OwidEnergy.GENERATION::mayHave)
                .allMatch(OwidEnergy.DEMAND::mayHave);
    }

    @Test
    void kilowattHoursThatAreMegawattHoursAreReadAsSuch() {
        String file = "epri_state_derived_2024/Data_centers_divided_by_state.csv";
        Sorted sorted = SharedFile.read(file, "epri-states", "2024-11");
        RecordLayout layout = RecordLayout.of(TableName.core("datacenter_load"));

        assertThat(sorted.accepted().stream()
                        .mapToDouble(record -> (Double) value(layout, record, "datacenter_twh"))
                        .sum())
                .as("TWh of all states")
                .isCloseTo(154.8, within(0.05));
    }

    private static Predicate<Map<String, Object>> of(String region, int year) {
        return row -> row.get("region").equals(region) && row.get("year").equals(year);
    }

    private static double capacity(Sorted sorted, Predicate<Map<String, Object>> rows) {
        return sum(sorted, RecordLayout.of(TableName.core("capacity")), "capacity_gw", rows);
    }

    /** The sum of a column over rows, of which those without a figure add nothing. */
    private static double sum(Sorted sorted, RecordLayout layout, String column, Predicate<Map<String, Object>> rows) {
        return sorted.accepted().stream()
                .map(record -> row(layout, record))
                .filter(rows)
                .map(row -> (Double) row.get(column))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static Map<String, Object> row(RecordLayout layout, CheckedRecord record) {
        Map<String, Object> row = new HashMap<>();
        layout.columnNames().forEach(name -> row.put(name, value(layout, record, name)));
        return row;
    }

    private static Object value(RecordLayout layout, CheckedRecord record, String column) {
        return record.values()[layout.index(column)];
    }
}
