package org.electrongap.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sentences tell 14 % as a fall. */
class ClaimedFallTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Generation fell by 14 % in 2023.|true",
                "Generation fell from 561 to 480 TWh, by 14 %.|true",
                "A fall of 14 % followed.|true",
                "A 14 % decline followed.|true",
                "Generation was 14 % lower than in 2022.|true",
                "While wind grew, coal was down 14 %.|true",
                "By 14 % generation fell in 2023.|true",
                "Generation halved.|true",
                "Generation rose by 14 % while coal fell.|false",
                "Coal fell, and solar grew by 14 %.|false",
                "A cut in costs let solar grow by 14 %.|false",
                "Coal fell to 3 TWh; there was 14 % more solar.|false",
                "In the fall of 2023 generation stood 14 % above 2022.|false",
                "Last fall generation was up 14 %.|false",
                "Solar, with 14 %, leads while coal declines.|false"
            })
    void theWordsBesideTheNumberTellItsDirection(String statement, boolean fall) {
        Claims claim = Claims.of("growth", "Generation of a country").saying(statement);
        assertThat(ClaimedFall.isToldBy(claim.value("14", "percent").claim()))
                .as(statement)
                .isEqualTo(fall);
        assertThat(ClaimedFall.isToldBy(claim.value("-14", "percent").claim()))
                .as("a sign says it already: %s", statement)
                .isFalse();
    }
}
