package org.electrongap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.electrongap.report.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @Test
    void aShareIsToldWithItsIntervalAndWhatItIsOf() {
        assertThat(Figures.text(figure(0.0815, 0.062, 0.119, 0.8, "fraction", "end use")))
                .isEqualTo("8.2 % [6.2 % to 11.9 %, 80 %] of end use");
    }

    @Test
    void anIntervalWithoutALevelIsToldWithoutOne() {
        assertThat(Figures.text(figure(1, 0.5, 2.0, null, "ratio", "")))
                .isEqualTo("1.0 times [0.5 times to 2.0 times]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2061.45 | GW          | 2,061.5 GW",
                "0.371   | probability | 0.37",
                "11.27   | ratio       | 11.3 times",
                "2030    | year        | 2030",
                "-3.2    | TWh         | -3.2 TWh"
            })
    void aNumberIsToldInItsUnit(double value, String unit, String expected) {
        assertThat(Figures.text(figure(value, null, null, null, unit, ""))).isEqualTo(expected);
    }

    @Test
    void aChangeOfAPercentageIsToldInPoints() {
        assertThat(Figures.change(-0.0052, "fraction")).isEqualTo("-0.52 points");
        assertThat(Figures.change(0.12, "percentage points")).isEqualTo("+0.12 points");
        assertThat(Figures.change(267.8, "TWh")).isEqualTo("+267.8 TWh");
    }

    private static Manifest.Figure figure(
            double value, Double lower, Double upper, Double level, String unit, String denominator) {
        return new Manifest.Figure("id", "label", 2024, value, lower, upper, level, unit, denominator, "basis");
    }
}
