package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyBoundsTest {

    private static final List<String> COLUMNS = List.of("region", "period_start");

    @Test
    void keysAreApartWhereOneColumnOfThemIs() {
        KeyBounds spring = bounds(key("USA", "2026-01-01"), key("CHN", "2026-06-30"));

        assertThat(spring.isApartFrom(bounds(key("DEU", "2026-07-01"))))
                .as("later")
                .isTrue();
        assertThat(spring.isApartFrom(bounds(key("ZAF", "2026-02-01"))))
                .as("elsewhere")
                .isTrue();
        assertThat(spring.isApartFrom(bounds(key("USA", "2026-06-30"), key("ZAF", "2027-01-01"))))
                .as("the same day")
                .isFalse();
    }

    @Test
    void aKeyWithoutAValueInAColumnIsNotToldApartByIt() {
        KeyBounds early = bounds(key("USA", "2026-01-01"), Arrays.asList("USA", null));

        assertThat(early.isApartFrom(bounds(key("USA", "2027-01-01")))).isFalse();
        assertThat(early.isApartFrom(bounds(key("CHN", "2027-01-01"))))
                .as("elsewhere")
                .isTrue();
    }

    @Test
    void textsAreInTheOrderOfSpark() {
        // UTF-16 has the second before the first.
        KeyBounds wide = bounds(key("\uFF5E", "2026-01-01"), key("\uD83D\uDE00", "2026-01-01"));

        assertThat(wide.spans().get(0).orElseThrow().greatest()).isEqualTo("\uD83D\uDE00");
    }

    private static KeyBounds bounds(List<Object> key) {
        return KeyBounds.of(COLUMNS, List.of(key));
    }

    private static KeyBounds bounds(List<Object> one, List<Object> other) {
        return KeyBounds.of(COLUMNS, List.of(one, other));
    }

    private static List<Object> key(String region, String day) {
        return List.of(region, LocalDate.parse(day));
    }
}
