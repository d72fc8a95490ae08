package org.electrongap.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FiellerTest {

    @Test
    void endsOfTheIntervalSolveTheDefiningInequalityAsAnEquality() {
        Fieller ratio = new Fieller(1.2, 0.08, 0.01, 0.0002, 0.0001);
        Interval interval = ratio.interval(2.0, 0.95).orElseThrow();

        for (double rho : new double[] {interval.lower(), interval.upper()}) {
            double left = Math.pow(1.2 - rho * 0.08, 2);
            double right = 4 * (0.01 - 2 * rho * 0.0002 + rho * rho * 0.0001);
            assertThat(left).as("at rho = %s", rho).isCloseTo(right, within(1e-12));
        }
        assertThat(interval.contains(ratio.ratio().orElseThrow()))
                .as("holds the estimate")
                .isTrue();
    }

    @Test
    void anUncertainDenominatorIsUnbounded() {
        assertThat(new Fieller(1, 0.1, 0.01, 0, 0.01).interval(1.96, 0.95).reason())
                .as("0.1 is one standard error from 0")
                .contains(Fieller.UNBOUNDED);
    }

    @Test
    void aCertainDenominatorOnlyScalesTheNumerator() {
        Interval interval = new Fieller(6, 2, 1, 0, 0).interval(2, 0.95).orElseThrow();

        assertThat(interval.lower()).as("(6 - 2) / 2").isCloseTo(2, within(1e-14));
        assertThat(interval.upper()).as("(6 + 2) / 2").isCloseTo(4, within(1e-14));
    }
}
