package org.electrongap.load.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Sorting.Sorted;
import org.electrongap.load.record.Source;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every format on a small file of our own making, with each of the publisher's peculiarities in it. */
class FormatFixturesTest {

    private static final RecordLayout LAYOUT_OF_PROJECTS = RecordLayout.of(TableName.core("datacenter_projects"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "irena; 2; {}; {blank=1}; AUT 2023 solar 5.01075 | AUT 2023 wind_onshore 3.9",
                "irena-pxweb-capacity; 1; {}; {blank=2}; CIV 2020 bioenergy 0.0075",
                "irena-pxweb-generation; 1; {}; {blank=2}; CIV 2020 bioenergy 0.0075",
                "ember-yearly; 4; {}; {blank=1}; AUT 2022-01-01 70.5 | XKX 2022-01-01 6.5 | WORLD 2022-01-01 28000.25"
                        + " | AGG-ASEAN 2022-01-01 1200.5",
                "ember-monthly; 4; {}; {blank=1}; AUT 2022-02-01 70.5 | XKX 2022-02-01 6.5 | WORLD 2022-02-01 28000.25"
                        + " | AGG-ASEAN 2022-02-01 1200.5",
                "ember-capacity; 62; {below_minimum=1, conflicting_key=2}; {aggregate=2, blank=1}; AUT 2019 hydro 14.5"
                        + " | WORLD 2019 fossil 4200.0 | NAM 2000 wind 0.125",
                "ember-long-capacity; 2; {}; {aggregate=12, blank=1, other_measure=1};"
                        + " AUT 2023 solar 6.4 | WORLD 2023 wind 1010.0",
                "ember-long-generation; 2; {}; {aggregate=2, other_measure=1}; AUT 2023 solar 6.1 | AUT 2023 total 75.5",
                "ember-long-demand; 1; {}; {aggregate=1, other_measure=1}; AUT 2023-01-01 69.9",
                "ember-us-states; 3; {}; {aggregate=1}; US-TX 2020 wind 92.0005 | US-DC 2020 solar 0.08"
                        + " | USA 2020 nuclear 790.0",
                "eia-state-capacity; 8; {}; {part_of_total=2}; US-TX 2023 total 160.0005 | US-TX 2023 total 150.0"
                        + " | US-TX 2023 bioenergy 0.1505 | US-TX 2023 bioenergy 0.13 | US-TX 2023 other 3.0005"
                        + " | US-TX 2023 other 2.9 | USA 2023 nuclear 100.0 | USA 2023 nuclear 95.0",
                "eia-state-sales; 2; {}; {blank=3, part_of_total=13}; US-TX 2019-01-01 6.0005 | USA 2019-01-01 3800.0",
                "eia-930; 3; {}; {blank=1}; US-PJM 2019-07-01 0.05 | US-PJM 2019-07-01 0.051 | US-PJM 2019-07-01 0.052",
                "eia-930-balance; 3; {}; {blank=1}; US-PJM 2019-01-01 0.0805 | US-PJM 2019-01-01 0.082 | US-AEC 2019-01-01 4.5E-4",
                "owid-mix-generation; 4; {}; {aggregate=6, blank=42, outside_the_data_set=4}; AUT 2020 coal 0.5"
                        + " | AUT 2020 total 70.25 | AUT 2020 gas 10.0 | AUT 1990 total 48.0",
                "owid-mix-demand; 2; {}; {blank=1}; AUT 2020-01-01 72.5 | WORLD 2020-01-01 26700.0",
                "owid-energy-generation; 4; {}; {aggregate=5, blank=47}; AUT 2022 coal 0.0 | AUT 2022 total 68.5"
                        + " | WORLD 2022 coal 10000.0 | WORLD 2022 total 29000.0",
                "owid-energy-demand; 2; {}; {aggregate=1, blank=1}; AUT 2022-01-01 70.5 | WORLD 2022-01-01 29000.0",
                "miso-queue; 22; {unknown_status=1}; {}; X1 active solar 120.5 2023-03-12 US-MI",
                "pjm-queue; 3; {}; {}; Z1 active hybrid 60.5 2021-04-01 US-VA | Z2 under_construction gas 30.0 2020-04-01 null"
                        + " | Z3 active wind 10.0 2020-04-01 null",
                "wri-plants; 2; {}; {}; USA9000001 gas 120.5 1999 | USA9000002 unknown 0.0 null",
                "epoch-data-centers; 2; {}; {}; Acme Lakeside energised 250.0 USA US-NC | Acme Desert under_construction null ARE null",
                "epoch-timelines; 3; {}; {earlier_state=1, plan_after_the_file=1};"
                        + " Acme Lakeside North Carolina energised 100.0 USA US-NC"
                        + " | Acme Lakeside North Carolina expansion under_construction 300.0 USA US-NC"
                        + " | Acme Hill Ohio energised 80.0 USA US-OH",
                "epoch-gpu-clusters; 2; {}; {anonymous=1, no_country=1, possible_duplicate=1, superseded=1};"
                        + " Acme One energised 150.0 USA null | Acme Two announced 500.0 KOR null",
                "dcmap-registry; 4; {}; {}; North Campus under_construction null USA US-VA | South Campus requested 300.0 USA US-VA"
                        + " | West Campus energised null USA US-VA | West Campus announced 306.0 USA US-VA",
                "dcmap-sites; 2; {}; {}; North Hall unknown null NAM null | unnamed data center unknown 40.0 USA null",
                "dcmap-ai-sites; 4; {}; {no_country=1}; Acme Lakeside North Carolina energised 120.0 USA US-NC"
                        + " | Acme Lakeside North Carolina expansion under_construction 180.0 USA US-NC"
                        + " | Acme Mesa energised 60.0 USA US-AZ | Acme Zhangbei under_construction 500.0 CHN CN-HE",
                "us-dc-observatory; 2; {}; {}; North Hall AC1 unknown null USA US-VA"
                        + " | unnamed data center under_construction null USA US-VA",
                "epri-states; 2; {}; {share_of_its_state=1}; US-VA 2023 30.0 | US-WY 2023 2.01E-4",
                "eia-international-json-capacity; 3; {}; {aggregate=1, included_elsewhere=1, not_applicable=1,"
                        + " not_available=1, outside_the_data_set=1, too_small_to_show=1};"
                        + " AUT 2020 total 25.5 | AUT 2020 hydro 14.5 | WORLD 2020 wind 700.0",
                "eia-international-json-generation; 3; {}; {aggregate=1, included_elsewhere=1, not_applicable=1,"
                        + " not_available=1, outside_the_data_set=1, too_small_to_show=1};"
                        + " AUT 2020 total 25.5 | AUT 2020 hydro 14.5 | WORLD 2020 wind 700.0",
                "eia-international-csv-capacity; 3; {}; {aggregate=4, not_applicable=4, other_measure=9, too_small_to_show=1};"
                        + " AUT 2015 total 24.5 | AUT 2016 total 25.5 | AUT 2015 hydro 13.5",
                "eia-international-csv-generation; 4; {}; {blank=1, included_elsewhere=1, not_applicable=2,"
                        + " not_available=1, other_measure=12};"
                        + " AUT 2015 total 62.5 | WORLD 2015 total 23100.5 | AUT 2015 pumped_storage -1.25",
            })
    void recordsBecomeTheRowsThatThePublisherMeans(
            String format, int rows, String quarantined, String setAside, String shown) {
        Sorted sorted = read(format);

        assertThat(sorted.faults()).as("faults").isEmpty();
        assertThat(sorted.counts().quarantinedByRule()).as("quarantined").hasToString(quarantined);
        assertThat(sorted.counts().setAsideByRule()).as("set aside").hasToString(setAside);
        assertThat(sorted.accepted()).as("rows").hasSize(rows);
        String text = sorted.accepted().stream()
                .map(record -> shown(format, record.values()))
                .collect(Collectors.joining(" | "));
        assertThat(text).startsWith(shown);
    }

