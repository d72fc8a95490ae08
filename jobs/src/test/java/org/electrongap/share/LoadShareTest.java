package org.electrongap.share;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.share.simulation.InvalidAssumptionsException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LoadShareTest {

    private static final int PATHS = 20_000;
    private static Dataset<Row> today;
    private static Dataset<Row> probabilities;

    @BeforeAll
    static void forecast() {
        LoadShareReports reports = LoadShare.of(BundledCore.asOf("2026-11-22", List.of(), List.of(), PATHS));
        today = reports.loadShare().cache();
        probabilities = reports.shareProbabilities().cache();
    }

    @Test
    void everyYearDenominatorAndComponentHasItsMedianOrARefusalWithAReason() {
        Dataset<Row> medians =
                today.filter(col("quantile").equalTo(.5).and(col("region").equalTo("USA")));
        assertThat(medians.count())
                .as("11 years, 3 denominators, 10 components")
                .isEqualTo(330);
        assertThat(today.filter(col("status")
                                .equalTo("refused")
                                .and(col("reason").isNull()))
                        .count())
                .as("refusals without a reason")
                .isZero();
        assertThat(today.filter("status <> 'refused' and (share is null or isnan(share))")
                        .count())
                .as("values without a number")
                .isZero();
    }

    @Test
    void headlineOfTwentyThirtyLiesWhereItsInputsPutIt() {
        Row median = headline(today);
        assertThat(median.<String>getAs("denominator"))
                .as("headline denominator")
                .isEqualTo("end_use");
        assertThat(median.<Double>getAs("share")).as("share").isBetween(.08, .10);
        assertThat(median.<Double>getAs("datacenter_twh")).as("TWh").isBetween(340.0, 460.0);
    }

    @Test
    void shareOfGenerationIsLowerThanShareOfEndUse() {
        double endUse = median("pool_widened", "end_use");
        double generation = median("pool_widened", "generation_plus_net_imports");
        assertThat(endUse / generation).as("4401 over 4110 TWh in 2024").isCloseTo(4401.07 / 4110, within(1e-9));
        assertThat(median("pool_widened", "retail_sales"))
                .as("retail sales are the least")
                .isGreaterThan(endUse);
    }

    @Test
    void probabilitiesFallWithTheThresholdAndCarryTheirError() {
        List<Row> rows = probabilities
                .filter("is_headline and region = 'USA' and target_year = 2030")
                .orderBy("threshold")
                .collectAsList();
        assertThat(rows).as("thresholds").hasSizeGreaterThanOrEqualTo(5);
        double before = 1;
        for (Row row : rows) {
            assertThat(row.<Double>getAs("probability"))
                    .as("P at " + row.getAs("threshold"))
                    .isLessThan(before);
            assertThat(row.<Double>getAs("monte_carlo_se")).as("error").isPositive();
            before = row.getAs("probability");
        }
    }

    @Test
    void editionOfJuneTwentyTwentySixMovesTheAnswer() {
        Dataset<Row> may = LoadShare.of(BundledCore.asOf("2026-06-01", List.of(), List.of(), PATHS))
                .loadShare();
        Row before = headline(may);
        Row after = headline(today);
        assertThat(after.<Double>getAs("share") - before.<Double>getAs("share"))
                .as("points that the update adds")
                .isBetween(.0003, .01);
    }

    @Test
    void sameInputsGiveTheSameRowsToTheLastBit() {
        Dataset<Row> again = LoadShare.of(BundledCore.asOf("2026-11-22", List.of(), List.of(), PATHS))
                .loadShare();
        assertThat(again.exceptAll(today).isEmpty()).as("rows that differ").isTrue();
    }

    @Test
    void allFaultsOfAUsersAssumptionsAreToldTogether() {
        Map<String, String> misspelt = Map.of("assumption", "load_facter", "value", "0.7");
        Map<String, String> weight = Map.of("assumption", "weight_bayes", "value", "0.5");
        Map<String, String> shape = Map.of("assumption", "ramp", "value", "0.7", "distribution", "triangle");
        List<AssumptionOverride> overrides = AssumptionOverride.read("mine.csv", List.of(misspelt, weight, shape))
                .get("");
        assertThatThrownBy(() -> LoadShare.of(BundledCore.asOf("2026-11-22", overrides, List.of(), PATHS)))
                .as("faults")
                .isInstanceOf(InvalidAssumptionsException.class)
                .hasMessageContaining("mine.csv line 2")
                .hasMessageContaining("did you mean 'load_factor'?")
                .hasMessageContaining("unknown distribution 'triangle'")
                .hasMessageContaining("the weights of the pool add to 1.3");
    }

    @Test
    void otherRegionsHaveWhatTheirDataAllowAndARefusalForTheRest() {
        assertThat(statuses("WORLD"))
                .as("the world: judged growth and published forecasts")
                .containsEntry("damped_growth", "ok")
                .containsEntry("published", "ok")
                .containsEntry("bounds", "bounds")
                .containsEntry("bayes", "refused")
                .containsEntry("bottom_up", "refused");
        assertThat(statuses("CHN"))
                .as("China: published forecasts")
                .containsEntry("published", "ok")
                .containsEntry("damped_growth", "refused")
                .containsEntry("log_linear", "refused");
        assertThat(statuses("IRL"))
                .as("Ireland: metered")
                .containsEntry("log_linear", "ok")
                .containsEntry("logit_share", "ok")
                .containsEntry("bayes", "refused")
                .containsEntry("published", "refused");
        assertThat(today.filter("region = 'CHN' and component = 'damped_growth'")
                        .first()
                        .<String>getAs("reason"))
                .as("why")
                .contains("datacenter_load_base, growth_initial of CHN");
    }

    @Test
    void aRowOfTheUsersMakesAComponentOfAnotherRegion() {
        List<AssumptionOverride> own = AssumptionOverride.read(
                        "mine.csv",
                        List.of(
                                Map.of(
                                        "assumption", "datacenter_load_base",
                                        "region", "CHN",
                                        "year", "2024",
                                        "value", "102"),
                                Map.of(
                                        "assumption", "growth_initial",
                                        "region", "CHN",
                                        "year", "2025",
                                        "value", "0.2")))
                .get("");
        Dataset<Row> shares = LoadShare.of(BundledCore.asOf("2026-11-22", own, List.of(), 1_000))
                .loadShare();
        assertThat(shares.filter("region = 'CHN' and component = 'damped_growth' and status = 'ok'")
                        .isEmpty())
                .as("China has no damped growth")
                .isFalse();
    }

    @Test
    void aThresholdOfTheUsersIsAnsweredForEveryYear() {
        List<AssumptionOverride> own = AssumptionOverride.read(
                        "mine.csv", List.of(Map.of("assumption", "share_threshold_09", "value", "0.09")))
                .get("");
        Dataset<Row> rows = LoadShare.of(BundledCore.asOf("2026-11-22", own, List.of(), 1_000))
                .shareProbabilities();
        assertThat(rows.filter("is_headline and region = 'USA' and threshold = 0.09 and probability is not null")
                        .count())
                .as("years 2025 to 2035")
                .isEqualTo(11);
    }

    private static Map<String, String> statuses(String region) {
        Map<String, String> statuses = new java.util.TreeMap<>();
        today.filter(col("region").equalTo(region))
                .filter("target_year = 2030 and quantile = 0.5 and denominator = 'generation_plus_net_imports'")
                .collectAsList()
                .forEach(row -> statuses.put(row.getAs("component"), row.getAs("status")));
        return statuses;
    }

    private static Row headline(Dataset<Row> shares) {
        return shares.filter("is_headline and target_year = 2030 and quantile = 0.5 and region = 'USA'")
                .first();
    }

    private static double median(String component, String denominator) {
        return today.filter(col("component")
                        .equalTo(component)
                        .and(col("denominator").equalTo(denominator)))
                .filter("target_year = 2030 and quantile = 0.5 and region = 'USA'")
                .first()
                .getAs("share");
    }
}
