package org.electrongap.load.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionCodesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "USA",
                "XKX",
                "WORLD",
                "US-VA",
                "JP-12",
                "DE-BY",
                "US-PJM",
                "US-CISO",
                "EUROPE",
                "APAC_EX_CHN",
                "EU27",
                "AGG-ASEAN",
                "USA+CHN",
                "NAM"
            })
    void codesOfTheTableAreRegions(String code) {
        assertThat(RegionCodes.REGION.holds(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ZZZ", "US", "usa", "US-ZZ", "US-ZZZ", "ZZ-12", "USA+", "USA+ZZZ", "ASIA", "NA", "-", "US-"})
    void othersAreNone(String code) {
        assertThat(RegionCodes.REGION.holds(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-TN;US-MS", "US-WA; US-VA", "CN-HE"})
    void listsOfSubdivisions(String codes) {
        assertThat(RegionCodes.SUBDIVISIONS.holds(codes)).isTrue();
        assertThat(RegionCodes.COUNTRY.holds(codes)).isFalse();
    }
}
