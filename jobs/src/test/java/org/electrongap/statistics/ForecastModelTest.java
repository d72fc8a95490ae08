package org.electrongap.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForecastModelTest {

    @Test
    void populationOfTheUnitedStatesHasTheKnownPowerAndForecasts() {
        double[] population = ReferenceData.of("classic/uspop.csv").y();

        assertThat(BoxCox.of(population).lambda()).as("lambda").isEqualTo(0.3);
        assertThat(MedianOfThree.forecast(population, 3))
                .as("C3")
                .containsExactly(new double[] {217.0022679591117, 231.44903813030575, 246.5559650343705}, within(1e-9));
    }

    @Test
    void driftOfTheNileHasTheKnownInterval() {
        double[] flow = ReferenceData.of("classic/Nile.csv").y();
        Interval interval = Drift.interval(flow, 1, 0.95).orElseThrow();

        assertThat(Drift.forecast(flow, 1)[0]).as("forecast").isCloseTo(736.1616161616162, within(1e-10));
        assertThat(interval.lower()).as("lower").isCloseTo(404.96899356532333, within(1e-9));
        assertThat(interval.upper()).as("upper").isCloseTo(1067.354238757909, within(1e-9));
    }

    @Test
    void exactGrowthHasPowerZeroAndIsContinuedByTheTransformedTheta() {
        double[] values =
                IntStream.range(0, 25).mapToDouble(i -> 100 * Math.pow(1.07, i)).toArray();

        assertThat(BoxCox.of(values).lambda()).as("lambda").isZero();
        assertThat(MedianOfThree.boxCoxTheta(values, 1)[0])
                .as("half the slope is in the smoothed line")
                .isBetween(values[24], values[24] * 1.07 * (1 + 1e-12));
    }

    @Test
    void bestInitialLevelMakesTheErrorsLeast() {
        double[] values = {3, 5, 4, 8, 6, 7, 9};
        ExponentialSmoothing best = ExponentialSmoothing.withAlpha(values, 0.3);
        for (double start : new double[] {2, 3, 4, 5, 6}) {
            assertThat(errors(values, 0.3, start)).as("start %s", start).isGreaterThanOrEqualTo(best.squaredErrors());
        }
        assertThat(ExponentialSmoothing.withAlpha(values, 0).level())
                .as("without smoothing the mean")
                .isCloseTo(6, within(1e-12));
        assertThat(ExponentialSmoothing.withAlpha(values, 1).level())
                .as("with full smoothing the last value")
                .isCloseTo(9, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(ForecastModel.class)
    void constantsStayConstant(ForecastModel model) {
        double[] forecast = model.of(new double[] {4, 4, 4, 4, 4, 4, 4, 4}, 3);

        assertThat(forecast).as(model.label()).containsExactly(new double[] {4, 4, 4}, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(ForecastModel.class)
    void forecastsScaleWithTheUnit(ForecastModel model) {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int trial = 0; trial < 100; trial++) {
            double[] gigawatts = walk(random, 9 + trial % 30);
            double[] megawatts = Arrays.stream(gigawatts).map(v -> 1024 * v).toArray();
            double[] small = model.of(gigawatts, 5);
            double[] large = model.of(megawatts, 5);
            for (int h = 0; h < 5; h++) {
                assertThat(large[h])
                        .as("%s trial %d step %d", model, trial, h)
                        .isCloseTo(1024 * small[h], within(1e-6 * Math.abs(large[h]) + 1e-9));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ForecastModel.class)
    void everyForecastIsFinite(ForecastModel model) {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int trial = 0; trial < 300; trial++) {
            double[] values = walk(random, 3 + trial % 40);
            if (trial % 3 == 0) {
                values[trial % values.length] = trial % 2 == 0 ? 0 : -1;
            }
            assertThat(Arrays.stream(model.of(values, 14)).allMatch(Double::isFinite))
                    .as("%s of %s", model, Arrays.toString(values))
                    .isTrue();
        }
    }

    @Test
    void modelsTogetherForecastAsEachAlone() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        List<ForecastModel> models = List.of(ForecastModel.values());
        for (int trial = 0; trial < 50; trial++) {
            double[] values = walk(random, 6 + trial % 30);
            values[2] = trial % 5 == 0 ? 0 : values[2];
            List<double[]> together = ForecastModel.all(models, values, 4);
            for (ForecastModel model : models) {
                assertThat(together.get(model.ordinal()))
                        .as("%s trial %d", model, trial)
                        .isEqualTo(model.of(values, 4));
            }
        }
    }

    private static double[] walk(RandomGenerator random, int n) {
        double[] values = new double[n];
        double value = StrictMath.exp(random.nextGaussian() * 3);
        for (int i = 0; i < n; i++) {
            value *= StrictMath.exp(0.05 + 0.2 * random.nextGaussian());
            values[i] = value;
        }
        return values;
    }

    private static double errors(double[] values, double alpha, double start) {
        double level = start;
        double squares = 0;
        for (double value : values) {
            squares += (value - level) * (value - level);
            level += alpha * (value - level);
        }
        return squares;
    }
}
