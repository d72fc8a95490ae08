package org.electrongap.share.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked table of the methods: medians and 80 % intervals within 0.2 points, probabilities within 0.03. */
class WorkedTableTest {

    private static SimulatedLoad simulated;

    @BeforeAll
    static void simulate() {
        Assumptions assumptions = Assumptions.of(WorkedInputs.rows());
        simulated = ShareSimulation.run(
                WorkedInputs.model(assumptions),
                new SimulationSettings(20260101L, 100_000, new TargetYears(2025, 2035)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "BAYES, 2028, 7.72, 6.6, 9.0, .38",
        "BAYES, 2030, 9.94, 8.3, 11.8, .94",
        "DAMPED_GROWTH, 2028, 7.06, 5.9, 8.4, .18",
        "DAMPED_GROWTH, 2030, 8.32, 6.6, 10.7, .59",
        "BOTTOM_UP, 2028, 6.92, 6.1, 7.8, .07",
        "BOTTOM_UP, 2030, 8.04, 6.8, 9.6, .52",
        "PUBLISHED, 2028, 9.94, 6.8, 13.9, .77",
        "PUBLISHED, 2030, 9.87, 6.6, 15.0, .73",
        "POOL, 2028, 7.26, 6.2, 9.0, .26",
        "POOL, 2030, 8.58, 6.8, 11.0, .65",
    })
    void workedTableIsReproduced(
            ShareComponent component, int year, double median, double low, double high, double atLeastEight) {
        ShareDistribution shares = simulated.distribution(component, year).orElseThrow();
        assertThat(100 * shares.share(.5)).as("median").isCloseTo(median, within(.2));
        assertThat(100 * shares.share(.1)).as("10 %").isCloseTo(low, within(.2));
        assertThat(100 * shares.share(.9)).as("90 %").isCloseTo(high, within(.2));
        assertThat(shares.probabilityOfAtLeast(.08)).as("P(share >= 8 %)").isCloseTo(atLeastEight, within(.03));
    }

    @ParameterizedTest(name = "ceiling in {0}")
    @CsvSource({"2028, 9.39, 7.6, 11.4", "2030, 11.92, 9.2, 14.9"})
    void supplyCeilingIsReproduced(int year, double median, double low, double high) {
        ShareDistribution shares =
                simulated.distribution(ShareComponent.SUPPLY_CEILING, year).orElseThrow();
        assertThat(100 * shares.share(.5)).as("median").isCloseTo(median, within(.2));
        assertThat(100 * shares.share(.1)).as("10 %").isCloseTo(low, within(.2));
        assertThat(100 * shares.share(.9)).as("90 %").isCloseTo(high, within(.2));
    }

    @Test
    void headlineReachesTheFloorInEveryYearAndKeepsTheMedian() {
        VintageFloor floor = new VintageFloor(.40, 2024);
        for (int year : simulated.years().toArray()) {
            ShareDistribution pool =
                    simulated.distribution(ShareComponent.POOL, year).orElseThrow();
            ShareDistribution widened =
                    simulated.distribution(ShareComponent.POOL_WIDENED, year).orElseThrow();
            assertThat(widened.logSd()).as("log sd " + year).isGreaterThanOrEqualTo(floor.logSd(year) - 1e-9);
            assertThat(widened.twh(.5)).as("median " + year).isCloseTo(pool.twh(.5), within(1e-6));
        }
    }

    @Test
    void inputsAreTheRowsThatAreBundled() throws java.io.IOException {
        Map<String, NamedCsvRecord> bundled = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(Path.of("../datasets/assumptions/assumptions.csv"))) {
            csv.stream()
                    .filter(row -> row.getField("region").equals("USA"))
                    .forEach(row -> bundled.put(row.getField("assumption") + "@" + row.getField("year"), row));
        }
        for (Assumption used : WorkedInputs.rows()) {
            NamedCsvRecord row = bundled.keySet().stream()
                    .filter(key -> key.equals(used.key()) || key.equals(used.name() + "@"))
                    .map(bundled::get)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no bundled row " + used.key()));
            assertThat(Double.parseDouble(row.getField("value"))).as(used.key()).isCloseTo(used.value(), within(5e-4));
            assertThat(row.getField("distribution"))
                    .as(used.key())
                    .isEqualTo(used.kind().code());
            if (used.spreadOrZero() > 0) {
                assertThat(Double.parseDouble(row.getField("spread")))
                        .as(used.key())
                        .isEqualTo(used.spreadOrZero());
            }
        }
    }

    @Test
    void eightPercentByTwentyThirtyMeansThreeHundredFiftySevenTerawattHours() {
        OtherLoad other =
                WorkedInputs.model(Assumptions.of(WorkedInputs.rows())).otherLoad();
        assertThat(.08 / .92 * other.centralTwh(2030)).as("TWh").isCloseTo(357, within(.5));
    }
}
