package org.electrongap.load.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Map;
import java.util.function.Predicate;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Sorting.Sorted;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Publishers' own files: how their records are sorted, and the totals that their publishers give. */
class PublisherFilesTest {

    private static final String OWID = "owid_2021_2022/Electricity mix from BP & EMBER (%s).csv";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "irena_2025h1/IRENA_Stats_extract_2025_H1.Country.csv; irena; 38381; 38381; {}; 0; {}",
                "irena_pxweb_2024/irena_capacity.csv; irena-pxweb-capacity; 32256; 11403; {}; 0; {blank=20853}",
                "irena_pxweb_2024/irena_generation.csv; irena-pxweb-generation; 32256; 10654; {}; 0; {blank=21602}",
                "ember_api/2024-11-18/api_country_overview_yearly.csv; ember-yearly; 5187; 5187; {}; 0; {}",
                "ember_api/2025-04-16/api_country_overview_yearly.csv; ember-yearly; 5372; 5372; {}; 0; {}",
                "ember_api/2025-04-16/api_country_overview_monthly.csv; ember-monthly; 10885; 10885; {}; 0; {}",
                "ember_api/2021-09-24/capacity_annual_database.csv; ember-capacity; 80818; 17565;"
                        + " {below_minimum=30, conflicting_key=172}; 4; {aggregate=3889, blank=59158}",
                "ember_api/2025-03-17/api_generation_usa_yearly.csv; ember-us-states; 14138; 9390; {}; 0; {aggregate=4748}",
                "eia_state_annual/existcapacity_annual.csv; eia-state-capacity; 7542; 2162; {}; 0; {part_of_total=5380}",
                "eia_state_annual/sales_annual.csv; eia-state-sales; 22230; 1612; {}; 0; {blank=3705, part_of_total=16913}",
                "iso_queues_2025/MISO GI Interactive Queue.csv; miso-queue; 3274; 3273; {unknown_status=1}; 0; {}",
                "iso_queues_2025/PJM Queue.Data.csv; pjm-queue; 8190; 8190; {}; 0; {}",
                "wri_gppd_2022/database_USA.csv; wri-plants; 11879; 11878; {above_maximum=1}; 0; {}",
                "epoch_2025_12/data_centers.csv; epoch-data-centers; 14; 14; {}; 0; {}",
                "epoch_2025_12/data_center_timelines.csv; epoch-timelines; 98; 14; {}; 0; {other_state_of_the_site=84}",
                "epoch_2025_12/gpu_clusters.csv; epoch-gpu-clusters; 786; 388; {}; 0; {anonymous=257, decommissioned=6,"
                        + " no_country=35, possible_duplicate=70, superseded=30}",
                "epri_state_derived_2024/Data_centers_divided_by_state.csv; epri-states; 2872; 51; {}; 0;"
                        + " {share_of_its_state=2821}",
                "dcmap_2026/registry.csv; dcmap-registry; 832; 826; {conflicting_key=6}; 0; {}",
                "dcmap_2026/facilities_sites.csv; dcmap-sites; 6262; 6261; {unknown_region=1}; 0; {}",
                "dcmap_2026/ai_site_trajectories.csv; dcmap-ai-sites; 105; 105; {}; 0; {}",
                "us_dc_observatory_2026/facilities.csv; us-dc-observatory; 1853; 1853; {}; 0; {}",
                "eia_international_json_2024/eia_capacity.json; eia-international-json-capacity; 40413; 22420; {}; 0;"
                        + " {aggregate=4481, included_elsewhere=715, not_applicable=1395, not_available=1931,"
                        + " outside_the_data_set=244, too_small_to_show=9227}",
                "eia930_2020/CISO.csv; eia-930; 43848; 43848; {}; 0; {}",
            })
    void everyRecordIsAccountedFor(
            String file, String format, long read, long accepted, String quarantined, long duplicates, String setAside)
            throws IOException {
        Sorted sorted = SharedFile.read(file, format, "2025-04-16");

        assertThat(sorted.faults()).as("faults").isEmpty();
        assertThat(sorted.counts().read()).as("read").isEqualTo(read);
        assertThat(sorted.counts().accepted()).as("accepted").isEqualTo(accepted);
        assertThat(sorted.counts().quarantinedByRule()).as("quarantined").hasToString(quarantined);
        assertThat(sorted.counts().exactDuplicates()).as("exact duplicates").isEqualTo(duplicates);
        assertThat(sorted.counts().setAsideByRule()).as("set aside").hasToString(setAside);
        assertThat(SharedFile.recognised(file)).as("recognised").containsExactly(format);
    }

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
        assertThat(sorted.counts().quarantined()).as("quarantined").isZero();
        assertThat(sorted.counts().read()).as("52 rows of 38 years").isEqualTo(1976);
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
    @CsvSource({"2021, generation, 87374, 50510", "2022, generation, 111930, 58897", "2022, demand, 7995, 4819"})
    void bothSpellingsOfOurWorldInDataAreRead(String edition, String table, long read, long accepted) {
        Sorted sorted = SharedFile.read(OWID.formatted(edition), "owid-mix-" + table, edition);

        assertThat(sorted.faults()).as("faults").isEmpty();
        assertThat(sorted.quarantined()).as("quarantined").isEmpty();
        assertThat(sorted.counts().read()).as("read").isEqualTo(read);
        assertThat(sorted.counts().accepted()).as("accepted").isEqualTo(accepted);
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
    void theGreatestStatesOfEpochsSitesAddUpAndPlansAreNotEnergised() {
        Sorted sorted = SharedFile.read("epoch_2025_12/data_center_timelines.csv", "epoch-timelines", "2025-12-13");
        RecordLayout layout = RecordLayout.of(TableName.core("datacenter_projects"));

        assertThat(sorted.accepted().stream().mapToDouble(record -> (Double) value(layout, record, "power_mw")))
                .as("sites")
                .hasSize(14);
        assertThat(sorted.accepted().stream()
                        .mapToDouble(record -> (Double) value(layout, record, "power_mw"))
                        .sum())
                .isCloseTo(18549.5, within(1e-6));
        assertThat(sorted.accepted())
                .filteredOn(record -> "energised".equals(value(layout, record, "stage")))
                .as("observed states are dated before the file")
                .allMatch(
                        record -> value(layout, record, "energised").toString().compareTo("2025-12-13") <= 0);
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
        RecordLayout layout = RecordLayout.of(TableName.core("capacity"));
        return sorted.accepted().stream()
                .map(record -> Map.of(
                        "region", value(layout, record, "region"),
                        "year", value(layout, record, "year"),
                        "technology", value(layout, record, "technology"),
                        "basis", value(layout, record, "basis"),
                        "capacity_gw", value(layout, record, "capacity_gw")))
                .filter(rows)
                .mapToDouble(row -> (Double) row.get("capacity_gw"))
                .sum();
    }

    private static Object value(RecordLayout layout, CheckedRecord record, String column) {
        return record.values()[layout.index(column)];
    }
}
