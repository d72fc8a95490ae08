package org.electrongap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    private static final Map<String, Object> ROW =
            Map.of("region", "USA", "year", 2024L, "share", 0.044, "published", LocalDate.of(2025, 3, 31), "ok", true);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "year >= 2020, true",
                "year > 2024, false",
                "year = 2024.0, true",
                "year==2024, true",
                "year != 2024, false",
                "year < 900, false",
                "share < 0.1, true",
                "share <= 4.4e-2, true",
                "region = USA, true",
                "region = 'USA', true",
                "region != CHN, true",
                "region ~ us, true",
                "region ~ x, false",
                "published >= 2025-01-01, true",
                "published < 2025-03-31, false",
                "`region in CHN,USA`, true",
                "`year in 2020, 2024.0`, true",
                "region in CHN, false",
                "ok = true, true"
            })
    void aRowMeetsACondition(String text, boolean expected) {
        assertThat(Condition.parse(text).orElseThrow().test(ROW)).as(text).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "year >= 2020, true",
                "year > -1.5e3, true",
                "`year in 2020, 2024`, true",
                "year = , true",
                "year ~ 20, true",
                "year >= soon, false",
                "`year in 2020, soon`, false",
                "year = 20x, false"
            })
    void aColumnOfNumbersIsHeldAgainstNumbersOnly(String text, boolean expected) {
        assertThat(Condition.parse(text).orElseThrow().comparesNumbers())
                .as(text)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "year", ">= 2020", "year 2020", "year BETWEEN 1 AND 2", "a b = 1"})
    void anotherFormIsNoCondition(String text) {
        assertThat(Condition.parse(text)).as(text).isEmpty();
    }

    @Test
    void nothingIsExecuted() {
        Condition condition = Condition.parse("region = USA' OR '1'='1").orElseThrow();

        assertThat(condition.value()).as("value").isEqualTo("USA' OR '1'='1");
        assertThat(condition.test(ROW)).as("met").isFalse();
    }

    @Test
    void anEmptyCellMeetsOnlyInequalityAndTheEmptyText() {
        Map<String, Object> row = new HashMap<>(Collections.singletonMap("value", null));

        assertThat(Condition.parse("value > 1").orElseThrow().test(row)).as(">").isFalse();
        assertThat(Condition.parse("value != 1").orElseThrow().test(row))
                .as("!=")
                .isTrue();
        assertThat(Condition.parse("value = ").orElseThrow().test(row))
                .as("= nothing")
                .isTrue();
    }

    @Test
    void signsInTheOtherOrderAreUnderstood() {
        Condition condition = Condition.parse("year => 2020").orElseThrow();

        assertThat(condition.test(Map.of("year", 2020))).isTrue();
        assertThat(condition.test(Map.of("year", 2019))).isFalse();
        assertThat(condition.isEquality()).isFalse();
    }
}
