package org.electrongap.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certified values: NIST StRD; others: R 4.2.2. */
class LeastSquaresTest {

    private static final double[] WAMPLER_ERRORS = {
        2152.32624678170, 2363.55173469681, 779.343524331583, 101.475507550350, 5.64566512170752, 0.112324854679312
    };

    @Test
    void norrisIsFittedToTwelveDigits() {
        ReferenceData data = ReferenceData.of("nist/Norris.csv");
        LinearFit fit = LeastSquares.of(data.x(), data.y()).fit().orElseThrow();

        assertDigits(fit.coefficients(), 12, -0.262323073774029, 1.00211681802045);
        assertDigits(fit.standardErrors(), 12, 0.232818234301152, 4.29796848199937E-4);
        assertDigits(12, fit.residualStandardError(), 0.884796396144373);
        assertDigits(12, fit.rSquared().orElseThrow(), 0.999993745883712);
        assertDigits(12, fit.fStatistic().orElseThrow(), 5436385.54079785);
    }

    @Test
    void longleyIsFittedToThirteenDigits() {
        ReferenceData data = ReferenceData.of("nist/Longley.csv");
        LinearFit fit = LeastSquares.of(data.x(), data.y()).fit().orElseThrow();

        assertDigits(
                fit.coefficients(),
                13,
                -3482258.63459582,
                15.0618722713733,
                -0.0358191792925910,
                -2.02022980381683,
                -1.03322686717359,
                -0.0511041056535807,
                1829.15146461355);
        assertDigits(
                fit.standardErrors(),
                13,
                890420.383607373,
                84.9149257747669,
                0.0334910077722432,
                0.488399681651699,
                0.214274163161675,
                0.226073200069370,
                455.478499142212);
        assertDigits(13, fit.residualStandardError(), 304.854073561965);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 0.1"})
    void exactPolynomialsAreRecoveredToNineDigits(int number, double ratio) {
        LinearFit fit = wampler(number);

        double[] certified = new double[6];
        Arrays.setAll(certified, k -> Math.pow(ratio, k));
        assertDigits(fit.coefficients(), 9, certified);
        assertThat(fit.standardErrors()[0])
                .as("an exact polynomial leaves no residuals")
                .isLessThan(1e-9);
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 9", "4, 100, 8.5", "5, 10000, 6.5"})
    void polynomialsWithNoiseAreRecovered(int number, double noise, double digits) {
        LinearFit fit = wampler(number);

        assertDigits(fit.coefficients(), digits, 1, 1, 1, 1, 1, 1);
        assertDigits(
                fit.standardErrors(),
                digits,
                Arrays.stream(WAMPLER_ERRORS).map(error -> error * noise).toArray());
    }

    @Test
    void linesThroughTheOriginAreFitted() {
        LinearFit first = throughOrigin("nist/NoInt1.csv");
        LinearFit second = throughOrigin("nist/NoInt2.csv");

        assertDigits(first.coefficients(), 13, 2.07438016528926);
        assertDigits(first.standardErrors(), 13, 0.0165289256198347);
        assertDigits(second.coefficients(), 13, 0.727272727272727);
        assertDigits(second.standardErrors(), 13, 0.0420827318078432);
    }

    @Test
    void filippellisTenthDegreeIsFittedToSevenDigits() {
        ReferenceData data = ReferenceData.of("nist/Filip.csv");
        LinearFit fit = LeastSquares.polynomial(data.x1(), data.y(), 10).fit().orElseThrow();

        double[] b = fit.coefficients();
        double[] se = fit.standardErrors();
        assertDigits(7, b[0], -1467.48961422980);
        assertDigits(7, b[10], -0.402962525080404E-4);
        assertDigits(7, se[0], 298.084530995537);
        assertDigits(7, se[10], 0.896632837373868E-5);
        assertDigits(7, fit.residualStandardError(), 0.334801051324544E-2);
    }

    @Test
    void carsAtSpeedTwentyOneHaveTheIntervalsOfR() {
        ReferenceData cars = ReferenceData.of("classic/cars.csv");
        LinearFit fit = LeastSquares.of(cars.x(), cars.y()).fit().orElseThrow();

        assertThat(fit.predict(21)).as("fit").isCloseTo(65.00148905109489, within(1e-11));
        assertInterval(fit.predictionInterval(0.95, 21), 33.42257364046449, 96.58040446172529);
        assertInterval(fit.confidenceInterval(0.95, 21), 58.59738378469721, 71.40559431749259);
    }

    @Test
    void weightsOfTwoEqualTheDoubledObservation() {
        double[][] x = {{1}, {2}, {4}, {7}};
        double[] y = {1, 3, 2, 8};
        LinearFit weighted = LeastSquares.of(x, y).weighted(1, 2, 1, 1).fit().orElseThrow();
        LinearFit doubled = LeastSquares.of(new double[][] {{1}, {2}, {2}, {4}, {7}}, new double[] {1, 3, 3, 2, 8})
                .fit()
                .orElseThrow();

        assertThat(weighted.coefficients()).as("coefficients").containsExactly(doubled.coefficients(), within(1e-14));
        assertThat(weighted.residualSumOfSquares())
                .as("residual sum of squares")
                .isCloseTo(doubled.residualSumOfSquares(), within(1e-13));
    }

    @Test
    void durbinWatsonOfAlternatingResidualsIsKnown() {
        LinearFit fit = LeastSquares.of(new double[] {1, 2, 3, 4}, new double[] {1, -1, -1, 1})
                .fit()
                .orElseThrow();

        assertThat(fit.durbinWatson().orElseThrow())
                .as("residuals 1 -1 -1 1 about a level line: (4 + 0 + 4) / 4")
                .isCloseTo(2, within(1e-15));
    }

    @Test
    void fittedValuesDoNotChangeWhenRegressorsAreShiftedAndScaled() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int trial = 0; trial < 50; trial++) {
            double[][] x =
                    random.doubles(20).mapToObj(v -> new double[] {v, v * v}).toArray(double[][]::new);
            double[] y = random.doubles(20).toArray();
            double shift = random.nextDouble(-1000, 1000);
            double[][] moved = Arrays.stream(x)
                    .map(row -> new double[] {row[0] * 1e-3 + shift, row[1] * 1e6})
                    .toArray(double[][]::new);
            LinearFit fit = LeastSquares.of(x, y).fit().orElseThrow();
            LinearFit same = LeastSquares.of(moved, y).fit().orElseThrow();
            assertThat(same.predict(moved[3])).as("trial %d", trial).isCloseTo(fit.predict(x[3]), within(1e-6));
        }
    }

