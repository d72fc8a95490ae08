package org.electrongap.share.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class ShareSimulationTest {

    private static final TargetYears YEARS = new TargetYears(2025, 2035);
    private static final Assumptions ASSUMPTIONS = Assumptions.of(WorkedInputs.rows());

    @Test
    void sameSeedGivesTheSameBitsHoweverManyThreadsDraw() throws Exception {
        SimulationSettings settings = new SimulationSettings(7, 20_000, YEARS);
        LoadModel model = WorkedInputs.model(ASSUMPTIONS);
        ForkJoinPool alone = new ForkJoinPool(1);
        SimulatedLoad one =
                alone.submit(() -> ShareSimulation.run(model, settings)).get();
        alone.shutdown();
        SimulatedLoad many = ShareSimulation.run(model, settings);
        for (ShareComponent component : one.components()) {
            assertThat(bits(many, component)).as(component.title()).isEqualTo(bits(one, component));
        }
    }

    @Test
    void anotherSeedGivesOtherPaths() {
        LoadModel model = WorkedInputs.model(ASSUMPTIONS);
        SimulatedLoad first = ShareSimulation.run(model, new SimulationSettings(1, 5_000, YEARS));
        SimulatedLoad second = ShareSimulation.run(model, new SimulationSettings(2, 5_000, YEARS));
        assertThat(bits(first, ShareComponent.POOL)).isNotEqualTo(bits(second, ShareComponent.POOL));
    }

    @Test
    void holdingOneAssumptionMovesNoOtherDraw() {
        Assumption loadFactor = ASSUMPTIONS.require("load_factor");
        LoadModel changed = WorkedInputs.model(ASSUMPTIONS.with(loadFactor.heldAt(.68)));
        SimulationSettings settings = new SimulationSettings(3, 5_000, YEARS);
        SimulatedLoad base = ShareSimulation.run(WorkedInputs.model(ASSUMPTIONS), settings);
        SimulatedLoad moved = ShareSimulation.run(changed, settings);
        assertThat(bits(moved, ShareComponent.DAMPED_GROWTH)).isEqualTo(bits(base, ShareComponent.DAMPED_GROWTH));
        assertThat(bits(moved, ShareComponent.BOTTOM_UP)).isNotEqualTo(bits(base, ShareComponent.BOTTOM_UP));
    }

    @Test
    void statedMonteCarloErrorIsTheSpreadOverSeeds() {
        LoadModel model = WorkedInputs.model(ASSUMPTIONS);
        double[] medians = new double[150];
        double stated = 0;
        for (int seed = 0; seed < medians.length; seed++) {
            ShareDistribution pool = ShareSimulation.run(
                            model, new SimulationSettings(seed, 2_000, new TargetYears(2030, 2030)))
                    .distribution(ShareComponent.POOL, 2030)
                    .orElseThrow();
            medians[seed] = pool.share(.5);
            stated += pool.shareStandardError(.5) / medians.length;
        }
        double spread = VintageFloor.standardDeviation(medians);
        assertThat(stated / spread).as("stated over seen standard error").isBetween(.75, 1.3);
    }

    @Test
    void noPathOfThePoolPassesTheCeiling() {
        SimulatedLoad simulated =
                ShareSimulation.run(WorkedInputs.model(ASSUMPTIONS), new SimulationSettings(5, 20_000, YEARS));
        assertThat(simulated.probabilityOfPassing(ShareComponent.POOL, ShareComponent.SUPPLY_CEILING, 2030))
                .as("P(pool > ceiling)")
                .contains(0.0);
        assertThat(simulated
                        .probabilityOfPassing(ShareComponent.PUBLISHED, ShareComponent.SUPPLY_CEILING, 2030)
                        .orElseThrow())
                .as("P(published > ceiling)")
                .isGreaterThan(.1);
        assertThat(simulated.probabilityOfMeetingCeiling(2030).orElseThrow())
                .as("paths of the pool that the ceiling cuts")
                .isBetween(.01, .5);
    }

    @Test
    void weightOfAComponentThatDoesNotCoverTheYearGoesToTheOthers() {
        LoadModel model = WorkedInputs.model(ASSUMPTIONS);
        SimulatedLoad simulated = ShareSimulation.run(model, new SimulationSettings(5, 5_000, YEARS));
        assertThat(simulated.distribution(ShareComponent.PUBLISHED, 2031))
                .as("no published value after 2030")
                .isEmpty();
        assertThat(simulated.distribution(ShareComponent.POOL, 2031))
                .as("pool of the others")
                .isPresent();
    }

    @Test
    void poolOfNothingIsEmpty() {
        PublishedMixture published = PublishedMixture.of(List.of(), 2, Optional.empty());
        LoadModel model = new LoadModel(
                WorkedInputs.model(ASSUMPTIONS).otherLoad(),
                List.of(published),
                Optional.empty(),
                new LinearPool(Map.of(ShareComponent.PUBLISHED, 1.0)),
                new VintageFloor(.4, 2024),
                Optional.empty());
        SimulatedLoad simulated = ShareSimulation.run(model, new SimulationSettings(5, 1_000, YEARS));
        assertThat(simulated.distribution(ShareComponent.POOL_WIDENED, 2030))
                .as("headline")
                .isEmpty();
    }

    @Test
    void pathsWithoutSpreadCannotBeWidened() {
        assertThatThrownBy(() -> new VintageFloor(.4, 2024).widened(new double[] {100, 100, 100}, 2030))
                .as("a sentinel would hide it")
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2030");
    }

    @Test
    void wideEnoughPathsAreLeftAsTheyAre() {
        double[] wide = {50, 100, 400};
        assertThat(new VintageFloor(.4, 2024).widened(wide, 2030)).as("paths").containsExactly(wide);
    }

    @Test
    void bucketSortOrdersAsTheLibraryDoes() {
        double[] values = new PathBlock(9, 0, 50_000).gammas("any", .3);
        double[] expected = values.clone();
        Arrays.sort(expected);
        BucketSort.sortPositive(values);
        assertThat(values).as("sorted").isEqualTo(expected);
    }

    @Test
    void bucketSortOrdersOutliersAndEqualValuesToo() {
        double[] values = new PathBlock(9, 0, 50_000).gammas("any", .3);
        values[7] = 1e300;
        values[8] = 1e-300;
        Arrays.fill(values, 100, 30_000, 2.5);
        double[] expected = values.clone();
        Arrays.sort(expected);
        BucketSort.sortPositive(values);
        assertThat(values).as("sorted").isEqualTo(expected);
    }

    @Test
    void crpsOfAPointIsItsDistanceAndOfAWideForecastLess() {
        ShareDistribution point = ShareDistribution.of(new double[] {100, 100}, new double[] {900, 900});
        assertThat(point.crpsLog(130)).as("point").isCloseTo(Math.log(1.3), within(1e-12));
        ShareDistribution two = ShareDistribution.of(new double[] {100, 144}, new double[] {900, 900});
        assertThat(two.crpsLog(120)).as("two points about the outcome").isCloseTo(Math.log(1.2) / 2, within(1e-12));
    }

    private static double[] bits(SimulatedLoad simulated, ShareComponent component) {
        return Arrays.stream(YEARS.toArray())
                .mapToObj(year -> simulated.distribution(component, year))
                .flatMap(Optional::stream)
                .flatMapToDouble(shares -> Arrays.stream(shares.sortedTwh()))
                .toArray();
    }
}
