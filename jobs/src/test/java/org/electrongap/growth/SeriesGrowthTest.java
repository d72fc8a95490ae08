package org.electrongap.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.electrongap.statistics.Interval;
import org.junit.jupiter.api.Test;

class SeriesGrowthTest {

    private static double value(Series series, String measure, int year) {
        Estimate estimate = Given.measure(series, measure, year);
        assertThat(estimate.reason()).as(measure).isEmpty();
        return estimate.value().orElseThrow();
    }

    private static Status status(Series series, String measure, int year) {
        Estimate estimate = Given.measure(series, measure, year);
        assertThat(estimate.value()).as(measure + " has no value").isEmpty();
        assertThat(estimate.reason()).as(measure + " says why").isNotEmpty();
        return estimate.status();
    }

    @Test
    void exactSevenPercentGrowthIsRecovered() {
        Series series = Given.series(2000, 2020, i -> 100 * Math.pow(1.07, i));

        for (String measure : List.of("year_on_year", "cagr_3", "cagr_5", "cagr_10", "cagr_start")) {
            assertThat(value(series, measure, 2020)).as(measure).isCloseTo(0.07, within(1e-12));
        }
        for (String measure : List.of("log_slope", "rolling_slope_3", "rolling_slope_5", "rolling_slope_10")) {
            assertThat(value(series, measure, 2020)).as(measure).isCloseTo(Math.log(1.07), within(1e-12));
        }
        assertThat(value(series, "doubling_time", 2020)).isCloseTo(Math.log(2) / Math.log(1.07), within(1e-9));
        assertThat(value(series, "acceleration", 2020)).isCloseTo(0, within(1e-12));
        assertThat(value(series, "slope_change", 2020)).isCloseTo(0, within(1e-12));
        assertThat(value(series, "r_squared", 2020)).isCloseTo(1, within(1e-12));
    }

    /** R 4.2.2, lm(log(x) ~ I(year - 2019)) on these five points. */
    @Test
    void slopeAndStandardErrorOverRealYearsAreThoseOfR() {
        Series series = Series.asPublished(
                Given.key("USA", "total"),
                List.of(
                        Point.of(2014, 58),
                        Point.of(2016, 60),
                        Point.of(2018, 76),
                        Point.of(2023, 176),
                        Point.of(2024, 183)));

        assertThat(value(series, "log_slope", 2024)).isCloseTo(.1291234824299339, within(1e-13));
        assertThat(value(series, "log_slope_se", 2024)).isCloseTo(.01412384547230106, within(1e-13));
        assertThat(value(series, "r_squared", 2024)).isCloseTo(.9653501331935253, within(1e-13));
    }

    @Test
    void theDoublingTimeHasTheIntervalOfTheSlopeTurnedOver() {
        Series series = Given.series(2000, 2015, i -> Math.exp(.05 * i + .02 * (i % 3)));

        Interval slope = Given.measure(series, "log_slope", 2015).interval().orElseThrow();
        Interval time = Given.measure(series, "doubling_time", 2015).interval().orElseThrow();

        assertThat(time.lower()).isCloseTo(Math.log(2) / slope.upper(), within(1e-9));
        assertThat(time.upper()).isCloseTo(Math.log(2) / slope.lower(), within(1e-9));
    }

    @Test
    void aSeriesWithoutDirectionHasNoDoublingTimeAndOneThatFallsNever() {
        Series flat = Given.series(2000, 2015, i -> 100 + (i % 2));
        Series falling = Given.series(2000, 2015, i -> 100 * Math.pow(.95, i) + (i % 2));

        assertThat(status(flat, "doubling_time", 2015)).isEqualTo(Status.INTERVAL_CONTAINS_ZERO);
        assertThat(status(falling, "doubling_time", 2015)).isEqualTo(Status.FALLING);
    }

    @Test
    void compoundGrowthCountsElapsedYearsNotRows() {
        Series series = Given.without(Given.series(2010, 2020, i -> 100 * Math.pow(1.1, i)), 2018);

        assertThat(value(series, "cagr_5", 2020)).isCloseTo(.1, within(1e-12));
        assertThat(value(series, "log_slope", 2020)).isCloseTo(Math.log(1.1), within(1e-12));
    }

    @Test
    void aMissingYearGivesNoChangeOverTwoYears() {
        Series series = Given.without(Given.series(2010, 2020, i -> 100 + i), 2018);

        assertThat(status(series, "year_on_year", 2019)).isEqualTo(Status.GAP);
        assertThat(status(series, "net_change", 2019)).isEqualTo(Status.GAP);
        assertThat(value(series, "net_change", 2020)).isEqualTo(1);
    }

    @Test
    void nothingBridgesABreak() {
        Series series = Given.marked(Given.series(2000, 2020, i -> i < 15 ? 100 + i : 300 + i), 2015, Status.BREAK);

        assertThat(status(series, "year_on_year", 2015)).isEqualTo(Status.BREAK);
        assertThat(status(series, "cagr_10", 2020)).isEqualTo(Status.BREAK);
        assertThat(status(series, "rolling_slope_10", 2020)).isEqualTo(Status.BREAK);
        assertThat(Given.measure(series, "log_slope", 2020).n())
                .as("the trend starts with the new meaning")
                .isEqualTo(6);
        assertThat(Given.measure(series, "level", 2015).status()).isEqualTo(Status.BREAK);
        assertThat(value(series, "net_change", 2016)).isEqualTo(1);
    }

