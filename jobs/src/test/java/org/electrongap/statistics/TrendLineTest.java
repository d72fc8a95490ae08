package org.electrongap.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Known answers: R 4.2.2. */
class TrendLineTest {

    private static final Offset<Double> TIGHT = within(1e-12);
    private static final double[] CENTRED_YEARS = {-5, -3, -1, 4, 5};
    private static final double[] LOAD_TWH = {58, 60, 76, 176, 183};

    @Test
    void exactSevenPercentGrowthIsRecovered() {
        double[] years = IntStream.rangeClosed(2000, 2024).asDoubleStream().toArray();
        double[] values = IntStream.rangeClosed(0, 24)
                .mapToDouble(i -> 100 * StrictMath.pow(1.07, i))
                .toArray();
        TrendLine line = TrendLine.logLinear(years, values).orElseThrow();

        assertThat(line.growthRate().orElseThrow()).as("growth").isCloseTo(0.07, within(1e-13));
        assertThat(line.doublingTime().orElseThrow()).as("doubling time").isCloseTo(10.244768351058712, within(1e-11));
        assertThat(line.slopeStandardError()).as("standard error").isLessThan(1e-14);
    }

    @Test
    void logLinearFitOfTheLoadHistoryAgreesWithR() {
        TrendLine line = TrendLine.logLinear(CENTRED_YEARS, LOAD_TWH).orElseThrow();
        LinearFit fit = line.fit();

        assertThat(fit.coefficients())
                .as("coefficients")
                .containsExactly(new double[] {4.573098212186885, 0.1291234824299339}, TIGHT);
        assertThat(fit.standardErrors())
                .as("standard errors")
                .containsExactly(new double[] {.05506488687055188, .01412384547230106}, TIGHT);
        assertThat(fit.residualStandardError()).as("s").isCloseTo(.1231288302158897, TIGHT);
        assertThat(fit.rSquared().orElseThrow()).as("R2").isCloseTo(.9653501331935253, TIGHT);
    }

    @Test
    void predictionOf2030AgreesWithR() {
        LinearFit fit =
                TrendLine.logLinear(CENTRED_YEARS, LOAD_TWH).orElseThrow().fit();

        assertThat(fit.predict(11)).as("prediction").isCloseTo(5.993456518916158, TIGHT);
        assertInterval(fit.predictionInterval(0.80, 11), 5.656501633125564, 6.330411404706752);
        assertInterval(fit.predictionInterval(0.95, 11), 5.338689595793258, 6.648223442039058);
        assertInterval(fit.confidenceInterval(0.95, 11), 5.468887550143304, 6.518025487689012);
    }

    @Test
    void weightedFitAgreesWithR() {
        LinearFit fit = TrendLine.logLinear(CENTRED_YEARS, LOAD_TWH, new double[] {1, 1, 1, 4, 4})
                .orElseThrow()
                .fit();

        assertThat(fit.coefficients())
                .as("coefficients")
                .containsExactly(new double[] {4.5870101418977365, .1314181460628907}, TIGHT);
        assertThat(fit.standardErrors())
                .as("standard errors")
                .containsExactly(new double[] {.05241438808151029, .01232310997618621}, TIGHT);
    }

    @Test
    void theNileFallsAsInR() {
        ReferenceData nile = ReferenceData.of("classic/Nile.csv");
        TrendLine line = TrendLine.linear(nile.x1(), nile.y()).orElseThrow();

        assertThat(line.slope()).as("slope").isCloseTo(-2.714305430543053, TIGHT);
        assertThat(line.slopeStandardError()).as("standard error").isCloseTo(.5215540901574569, TIGHT);
        assertThat(line.doublingTime().reason())
                .as("a falling series")
                .contains("the trend does not rise: it never doubles");
        assertThat(line.growthRate().isRefused()).as("growth of a linear line").isTrue();
    }

    @Test
    void doublingTimeOfAnUncertainSlopeHasNoInterval() {
        TrendLine line = TrendLine.logLinear(new double[] {1, 2, 3, 4}, new double[] {1, 3, 1, 3})
                .orElseThrow();

        assertThat(line.doublingTime().isRefused()).as("point").isFalse();
        assertThat(line.doublingTimeInterval(0.95).reason())
                .as("interval")
                .contains("the interval of the slope does not lie above 0");
    }

    @Test
    void aZeroHasNoLogarithm() {
        assertThat(TrendLine.logLinear(new double[] {1, 2, 3}, new double[] {1, 0, 3})
                        .reason())
                .as("refusal")
                .contains("a value is not positive: it has no logarithm");
    }

    private static void assertInterval(Interval interval, double lower, double upper) {
        assertThat(interval.lower()).as("lower").isCloseTo(lower, TIGHT);
        assertThat(interval.upper()).as("upper").isCloseTo(upper, TIGHT);
    }
}
