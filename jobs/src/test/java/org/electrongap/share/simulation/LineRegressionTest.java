package org.electrongap.share.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.electrongap.statistics.Probability;
import org.electrongap.statistics.TrendLine;
import org.junit.jupiter.api.Test;

class LineRegressionTest {

    private static final int[] YEARS = {2014, 2016, 2018, 2023, 2024};
    private static final double[] TWH = {58, 60, 76, 176, 183};

    @Test
    void flatPriorGivesThePredictionIntervalOfLeastSquares() {
        LineRegression line = fitted();
        double half = Probability.studentTFactor(line.degreesOfFreedom(), .95) * line.predictionScale(2030);
        assertThat(line.prediction(2030)).as("prediction").isCloseTo(5.993456518916158, within(1e-12));
        assertThat(line.prediction(2030) - half).as("lower 95 %").isCloseTo(5.338689595793258, within(1e-10));
        assertThat(line.prediction(2030) + half).as("upper 95 %").isCloseTo(6.648223442039058, within(1e-10));
    }

    @Test
    void almostFlatPriorAgreesWithLeastSquares() {
        LineRegression vague = LineRegression.prior(2019, 0, 1e6, 0, 1e6, 1, 1.0000001);
        LineRegression posterior = vague.updated(YEARS, BayesTrend.logs(TWH));
        assertThat(posterior.slope()).as("slope").isCloseTo(0.1291234824299339, within(1e-6));
        assertThat(posterior.level()).as("level").isCloseTo(4.5730981212186848, within(1e-6));
    }

    @Test
    void posteriorScaleEqualsTheFormulaWithSumsOfSquares() {
        LineRegression prior = BayesTrend.prior(Assumptions.of(WorkedInputs.rows()));
        LineRegression once = prior.updated(YEARS, BayesTrend.logs(TWH));
        double[] logs = BayesTrend.logs(TWH);
        double direct = prior.scale() + .5 * (quadratic(prior, logs) - completed(once));
        assertThat(once.scale()).as("b_n by the formula with y'y").isCloseTo(direct, within(1e-9));
        assertThat(once.shape()).as("a_n").isCloseTo(prior.shape() + 2.5, within(0.0));
    }

    @Test
    void simulatedPredictiveIsStudentT() {
        LineRegression line = fitted();
        double[] draws = new double[60 * SimulationSettings.BLOCK];
        for (int block = 0; block < 60; block++) {
            double[][] paths =
                    line.paths("test", new PathBlock(11, block, SimulationSettings.BLOCK), new TargetYears(2030, 2030));
            System.arraycopy(paths[0], 0, draws, block * SimulationSettings.BLOCK, SimulationSettings.BLOCK);
        }
        Arrays.sort(draws);
        for (double p : new double[] {.1, .5, .9}) {
            double exact = line.prediction(2030)
                    + line.predictionScale(2030) * Probability.studentTQuantile(line.degreesOfFreedom(), p);
            double drawn = draws[(int) (p * draws.length)];
            assertThat(drawn).as("quantile " + p).isCloseTo(exact, within(.01));
        }
    }

    private static LineRegression fitted() {
        TrendLine trend =
                TrendLine.logLinear(new double[] {-5, -3, -1, 4, 5}, TWH).orElseThrow();
        return LineRegression.leastSquares(
                YEARS, BayesTrend.logs(TWH), trend.fit().predict(0), trend.slope());
    }

    /** y'y + m0' V0^-1 m0. */
    private static double quadratic(LineRegression prior, double[] y) {
        double sum = prior.level() * prior.level() / prior.v00() + prior.slope() * prior.slope() / prior.v11();
        for (double value : y) {
            sum += value * value;
        }
        return sum;
    }

    /** m_n' V_n^-1 m_n. */
    private static double completed(LineRegression p) {
        double determinant = p.v00() * p.v11() - p.v01() * p.v01();
        return (p.v11() * p.level() * p.level() - 2 * p.v01() * p.level() * p.slope() + p.v00() * p.slope() * p.slope())
                / determinant;
    }
}