    @Test
    void theDayOfASitesPeakIsNoDayOnWhichItBeganToRun() {
        int energised = LAYOUT_OF_PROJECTS.columnNames().indexOf("energised");
        int note = LAYOUT_OF_PROJECTS.columnNames().indexOf("note");
        assertThat(read("dcmap-ai-sites").accepted())
                .allSatisfy(site -> assertThat(site.values()[energised]).isNull())
                .anySatisfy(
                        site -> assertThat(String.valueOf(site.values()[note])).contains("peak 2026-01-31"));
    }

    @Test
    void anHourOfTheBalanceNamesItsStartAndIsProvisionalWhereItWasImputed() {
        RecordLayout demand =
                RecordLayout.of(Formats.named("eia-930-balance").orElseThrow().table());
        assertThat(read("eia-930-balance").accepted())
                .extracting(
                        hour -> hour.values()[demand.index("period_hour")],
                        hour -> hour.values()[demand.index("maturity")])
                .containsExactly(tuple(5, null), tuple(23, "provisional"), tuple(6, null));
    }

    @Test
    void aColumnThatThePublisherRenamedIsNamedWithItsOldName() throws IOException {
        String text = new String(fixture("epoch-data-centers").open().readAllBytes(), StandardCharsets.UTF_8);
        byte[] renamed = text.replaceFirst("Handle", "Name").getBytes(StandardCharsets.UTF_8);
        Sorted sorted = SharedFile.read(
                () -> new ByteArrayInputStream(renamed), "data_centers.csv", "epoch-data-centers", "2026-08");

        assertThat(sorted.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.text())
                        .contains("columns [Handle] are missing")
                        .contains("The file has 'Name' (Epoch AI renamed 'Handle' to 'Name' in 2026)"));
    }

    @Test
    void everyFormatIsRecognisedAndHasAFixture() throws IOException {
        for (Format format : Formats.all()) {
            List<String> recognised = Formats.recognise(fixture(format.formatName())).stream()
                    .map(Format::formatName)
                    .toList();
            assertThat(recognised).as(format.formatName()).contains(format.formatName());
            assertThat(new TreeSet<>(
                            recognised.stream().map(name -> family(name)).toList()))
                    .as("only one publisher's layout fits " + format.formatName())
                    .hasSize(1);
        }
    }

    private static String family(String format) {
        return format.replaceFirst("-(capacity|generation|demand)$", "");
    }

    private static String shown(String format, Object[] values) {
        RecordLayout layout =
                RecordLayout.of(Formats.named(format).orElseThrow().table());
        List<String> columns = switch (layout.table().name()) {
            case "capacity" -> List.of("region", "year", "technology", "capacity_gw");
            case "generation" -> List.of("region", "year", "technology", "generation_twh");
            case "demand" -> List.of("region", "period_start", "demand_twh");
            case "datacenter_load" -> List.of("region", "year", "datacenter_twh");
            case "plants" -> List.of("plant_id", "technology", "capacity_mw", "commissioned_year");
            case "interconnection_requests" ->
                List.of("request_id", "status", "technology", "capacity_mw", "queued", "subdivision");
            default -> List.of("name", "stage", "power_mw", "country", "subdivisions");
        };
        return columns.stream()
                .map(column -> String.valueOf(values[layout.index(column)]))
                .collect(Collectors.joining(" "));
    }

    private static Source fixture(String format) {
        return () -> FormatFixturesTest.class.getResourceAsStream("/load/" + format + ".csv");
    }

    private static Sorted read(String format) {
        // Files of form EIA-930 are named after the authority.
        String file = format.equals("eia-930") ? "PJM.csv" : format + ".csv";
        return SharedFile.read(fixture(format), file, format, "2025-06-30");
    }
}
