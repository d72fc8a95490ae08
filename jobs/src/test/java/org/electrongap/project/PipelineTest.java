package org.electrongap.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.SharedSpark;
import org.junit.jupiter.api.Test;

class PipelineTest {

    private static final LocalDate AS_OF = LocalDate.parse("2026-11-22");
    private static final long SEED = 20261122;

    @Test
    void bundledProjectsAreFarFromCoveringTheCountrySoStageTotalsStandIn() {
        try (var resolution = ProjectResolution.of(Bundled.projects(), LinkageRules.bundled(), PairOverrides.NONE)) {
            List<Row> records = resolution.records().collectAsList();
            List<Row> rows = Pipeline.of(resolution.records(), Bundled.assumptions(), AS_OF, SEED)
                    .collectAsList();
            assertThat(records).as("load records").hasSize(12);
            assertThat(sum(rows.stream().filter(r -> isRegister(r)), "gross_mw"))
                    .as("gross MW of the records")
                    .isEqualTo(sum(records.stream(), "power_mw"));
            assertThat(rows.stream()
                            .filter(r ->
                                    !isRegister(r) && r.<String>getAs("country").equals("USA")))
                    .as("rows from stage totals")
                    .isNotEmpty()
                    .allMatch(r -> r.<Boolean>getAs("in_total")
                            && r.<String>getAs("status").equals("assumed"));
            assertThat(sum(rows.stream().filter(r -> !isRegister(r) && by(r, 2028)), "energised_mw"))
                    .as("22 GW under construction, 45 advanced and 120 early, by 2028 as in the worked example")
                    .isCloseTo(
                            1000 * (22 * .97 * .88 * .8 + 45 * .85 * .45 * .3 + 120 * .6 * .12 * .08), within(1300.0));
        }
    }

    @Test
    void phantomPartAndWhatIsEnergisedAddUpToTheStatedTotal() {
        List<Row> totals = SharedSpark.session()
                .createDataFrame(
                        new StageTotals(Assumptions.of(Bundled.assumptions()), Set.of(), AS_OF.getYear(), SEED).rows(),
                        RowsByContract.schema("pipeline"))
                .where("country = 'USA'")
                .collectAsList();
        Map<String, Double> energisedByTheLastYear =
                Map.of("announced", .75, "permitted", .95, "under_construction", 1.0);
        energisedByTheLastYear.forEach((stage, part) -> {
            Row announced = totals.stream()
                    .filter(r -> r.getAs("stage").equals(stage) && r.getAs("year") == null)
                    .findFirst()
                    .orElseThrow();
            double built = announced.<Double>getAs("gross_mw") - announced.<Double>getAs("phantom_mw");
            double energised = sum(
                    totals.stream().filter(r -> r.getAs("stage").equals(stage) && r.getAs("year") != null),
                    "energised_mw");
            assertThat(energised).as(stage + ", of " + built + " MW ever built").isCloseTo(part * built, within(1e-6));
        });
    }

    @Test
    void whatHasNoAssumptionIsRefusedAndOrderDoesNotMatter() {
        List<Register.Entry> entries = List.of(
                Register.record("r", "a")
                        .with("power_mw", 500.0)
                        .with("name", "Alder")
                        .with("subdivisions", "US-OH")
                        .with("expected", "2029"),
                Register.record("r", "b")
                        .with("power_mw", 300.0)
                        .with("name", "Birch")
                        .with("subdivisions", "US-OH")
                        .with("expected", "2024"),
                Register.record("r", "c")
                        .with("power_mw", 90.0)
                        .with("name", "Cedar")
                        .with("country", "IRL"),
                Register.record("r", "d")
                        .with("power_mw", 80.0)
                        .with("name", "Dogwood")
                        .with("stage", "cancelled"));
        List<Row> rows = pipeline(Register.of(entries));
        assertThat(pipeline(Register.of(List.of(entries.get(3), entries.get(1), entries.get(2), entries.get(0)))
                        .repartition(3)))
                .as("another order, other partitions")
                .containsExactlyInAnyOrderElementsOf(rows);
        assertThat(rows.stream().filter(r -> r.<String>getAs("country").equals("IRL")))
                .as("a country without assumptions")
                .allMatch(r -> r.<String>getAs("reason").contains("no assumption ramp for IRL"));
        Row overdue = rows.stream()
                .filter(r -> isRegister(r) && "US-OH".equals(r.getAs("subdivision")) && year(r, 2024))
                .findFirst()
                .orElseThrow();
        assertThat(overdue.<Double>getAs("expected_mw"))
                .as("what is overdue comes later")
                .isZero();
        assertThat(sum(
                        rows.stream().filter(r -> isRegister(r) && "US-OH".equals(r.getAs("subdivision"))),
                        "energised_mw"))
                .as("never more than the probability of completion of an early stage, mean over the common risk")
                .isBetween(800 * .12 * .74, 800 * .14 * .75);
    }

    private static List<Row> pipeline(Dataset<Row> projects) {
        try (var resolution = ProjectResolution.of(projects, LinkageRules.bundled(), PairOverrides.NONE)) {
            return Pipeline.of(resolution.records(), Bundled.assumptions(), AS_OF, SEED)
                    .collectAsList();
        }
    }

    private static boolean isRegister(Row row) {
        return row.<String>getAs("basis").equals("register");
    }

    private static boolean year(Row row, int year) {
        Integer given = row.getAs("year");
        return given != null && given == year;
    }

    private static boolean by(Row row, int year) {
        Integer given = row.getAs("year");
        return given != null && given <= year;
    }

    private static double sum(Stream<Row> rows, String column) {
        return rows.mapToDouble(row -> row.getAs(column) == null ? 0 : row.<Double>getAs(column))
                .sum();
    }
}
