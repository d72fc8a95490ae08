package org.electrongap.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.electrongap.statistics.Interval;
import org.junit.jupiter.api.Test;

class CatchUpTest {

    private static final int LAST = 2024;

    private static Series growing(double start, double slope, double noise) {
        return Given.series(2015, LAST, i -> start * Math.exp(slope * i + noise * ((i * 7) % 5 - 2)));
    }

    @Test
    void twoExactExponentialsMeetWhereTheyMeet() {
        Series leader = Given.series(2015, LAST, i -> 400 * Math.exp(.02 * (i - 9)));
        Series chaser = Given.series(2015, LAST, i -> 100 * Math.exp(.12 * (i - 9)));

        Estimate year = CatchUp.of(leader, chaser, LAST).year();

        assertThat(year.value().orElseThrow()).isCloseTo(LAST + Math.log(4) / .1, within(1e-6));
    }

    @Test
    void theOrderOfTheTwoDoesNotMatter() {
        Series a = growing(400, .02, .01);
        Series b = growing(100, .1, .013);

        assertThat(CatchUp.of(a, b, LAST).year().value().orElseThrow())
                .isCloseTo(CatchUp.of(b, a, LAST).year().value().orElseThrow(), within(1e-9));
    }

    @Test
    void theIntervalHoldsTheYearAndTheProbabilityGrowsThroughIt() {
        CatchUp catchUp = CatchUp.of(growing(400, .02, .02), growing(100, .1, 0), LAST);
        Estimate year = catchUp.year();
        Interval interval = year.interval().orElseThrow();

        assertThat(interval.contains(year.value().orElseThrow())).isTrue();
        double before =
                catchUp.probabilityBy((int) interval.lower() - 3).value().orElseThrow();
        double after = catchUp.probabilityBy((int) interval.upper() + 3).value().orElseThrow();
        assertThat(before).isLessThan(.2);
        assertThat(after).isGreaterThan(.8);
        assertThat(catchUp.probabilityBy((int) Math.round(year.value().orElseThrow()))
                        .value()
                        .orElseThrow())
                .as("even odds near the year itself")
                .isBetween(.3, .7);
    }

    @Test
    void aLeadThatMayBeNoneHasNoBoundedInterval() {
        Estimate year =
                CatchUp.of(growing(400, .02, .1), growing(390, .021, 0), LAST).year();

        assertThat(year.status()).isIn(Status.UNBOUNDED, Status.NOT_CATCHING_UP);
        assertThat(year.interval()).isEmpty();
        assertThat(year.reason()).isNotEmpty();
    }

    @Test
    void aSlowerFollowerDoesNotCatchUp() {
        Estimate year =
                CatchUp.of(growing(400, .1, .01), growing(100, .02, .012), LAST).year();

        assertThat(year.value()).isEmpty();
        assertThat(year.status()).isEqualTo(Status.NOT_CATCHING_UP);
    }

    @Test
    void aBreakOfEitherRefusesTheFit() {
        Series broken = Given.marked(growing(100, .1, 0), 2020, Status.BREAK);

        assertThat(CatchUp.of(growing(400, .02, .01), broken, LAST).year().status())
                .isEqualTo(Status.BREAK);
        assertThat(CatchUp.of(growing(400, .02, .01), broken, LAST)
                        .probabilityBy(2030)
                        .status())
                .isEqualTo(Status.BREAK);
    }
}
