package org.electrongap.load.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Sorting.Sorted;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a publisher adds to its files must not pass as something that is known; what it says of a figure is kept. */
class UnknownThingsTest {

    private static final String PARCEL = "county|3|West Campus||39.2";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "\"productid\":29; \"productid\":4711; unknown_technology; '4711' is no known product",
                "\"iso\":\"DEUW\"; \"iso\":\"ATLA\"; unknown_region; 'ATLA' is no known region",
                "se|14.5; zz|14.5; not_a_number; zz"
            })
    void anUnknownProductAreaOrFlagOfEiaIsQuarantined(String known, String other, String rule, String reason) {
        Sorted sorted = read("eia-international-json-generation", known, other);

        assertThat(sorted.counts().quarantinedByRule()).isEqualTo(Map.of(rule, 1L));
        assertThat(sorted.quarantined().get(0).reason()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "owid-mix-generation, Electricity from solar (TWh), Electricity from fusion (TWh)",
        "owid-energy-generation, solar_electricity, fusion_electricity"
    })
    void aColumnOfANewTechnologyIsToldAndNotPassedOver(String format, String known, String added) {
        assertThat(read(format, known, added).faults())
                .extracting(Fault::what)
                .containsExactly("column '" + added + "' is unknown");
    }

    @ParameterizedTest
    @CsvSource({"json-capacity", "json-generation", "csv-capacity", "csv-generation"})
    void aFigureThatEiaEstimatedIsProvisionalInBothOfItsFormats(String format) {
        Sorted sorted = read("eia-international-" + format, "", "");
        int maturity = RecordLayout.of(TableName.core("capacity")).index("maturity");

        assertThat(sorted.marked()).isEqualTo(Map.of("estimated_by_publisher", 1L));
        assertThat(sorted.accepted())
                .filteredOn(record -> "provisional".equals(record.values()[maturity]))
                .hasSize(1);
    }

    @Test
    void aReportedPowerOfAClusterIsNotTakenForThatOfTheFacility() {
        Sorted sorted = read("epoch-gpu-clusters", "", "");
        int kind = RecordLayout.of(TableName.core("datacenter_projects")).index("power_kind");

        assertThat(sorted.marked()).isEqualTo(Map.of("facility_or_it_power_not_said", 1L));
        assertThat(sorted.accepted())
                .extracting(record -> record.values()[kind])
                .containsExactly("facility", "unknown");
    }

    @Test
    void imputedHoursAreCountedByTheReason() {
        assertThat(read("eia-930", "", "").marked()).isEqualTo(Map.of("anomalous_imputed", 1L, "missing_imputed", 1L));
    }

    @ParameterizedTest
    @CsvSource({"SC, US-SCPSA, 0", "VA, , 1"})
    void anAuthorityOfAnHourlyFileIsNeverTakenForAState(String authority, String region, long unknown) {
        Sorted balance = read("eia-930-balance", "\nAEC,", "\n" + authority + ",");
        Sorted cleaned = SharedFile.read(
                () -> getClass().getResourceAsStream("/load/eia-930.csv"), authority + ".csv", "eia-930", "2025-06-30");
        int column = RecordLayout.of(TableName.core("demand")).index("region");

        assertThat(balance.counts().quarantinedByRule().getOrDefault("unknown_region", 0L))
                .isEqualTo(unknown);
        assertThat(cleaned.counts().quarantinedByRule().getOrDefault("unknown_region", 0L))
                .isEqualTo(3 * unknown);
        assertThat(Stream.concat(balance.accepted().stream().skip(2), cleaned.accepted().stream())
                        .map(hour -> hour.values()[column])
                        .distinct())
                .containsExactlyElementsOf(region == null ? List.of() : List.of(region));
    }

    @Test
    void aRecordThatIsThereTwiceCountsOnceAndOneWithTwoFiguresWaits() {
        Sorted sorted = read("ember-capacity", "", "");

        assertThat(sorted.counts().exactDuplicates()).isEqualTo(1);
        assertThat(sorted.counts().quarantinedByRule()).isEqualTo(Map.of("below_minimum", 1L, "conflicting_key", 2L));
    }

    @Test
    void kilowattHoursThatAreNoMegawattHoursAreRefusedAsAWrongUnit() {
        Sorted sorted = read("epri-states", "A,250000,", "A,250000000,");

        assertThat(sorted.faults()).extracting(Fault::rule).contains("wrong_unit");
    }

    @Test
    void aMonthOfPublicationCountsToItsLastDay() {
        Sorted sorted = SharedFile.read(
                () -> new ByteArrayInputStream("""
                        Date,Data center,Construction status,Power (MW)
                        2025-12-05,Acme Hill Ohio,Running,80.0
                        2026-01-05,Acme Hill Ohio,Second hall,90.0
                        """.getBytes(StandardCharsets.UTF_8)),
                "data_center_timelines.csv",
                "epoch-timelines",
                "2025-12");
        RecordLayout layout = RecordLayout.of(TableName.core("datacenter_projects"));

        assertThat(sorted.accepted())
                .extracting(record ->
                        List.of(record.values()[layout.index("stage")], record.values()[layout.index("power_mw")]))
                .containsExactly(List.of("energised", 80.0), List.of("under_construction", 10.0));
    }

    @Test
    void thePartsOfAParcelKeepTheirIdentitiesWhileTheirStagesProgress() {
        assertThat(parcel("Proposed")).containsExactly(PARCEL);
        assertThat(parcel("Under Construction", "Proposed"))
                .isEqualTo(parcel("Existing", "Under Construction"))
                .isEqualTo(parcel("Built", "Proposed", "a word that nobody knows"))
                .containsExactly(PARCEL, PARCEL + " expansion");
        assertThat(parcel("Proposed", "Existing")).containsExactly(PARCEL + " expansion", PARCEL);
        assertThat(parcel("Existing", "a word that nobody knows")).containsExactly(PARCEL);
        assertThat(parcel("Existing", "Under Construction", "Proposed"))
                .containsExactly(PARCEL, PARCEL + " expansion", PARCEL + " expansion expansion");
    }

    private static List<Object> parcel(String... statuses) {
        String header = "source,locality,name,operator,osm_ref,status,mw,utility,parcel_id,zoning_case,lon,lat\n";
        String rows = Stream.of(statuses)
                .map(status -> "county,Hill County,West Campus,Acme,," + status + ",,North Power,3,,-77.7,39.2\n")
                .collect(Collectors.joining());
        Sorted sorted = SharedFile.read(
                () -> new ByteArrayInputStream((header + rows).getBytes(StandardCharsets.UTF_8)),
                "registry.csv",
                "dcmap-registry",
                "2026-08-16");
        int recordId = RecordLayout.of(TableName.core("datacenter_projects")).index("record_id");
        return sorted.accepted().stream()
                .map(record -> record.values()[recordId])
                .toList();
    }

    private static Sorted read(String format, String text, String replacement) {
        String file = format.equals("eia-930") ? "PJM.csv" : format + ".csv";
        return SharedFile.read(
                () -> {
                    try (var in = UnknownThingsTest.class.getResourceAsStream("/load/" + format + ".csv")) {
                        String all = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                        return new ByteArrayInputStream(
                                all.replace(text, replacement).getBytes(StandardCharsets.ISO_8859_1));
                    }
                },
                file,
                format,
                "2025-06-30");
    }
}
