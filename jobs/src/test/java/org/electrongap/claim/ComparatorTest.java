package org.electrongap.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a statement tells its number, in English and in Japanese. */
class ComparatorTest {

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "more than 430 GW, 430, MORE_THAN",
        "no more than 430 GW, 430, LESS_THAN",
        "does not exceed 430 GW, 430, LESS_THAN",
        "no less than 430 GW, 430, AT_LEAST",
        "not less than 430 GW, 430, AT_LEAST",
        "fewer than 430 plants, 430, LESS_THAN",
        "430GW超, 430, MORE_THAN",
        "430GW超え, 430, MORE_THAN",
        "430GWを超える, 430, MORE_THAN",
        "430GWを超す, 430, MORE_THAN",
        "430GWの大台を超えた, 430, MORE_THAN",
        "3割超の電力, 3, MORE_THAN",
        "20か月超, 20, MORE_THAN",
        "100MWの超大型, 100, ",
        "100MW級超大型, 100, ",
        "500kV超高圧, 500, ",
        "500kV超電導, 500, ",
        "約100MWの超大型, 100, ABOUT",
        "100MWの発電所の近く, 100, ",
        "100MW近く, 100, ABOUT",
        "430GWを超えない, 430, LESS_THAN",
        "430GWを超えず, 430, LESS_THAN",
        "430GWを超えていない, 430, LESS_THAN",
        "430GWを超えることはない, 430, LESS_THAN",
        "430GWを上回らない, 430, LESS_THAN",
        "430GWを上回っていません, 430, LESS_THAN",
        "430GWを下回らない, 430, AT_LEAST",
        "430GWを下回ることはなかった, 430, AT_LEAST",
        "430GWを下回った, 430, LESS_THAN",
        "430GWに満たない, 430, LESS_THAN",
        "最大430GW, 430, UP_TO",
        "合計最大430GW, 430, UP_TO",
        "過去最高430GW, 430, ",
        "史上最大430GW, 430, ",
        "世界最大430MW, 430, ",
        "１，０００GWを超える, 1000, MORE_THAN",
        "約１，０００GW, 1000, ABOUT",
        "more than １，０００ GW, 1000, MORE_THAN"
    })
    void theComparatorStandsBesideItsNumber(String statement, String number, Comparator expected) {
        assertThat(Comparator.readFrom(statement, number)).as(statement).isEqualTo(Optional.ofNullable(expected));
    }
}
