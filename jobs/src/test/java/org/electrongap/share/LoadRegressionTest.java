package org.electrongap.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.electrongap.SharedSpark;
import org.electrongap.share.simulation.LineRegression;
import org.electrongap.statistics.Outcome;
import org.junit.jupiter.api.Test;

class LoadRegressionTest {

    @Test
    void sparkRegressionGivesTheKnownAnswersOfR() {
        int[] years = {2014, 2016, 2018, 2023, 2024};
        double[] logs = new double[5];
        double[] twh = {58, 60, 76, 176, 183};
        for (int i = 0; i < twh.length; i++) {
            logs[i] = StrictMath.log(twh[i]);
        }
        LineRegression line =
                new LoadRegression(SharedSpark.session()).fit(years, logs).orElseThrow();
        assertThat(line.slope()).as("slope").isCloseTo(0.1291234824299339, within(1e-11));
        assertThat(line.slopeScale()).as("its standard error").isCloseTo(.01412384547230106, within(1e-11));
        assertThat(line.prediction(2030)).as("prediction of 2030").isCloseTo(5.993456518916158, within(1e-10));
    }

    @Test
    void twoPointsAreRefusedAndNotFitted() {
        Outcome<LineRegression> two =
                new LoadRegression(SharedSpark.session()).fit(new int[] {2000, 2006}, new double[] {3.3, 4.1});
        assertThat(two.reason()).as("refusal").isPresent();
    }
}
