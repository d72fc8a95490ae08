package org.electrongap.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoresTest {

    @Test
    void percentageErrorIsSymmetricAndBounded() {
        assertThat(Scores.symmetricPercentageError(100, 50)).as("half").isCloseTo(200 * 50 / 150.0, within(1e-12));
        assertThat(Scores.symmetricPercentageError(50, 100)).as("double").isCloseTo(200 * 50 / 150.0, within(1e-12));
        assertThat(Scores.symmetricPercentageError(0, 0)).as("both zero").isZero();
        assertThat(Scores.smape(new double[] {1, 0}, new double[] {1, 5}))
                .as("mean of 0 and 200")
                .isEqualTo(100);
    }

    @Test
    void scaledErrorOfTheNaiveForecastInsideIsOne() {
        double[] values = {1, 3, 2, 6};
        double scale = Scores.meanAbsoluteStep(values, 1).orElseThrow();

        assertThat(scale).as("(2 + 1 + 4) / 3").isCloseTo(7 / 3.0, within(1e-15));
        assertThat(Scores.mase(new double[] {3, 2, 6}, new double[] {1, 3, 2}, scale))
                .as("MASE")
                .isCloseTo(1, within(1e-15));
        assertThat(Scores.meanAbsoluteStep(new double[] {5, 5, 5}, 1).reason())
                .as("no steps")
                .contains("the series never changes: errors have no scale");
        assertThat(Scores.owa(10, 2, 20, 2)).as("OWA").isEqualTo(0.75);
    }

    @Test
    void aMissCostsFortyTimesItsSizeAtNinetyFivePercent() {
        Interval interval = new Interval(10, 14, 0.95);

        assertThat(Scores.scaledIntervalScore(12, interval, 2)).as("hit").isCloseTo(2, within(1e-12));
        assertThat(Scores.scaledIntervalScore(15, interval, 2)).as("miss by 1").isCloseTo(22, within(1e-10));
        assertThat(Scores.scaledIntervalScore(9, interval, 2))
                .as("miss by 1 below")
                .isCloseTo(22, within(1e-10));
    }

    @Test
    void crpsOfALargeNormalSampleAgreesWithTheClosedForm() {
        double[] sample = IntStream.range(0, 20_000)
                .mapToDouble(i -> 3 + 2 * Probability.normalQuantile((i + 0.5) / 20_000))
                .toArray();

        assertThat(Scores.crps(4.5, sample)).as("CRPS").isCloseTo(Scores.crpsNormal(4.5, 3, 2), within(1e-3));
        assertThat(Scores.crps(7, new double[] {5}))
                .as("of one point the absolute error")
                .isEqualTo(2);
        assertThat(Scores.logScoreNormal(0, 0, 1)).as("log score").isCloseTo(0.9189385332046727, within(1e-15));
        assertThat(Scores.brier(0.8, 1)).as("Brier").isCloseTo(0.04, within(1e-15));
        assertThat(Scores.pinball(10, 8, 0.9)).as("pinball").isCloseTo(1.8, within(1e-12));
    }

    @Test
    void conformalBoundsAreExactOrderStatistics() {
        double[] errors = IntStream.rangeClosed(1, 39).mapToDouble(i -> 40 - i).toArray();

        Interval bounds = new ConformalQuantiles(errors).bounds(0.95).orElseThrow();
        assertThat(bounds.lower()).as("order 1 of 39").isEqualTo(1);
        assertThat(bounds.upper()).as("order 39 of 39").isEqualTo(39);
        assertThat(new ConformalQuantiles(Arrays.copyOf(errors, 38))
                        .bounds(0.95)
                        .reason())
                .as("one error fewer")
                .contains("a level of 0.95 needs 39 past errors, there are 38");
        assertThat(ConformalQuantiles.needed(0.8)).as("80 %").isEqualTo(9);
    }

    @Test
    void conformalBoundsCoverTheNextErrorAsOftenAsPromised() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        int hits = 0;
        for (int trial = 0; trial < 4000; trial++) {
            double[] errors = random.doubles(50).map(Math::log).toArray();
            double next = Math.log(random.nextDouble());
            hits += new ConformalQuantiles(errors).bounds(0.8).orElseThrow().contains(next) ? 1 : 0;
        }
        assertThat(hits / 4000.0).as("coverage of a skew distribution").isBetween(0.79, 0.83);
    }

    @Test
    void nileBreaksAfter1898() {
        ReferenceData nile = ReferenceData.of("classic/Nile.csv");
        StructuralBreak found = StructuralBreak.of(nile.x1(), nile.y(), StructuralBreak.Regression.MEAN)
                .orElseThrow();

        assertThat(found.supF()).as("sup-F of R strucchange").isCloseTo(75.9297694274854, within(1e-9));
        assertThat(nile.x1()[found.lastBefore()]).as("last year before").isEqualTo(1898);
        assertThat(found.isSignificant()).as("significant").isTrue();
    }

    @Test
    void autocorrelatedErrorsAreRarelyTakenForABreakAndRealBreaksAreStillFound() {
        int byTable = 0;
        int byBootstrap = 0;
        int found = 0;
        for (int seed = 0; seed < 200; seed++) {
            StructuralBreak without = trend(seed, 0);
            byTable += without.supF() > without.critical().fivePercent() ? 1 : 0;
            byBootstrap += without.isSignificant() ? 1 : 0;
            found += trend(seed, 7).isSignificant() ? 1 : 0;
        }

        assertThat(byTable / 200.0).as("false breaks by the critical value").isGreaterThan(0.5);
        assertThat(byBootstrap / 200.0).as("false breaks by the bootstrap").isLessThan(0.2);
        assertThat(found / 200.0).as("breaks of seven standard deviations").isGreaterThan(0.9);
    }

    /** Sixty points with errors of autocorrelation 0.5 about a trend, and a jump in the middle. */
    private static StructuralBreak trend(int seed, double jump) {
        Random random = new Random(seed * 7919L);
        double[] times = new double[60];
        double[] values = new double[60];
        double error = 0;
        for (int i = 0; i < 60; i++) {
            error = 0.5 * error + random.nextGaussian();
            times[i] = 1960 + i;
            values[i] = 0.3 * i + error + (i < 30 ? 0 : jump);
        }
        return StructuralBreak.of(times, values, StructuralBreak.Regression.TREND)
                .orElseThrow();
    }

    @Test
    void criticalValuesAreThoseOfTheTableAtItsSizesAndBetweenThemElsewhere() {
        assertThat(StructuralBreak.critical(20, StructuralBreak.Regression.MEAN))
                .as("n = 20")
                .isEqualTo(new StructuralBreak.Critical(7.52, 9.75, 15.84));
        assertThat(StructuralBreak.critical(25, StructuralBreak.Regression.TREND)
                        .fivePercent())
                .as("n = 25")
                .isBetween(6.63, 7.38);
        assertThat(StructuralBreak.critical(500, StructuralBreak.Regression.TREND)
                        .fivePercent())
                .as("n = 500")
                .isEqualTo(6.32);
        assertThat(StructuralBreak.of(new double[5], new double[5], StructuralBreak.Regression.MEAN)
                        .reason())
                .as("five points")
                .contains("needs 10 points, has 5");
    }

    @Test
    void anExactSeasonIsRemovedAndRestored() {
        double[] season = {0.8, 1.1, 1.3, 0.8};
        double[] values =
                IntStream.range(0, 24).mapToDouble(i -> 100 * season[i % 4]).toArray();
        SeasonalAdjustment adjustment = SeasonalAdjustment.of(values, 4);

        assertThat(adjustment.found()).as("found").isTrue();
        assertThat(Arrays.stream(adjustment.remove(values)).boxed())
                .as("adjusted")
                .allSatisfy(v -> assertThat(v).isCloseTo(100, within(1e-10)));
        assertThat(adjustment.restore(new double[] {100, 100}, 24))
                .as("restored")
                .containsExactly(new double[] {80, 110}, within(1e-10));
        assertThat(SeasonalAdjustment.of(values, 1).found()).as("yearly").isFalse();
    }

    @Test
    void compensatedSumsKeepWhatPlainSumsLose() {
        assertThat(CompensatedSum.of(new double[] {1, 1e100, 1, -1e100}))
                .as("Neumaier's example")
                .isEqualTo(2);
        assertThat(CompensatedSum.dot(new double[] {1e8 + 1, -1}, new double[] {1e8 - 1, 1e16}))
                .as("exact products")
                .isEqualTo(-1);
        assertThat(Quantiles.median(4, 1, 3, 2)).as("median").isEqualTo(2.5);
        assertThat(Quantiles.of(new double[] {4, 1, 3, 2}, 0.25)).as("type 7").isEqualTo(1.75);
    }
}