    @Test
    void leadingZerosStartTheSeriesAndInteriorZerosRefuseLogarithms() {
        Series leading = Given.series(2000, 2012, i -> i < 3 ? 0 : Math.pow(1.2, i));
        Series interior = Given.series(2000, 2012, i -> i == 6 ? 0 : Math.pow(1.2, i));

        assertThat(value(leading, "log_slope", 2012)).isCloseTo(Math.log(1.2), within(1e-12));
        assertThat(Given.measure(leading, "log_slope", 2012).n()).isEqualTo(10);
        assertThat(status(interior, "log_slope", 2012)).isEqualTo(Status.INTERIOR_ZERO);
        assertThat(status(interior, "year_on_year", 2007)).isEqualTo(Status.NOT_POSITIVE_BASE);
        assertThat(value(interior, "rolling_slope_5", 2012)).isCloseTo(Math.log(1.2), within(1e-12));
    }

    @Test
    void carriedForwardAndProvisionalValuesStayOutOfFits() {
        Series repeated = Given.marked(Given.series(2010, 2020, i -> Math.pow(1.1, i)), 2015, Status.CARRIED_FORWARD);
        Series provisional = Given.marked(Given.series(2010, 2020, i -> Math.pow(1.1, i)), 2020, Status.PROVISIONAL);

        assertThat(Given.measure(repeated, "log_slope", 2020).n()).isEqualTo(10);
        assertThat(status(repeated, "net_change", 2015)).isEqualTo(Status.CARRIED_FORWARD);
        assertThat(Given.measure(provisional, "log_slope", 2020).n()).isEqualTo(10);
        Estimate change = Given.measure(provisional, "year_on_year", 2020);
        assertThat(change.status()).isEqualTo(Status.PROVISIONAL);
        assertThat(change.value().orElseThrow()).isCloseTo(.1, within(1e-12));
    }

    @Test
    void growthEndsWithTheLastUsableYear() {
        Series series = Given.marked(Given.series(2010, 2020, i -> Math.pow(1.1, i)), 2020, Status.NOT_INSTALLED);

        assertThat(value(series, "cagr_5", 2019)).isCloseTo(.1, within(1e-12));
        assertThat(status(series, "net_change", 2020)).isEqualTo(Status.NOT_INSTALLED);
    }

    @Test
    void aNegativeNetChangeIsALevelAndNeverAPercentage() {
        Series series = Given.series(2010, -5, -4, -6);

        assertThat(value(series, "net_change", 2012)).isEqualTo(-2);
        assertThat(status(series, "year_on_year", 2012)).isEqualTo(Status.NOT_POSITIVE_BASE);
        assertThat(status(series, "log_slope", 2012)).isEqualTo(Status.TOO_FEW_POINTS);
    }

    @Test
    void twoPointsHaveNoStandardErrorAndNoTrend() {
        Series series = Given.series(2019, 10, 11);

        assertThat(status(series, "log_slope", 2020)).isEqualTo(Status.TOO_FEW_POINTS);
        assertThat(value(series, "cagr_start", 2020)).isCloseTo(.1, within(1e-12));
        assertThat(status(series, "cagr_3", 2020)).isEqualTo(Status.GAP);
    }

    @Test
    void aChangeOfTrendIsFoundInItsYear() {
        Series series = Given.series(
                2000, 2019, i -> Math.exp((i < 10 ? .02 * i : .2 + .15 * (i - 10)) + (i % 2 == 0 ? .004 : -.004)));

        assertThat(value(series, "break_year", 2019)).isBetween(2009.0, 2011.0);
        assertThat(value(series, "acceleration", 2019)).isPositive();
    }

    @Test
    void theLastFiveYearsAreSetAgainstTheFiveBefore() {
        Series series = Given.series(2010, 2019, i -> Math.exp(i < 5 ? .02 * i : .1 + .15 * (i - 5)));

        assertThat(value(series, "slope_change", 2019)).isCloseTo(.13, within(1e-12));
    }

    @Test
    void contributionsOfThePartsAddUpToTheGrowthOfTheTotal() {
        Series total = Given.series(2020, 100, 112);
        Series part = Given.series(2020, 40, 49);
        Series rest = Given.series(2020, 60, 63);

        double sum = 0;
        for (Series each : List.of(part, rest)) {
            sum += Given.measure(SeriesGrowth.of(each, Optional.of(total)), "contribution_to_growth", 2021)
                    .value()
                    .orElseThrow();
        }

        assertThat(sum).isCloseTo(value(total, "year_on_year", 2021), within(1e-15));
    }

    @Test
    void relativeMeasuresDoNotDependOnTheUnitAndSlopesNotOnTheCalendar() {
        Random random = new Random(7);
        for (int run = 0; run < 50; run++) {
            double[] values = random.doubles(15, 1, 100).toArray();
            double scale = random.nextDouble(1e-3, 1e3);
            Series series = Given.series(2005, values);
            Series scaled = Given.series(2005, 2019, i -> scale * values[i]);
            Series shifted = Given.series(1955, values);
            for (String measure : List.of("year_on_year", "cagr_5", "log_slope", "acceleration", "rolling_slope_5")) {
                double expected = value(series, measure, 2019);
                assertThat(value(scaled, measure, 2019))
                        .as("%s scaled", measure)
                        .isCloseTo(expected, within(1e-10));
                assertThat(value(shifted, measure, 1969))
                        .as("%s shifted", measure)
                        .isCloseTo(expected, within(1e-10));
            }
        }
    }
}