    @Test
    void fitsThatCannotBeMadeAreRefusedWithTheReason() {
        assertThat(LeastSquares.of(new double[] {1, 2}, new double[] {1, 2})
                        .fit()
                        .reason())
                .as("two points")
                .contains("needs 3 points, has 2");
        assertThat(LeastSquares.of(new double[] {2, 2, 2}, new double[] {1, 2, 3})
                        .fit()
                        .reason())
                .as("no spread")
                .contains("regressor 1 does not vary");
        assertThat(LeastSquares.of(new double[][] {{1, 2}, {2, 4}, {3, 6}, {5, 10}}, new double[] {1, 2, 3, 4})
                        .fit()
                        .reason())
                .as("collinear")
                .contains("regressor 2 depends linearly on those before it");
        assertThat(LeastSquares.of(new double[] {1, 2, 3}, new double[] {1, Double.NaN, 3})
                        .fit()
                        .reason())
                .as("not a number")
                .contains("an observation or a regressor is not a finite number");
        assertThat(LeastSquares.of(new double[] {1, 2, 3}, new double[] {1, 2, 2})
                        .weighted(1, 0, 1)
                        .fit()
                        .reason())
                .as("weight of zero")
                .contains("a weight is not a positive number");
    }

    private static LinearFit wampler(int number) {
        ReferenceData data = ReferenceData.of("nist/Wampler" + number + ".csv");
        return LeastSquares.polynomial(data.x1(), data.y(), 5).fit().orElseThrow();
    }

    private static LinearFit throughOrigin(String resource) {
        ReferenceData data = ReferenceData.of(resource);
        return LeastSquares.of(data.x(), data.y()).fitThroughOrigin().orElseThrow();
    }

    private static void assertInterval(Interval interval, double lower, double upper) {
        assertThat(interval.lower()).as("lower").isCloseTo(lower, within(1e-10));
        assertThat(interval.upper()).as("upper").isCloseTo(upper, within(1e-10));
    }

    private static void assertDigits(double[] found, double digits, double... certified) {
        for (int j = 0; j < certified.length; j++) {
            assertDigits(digits, found[j], certified[j]);
        }
    }

    /** The log relative error, the measure of NIST for the number of correct digits. */
    private static void assertDigits(double digits, double found, double certified) {
        double correct = found == certified ? 15 : -Math.log10(Math.abs(found - certified) / Math.abs(certified));
        assertThat(correct).as("correct digits of %s for %s", found, certified).isGreaterThanOrEqualTo(digits);
    }
}
