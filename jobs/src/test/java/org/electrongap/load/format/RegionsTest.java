package org.electrongap.load.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegionsTest {

    @Test
    void blankNamesNoPlace() {
        assertThat(Regions.state("")).as("state").isEmpty();
        assertThat(Regions.state(" ")).as("state").isEmpty();
        assertThat(Regions.country("")).as("country").isEmpty();
        assertThat(Regions.countryOfShortCode("")).as("short code").isEmpty();
    }

    @Test
    void severalStatesBecomeAList() {
        assertThat(Regions.states("Virginia")).contains("US-VA");
        assertThat(Regions.states("VA; North Carolina")).contains("US-VA;US-NC");
        assertThat(Regions.states("TN/MS")).contains("US-TN;US-MS");
        assertThat(Regions.states("Maryland and Rhode Island")).contains("US-MD;US-RI");
        assertThat(Regions.states("VA; Atlantis")).as("one is none").isEmpty();
        assertThat(Regions.states("")).as("blank").isEmpty();
    }

    @Test
    void campusesAreFoundByAStateAtTheEndOrAKnownPlace() {
        assertThat(CampusPlaces.of("Acme Stargate New Mexico")).contains(new CampusPlaces.Place("USA", "US-NM"));
        assertThat(CampusPlaces.of("Acme Ellendale ND")).contains(new CampusPlaces.Place("USA", "US-ND"));
        assertThat(CampusPlaces.of("Acme Zhangbei")).contains(new CampusPlaces.Place("CHN", "CN-HE"));
        assertThat(CampusPlaces.of("Acme Columbus")).as("several towns").contains(new CampusPlaces.Place("USA", ""));
        assertThat(CampusPlaces.of("Acme in")).as("a word that is no code").isEmpty();
        assertThat(CampusPlaces.of("ND")).as("a code alone").isEmpty();
    }
}
