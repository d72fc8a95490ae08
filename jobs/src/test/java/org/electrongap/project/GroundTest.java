package org.electrongap.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GroundTest {

    private static final Vocabulary WORDS = LinkageRules.bundled().vocabulary();

    @Test
    void parcelsAddressesAndBuildingsAreLotsAndTheRestNamesTowns() {
        Ground ground =
                Ground.of("parcel 045-28-2657.00; building bldg-7f3a21; 1 Acme Rd, Northton, VA 20000", "", WORDS);
        assertThat(ground.lots()).containsExactlyInAnyOrder("parcel|45282657", "building|bldg7f3a21", "address|1 acme");
        assertThat(ground.towns()).containsExactly("northton");
    }

    @Test
    void numbersOfOneParcelAreOneHoweverTheyAreWritten() {
        assertThat(Ground.of("parcel 45282657000", "", WORDS)).isEqualTo(Ground.of("parcel 045282657000", "", WORDS));
        assertThat(Ground.of("parcel 7694-95-7303.00", "", WORDS))
                .isEqualTo(Ground.of("parcel 7694-95-7303", "", WORDS));
    }

    @Test
    void anAddressMayStandInTheName() {
        assertThat(Ground.of("", "21 ACME HILL CIR", WORDS).lots()).containsExactly("address|21 acme hill");
        assertThat(Ground.of("", "14 Hwy 54 W", WORDS).lots()).containsExactly("address|14 hwy 54");
        assertThat(Ground.of("Northton", "Acme 2 Campus", WORDS).lots())
                .as("a number by itself")
                .isEmpty();
    }
}
