package org.electrongap.share;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reports beside the share itself, on the bundled data sets. */
class ShareReportsTest {

    private static LoadShareReports reports;

    @BeforeAll
    static void forecast() {
        List<Map<String, String>> file = List.of(
                Map.of("scenario", "slow build", "assumption", "supply_additions", "value", "40"),
                Map.of("scenario", "slow build", "assumption", "growth_initial", "value", "0.10"),
                Map.of(
                        "scenario", "slow world",
                        "assumption", "growth_initial",
                        "region", "WORLD",
                        "year", "2025",
                        "value", "0.05"));
        reports = LoadShare.of(
                BundledCore.asOf("2026-11-22", List.of(), Scenario.read("mine", "mine.csv", file), 10_000));
    }

    @Test
    void everyReportHasTheKeyThatItsContractPromises() {
        Map<String, Dataset<Row>> tables = Map.of(
                "load_share", reports.loadShare(),
                "share_probabilities", reports.shareProbabilities(),
                "sensitivities", reports.sensitivities(),
                "scenarios", reports.scenarios(),
                "published_comparison", reports.publishedComparison(),
                "adequacy", reports.adequacy(),
                "share_explanation", reports.shareExplanation(),
                "share_editions", reports.shareEditions());
        tables.forEach((name, rows) -> {
            List<String> key = Contract.of(TableName.out(name)).key();
            long distinct = rows.select(
                            key.stream().map(column -> col(column)).toArray(org.apache.spark.sql.Column[]::new))
                    .distinct()
                    .count();
            assertThat(distinct).as("distinct keys of " + name).isEqualTo(rows.count());
        });
    }

    @Test
    void usersScenarioStandsBesideTheBaseAndIsLower() {
        double slow = median("slow build");
        assertThat(slow).as("median 2030 with less growth and less supply").isLessThan(median("base") - .003);
    }

    @Test
    void scenarioOfAnotherRegionIsSimulatedForThatRegion() {
        Dataset<Row> world = reports.loadShare()
                .filter("region = 'WORLD' and component = 'pool_widened' and target_year = 2030 and quantile = 0.5"
                        + " and denominator = 'generation_plus_net_imports'");
        double base = world.filter("scenario = 'base'").first().<Double>getAs("share");
        double slow = world.filter("scenario = 'slow world'").first().<Double>getAs("share");
        assertThat(slow).as("with less growth").isLessThan(base);
        assertThat(world.filter("scenario = 'slow build'").isEmpty())
                .as("a scenario that says nothing of the world")
                .isTrue();
    }

    @Test
    void tornadoNamesInitialGrowthFirstAmongTheAssumptions() {
        List<Row> bars = reports.sensitivities().collectAsList();
        assertThat(bars).as("bars").hasSizeGreaterThan(20);
        assertThat(bars.get(0).<String>getAs("assumption")).as("widest").startsWith("growth_initial");
        Row denominator =
                reports.sensitivities().filter("assumption = 'denominator'").first();
        double moved = denominator.<Double>getAs("probability_high") - denominator.<Double>getAs("probability_low");
        assertThat(moved).as("what the denominator does to P(share >= 8 %)").isBetween(.05, .2);
        for (int i = 1; i < bars.size(); i++) {
            assertThat(bars.get(i).<Double>getAs("range_points"))
                    .as("ordered by width")
                    .isLessThanOrEqualTo(bars.get(i - 1).<Double>getAs("range_points"));
        }
    }

    @Test
    void recentBuildRateGivesTheJudgedSupplyAdditions() {
        Row energy = reports.scenarios()
                .filter("scenario = 'build_rate_recent' and measure = 'additions_twh_per_year'")
                .first();
        assertThat(energy.<Double>getAs("value")).as("TWh a year of 51 GW").isCloseTo(105, within(6.0));
        assertThat(reports.scenarios().filter("measure = 'headline_share'").count())
                .as("three build rates and the plans, three years")
                .isEqualTo(12);
    }

    @Test
    void buildingFasterNeverLowersTheShareOfTheSamePaths() {
        List<Row> shares = reports.scenarios()
                .filter("measure = 'headline_share' and target_year = 2030"
                        + " and scenario in ('build_rate_recent', 'build_rate_planned', 'build_rate_china')")
                .orderBy(org.apache.spark.sql.functions.expr("case scenario when 'build_rate_recent' then 1"
                        + " when 'build_rate_planned' then 2 else 3 end"))
                .collectAsList();
        assertThat(shares).as("51, 64.5 and 429 GW a year").hasSize(3);
        assertThat(shares.get(0).<Double>getAs("value"))
                .isLessThanOrEqualTo(shares.get(1).<Double>getAs("value"));
        assertThat(shares.get(1).<Double>getAs("value"))
                .isLessThanOrEqualTo(shares.get(2).<Double>getAs("value"));
        assertThat(shares.get(0).<Double>getAs("value"))
                .as("51 GW a year give nearly the judged additions, with less spread: fewer paths are cut")
                .isBetween(median("base"), median("base") + .0015);
    }

    @Test
    void plansOfTheYearCountAsFarAsPlansHaveComeTrue() {
        Row planned = reports.scenarios()
                .filter("scenario = 'build_rate_planned' and measure = 'additions_gw_per_year'")
                .first();
        assertThat(planned.<Double>getAs("value")).as("86 GW x 0.75").isCloseTo(64.5, within(1e-9));
        assertThat(planned.<String>getAs("reason")).as("why").contains("86.0 GW planned for 2026 x 0.75");
    }

    @Test
    void trailHasOneRowAPublisherEditionAndTargetAndPairsATotalWithItsOwnScenario() {
        Dataset<Row> comparison = reports.publishedComparison();
        assertThat(comparison
                        .filter("is_standing")
                        .groupBy("region", "publisher", "edition", "target_year", "scope")
                        .count()
                        .filter("count > 1")
                        .isEmpty())
                .as("two rows of one edition and target")
                .isTrue();
        Row update = comparison
                .filter("publisher like 'Lawrence%' and edition = '2026-06-23' and target_year = 2030 and in_pool")
                .first();
        assertThat(update.<Double>getAs("implied_denominator_twh"))
                .as("649 TWh over 11.8 %")
                .isCloseTo(649 / .118, within(1e-9));
        Row power = comparison
                .filter("publisher like 'Lawrence%' and edition = '2024-12-20' and quantity = 'power_gw'")
                .first();
        assertThat(power.<Double>getAs("published_twh"))
                .as("the publisher's own TWh beside its GW")
                .isCloseTo(452.5, within(1e-9));
        Row epri = comparison
                .filter("publisher = 'EPRI' and edition = '2026-02-26' and target_year = 2030")
                .first();
        assertThat(epri.<String>getAs("previous_edition")).as("edition before").isEqualTo("2024-05-28");
        Row mckinsey = comparison
                .filter("publisher like 'McKinsey%' and edition = '2025-10' and target_year = 2030")
                .first();
        assertThat(mckinsey.<Double>getAs("revision_log"))
                .as("11.7 % to 14 %, share against share")
                .isCloseTo(Math.log(.14 / .86 / (.117 / .883)), within(1e-9));
    }

    @Test
    void forecastOfAnotherScopeIsRefusedAndOursIsMarked() {
        Dataset<Row> comparison = reports.publishedComparison();
        assertThat(comparison.filter("scope = 'incl_crypto' and status = 'ok'").isEmpty())
                .as("with crypto")
                .isTrue();
        assertThat(comparison.filter("is_ours and in_pool").isEmpty())
                .as("our arithmetic in the pool")
                .isTrue();
        assertThat(comparison
                        .filter("grade in ('recalled', 'single_article') and in_pool")
                        .isEmpty())
                .as("recalled figures in the pool")
                .isTrue();
        assertThat(comparison
                        .filter("in_pool")
                        .groupBy("region", "publisher", "target_year")
                        .count()
                        .filter("count > 1")
                        .isEmpty())
                .as("a publisher twice for one year")
                .isTrue();
    }

    @Test
    void revisionTrailShowsGoldmanSachsMovingUp() {
        Row moved = reports.publishedComparison()
                .filter(
                        "publisher = 'Goldman Sachs' and region = 'USA' and target_year = 2030 and edition = '2025-11-13'")
                .first();
        assertThat(moved.<Double>getAs("revision_log")).as("8 to 11 %").isBetween(.2, .4);
    }

    @Test
    void vintagesWithTheSameInformationCountOnceAndFewCasesHaveNoPercentage() {
        Dataset<Row> backtest = reports.shareBacktest();
        assertThat(backtest.filter("kind = 'ours' and counts and year(made) > 2016")
                        .isEmpty())
                .as("2018, 2020 and 2023 rest on the report of 2016")
                .isTrue();
        Dataset<Row> earliest = backtest.filter("forecaster = 'pool_widened' and year(made) = 2007 and counts");
        assertThat(earliest.filter("target_year between 2010 and 2017 and crps_log > 0")
                        .count())
                .as("two points of 2007 against 2014 and 2016")
                .isEqualTo(2);
        Dataset<Row> derived = backtest.filter("observed_basis like '%our arithmetic%'");
        assertThat(derived.filter("forecaster = 'pool_widened' and target_year = 2010")
                        .count())
                .as("2010 is our arithmetic, and is shown")
                .isEqualTo(1);
        assertThat(derived.filter("counts or reason is null").isEmpty())
                .as("a value that we derived weighs nothing, and the row says so")
                .isTrue();
        assertThat(backtest.filter("forecaster = 'log_linear' and year(made) = 2007")
                        .isEmpty())
                .as("two points give no line with an error")
                .isTrue();
        assertThat(backtest.filter("horizon_years > 11").isEmpty())
                .as("farther than the forecast of today reaches")
                .isTrue();
        assertThat(backtest.filter("kind = 'summary' and status = 'ok' and crps_log > 0 and reason is not null")
                        .count())
                .as("mean scores, and why there is no percentage")
                .isEqualTo(backtest.filter("kind = 'summary'").count())
                .isGreaterThan(3);
        assertThat(backtest.filter("kind = 'summary' and coverage_80 is not null")
                        .isEmpty())
                .as("percentages of few cases")
                .isTrue();
    }

    @Test
    void publisherIsScoredByTheFigureThatStandsForItsEdition() {
        List<LoadFigure> figures = List.of(scenario("additional measures", 60), scenario("current trend", 100));

        assertThat(ShareBacktest.standing(figures.stream()))
                .as("not the first by name")
                .singleElement()
                .extracting(LoadFigure::scenario)
                .isEqualTo("current trend");
    }

    private static LoadFigure scenario(String name, double twh) {
        return new LoadFigure(
                "USA",
                2011,
                LoadFigure.Quantity.DATACENTER_TWH,
                "projection",
                name,
                "all",
                OptionalDouble.empty(),
                OptionalDouble.of(twh),
                OptionalDouble.empty(),
                "site_meter",
                "US EPA",
                "Report",
                "2007-08-02",
                LocalDate.parse("2007-08-02"),
                "primary");
    }

    @Test
    void publishersAreScoredInTheSameTable() {
        Row epa = reports.shareBacktest().filter("forecaster = 'US EPA'").first();
        assertThat(epa.<Double>getAs("observed_twh"))
                .as("2011 between 67.3 and 70")
                .isCloseTo(68, within(.5));
        assertThat(epa.<Double>getAs("log_error")).as("100 against 68").isCloseTo(Math.log(100 / 67.97), within(.01));
    }

    @Test
    void bothCountriesHaveBothMarginsOnOneBasis() {
        Dataset<Row> adequacy = reports.adequacy().filter("year = 2025 and status = 'ok'");
        assertThat(adequacy.filter("measure = 'nameplate_over_peak'").count())
                .as("USA and China")
                .isEqualTo(2);
        assertThat(adequacy.filter("measure = 'derated_margin'").count())
                .as("USA and China")
                .isEqualTo(2);
        double china = adequacy.filter("measure = 'nameplate_over_peak' and region = 'CHN'")
                .first()
                .getAs("value");
        assertThat(china).as("nameplate over peak of China").isBetween(1.3, 1.6);
        assertThat(reports.adequacy()
                        .filter("region = 'WORLD' and status = 'refused' and reason is not null")
                        .count())
                .as("the world has no peak")
                .isEqualTo(3);
    }

    @Test
    void explanationLeadsFromTheHistoryToTheHeadline() {
        List<Row> steps = reports.shareExplanation()
                .filter("region = 'USA' and target_year = 2030")
                .orderBy("step_number")
                .collectAsList();
        assertThat(steps.get(0).<String>getAs("step")).as("first").isEqualTo("load history");
        Row answer = steps.stream()
                .filter(step -> "share of end_use".equals(step.getAs("name")))
                .findFirst()
                .orElseThrow();
        assertThat(answer.<Double>getAs("value"))
                .as("last step is the headline")
                .isCloseTo(median("base"), within(1e-12));
    }

    @Test
    void movesOfTheEditionsAddUpToTheHeadlineAndNameTheUpdateOfJune() {
        List<Row> trail = reports.shareEditions()
                .filter("region = 'USA'")
                .orderBy("step_number")
                .collectAsList();
        double moved = trail.stream()
                .skip(1)
                .mapToDouble(row -> row.<Double>getAs("share_points"))
                .sum();
        double start = trail.get(0).<Double>getAs("share");
        double end = trail.get(trail.size() - 1).<Double>getAs("share");
        assertThat(start + moved / 100).as("start and moves").isCloseTo(end, within(1e-12));
        assertThat(end).as("last step is the headline").isEqualTo(median("base"));
        assertThat(trail)
                .as("the update of June 2026")
                .filteredOn(row -> row.<String>getAs("edition").equals("2026-06-23"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.<String>getAs("publisher")).startsWith("Lawrence Berkeley");
                    assertThat(row.<Double>getAs("share_points")).isBetween(.03, 1.0);
                });
    }

    @Test
    void headlineReachesTheFloorOfItsHorizon() {
        List<Row> floors = reports.shareExplanation()
                .filter("region = 'USA' and target_year = 2030 and step = 'floor'")
                .orderBy("step_number")
                .collectAsList();
        double least = floors.get(0).getAs("value");
        assertThat(least).as("0.40 sqrt(6 / 5)").isCloseTo(.40 * Math.sqrt(6 / 5.0), within(1e-12));
        assertThat(floors.get(2).<Double>getAs("value"))
                .as("log sd of the headline")
                .isGreaterThanOrEqualTo(least - 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016-12-31", "2024-06-30", "2025-06-01"})
    void dayBeforeTheAssumptionsGivesRefusalsAndNoError(String day) {
        LoadShareReports then = LoadShare.of(BundledCore.asOf(day, List.of(), List.of(), 1_000));
        assertThat(then.loadShare()
                        .filter("status = 'refused' and reason is not null")
                        .isEmpty())
                .as("refusals of " + day)
                .isFalse();
        assertThat(then.shareBacktest().filter("status = 'refused'").isEmpty())
                .as("backtest of " + day)
                .isFalse();
    }

    private static double median(String scenario) {
        return reports.loadShare()
                .filter(col("scenario").equalTo(scenario))
                .filter("region = 'USA' and component = 'pool_widened' and denominator = 'end_use'"
                        + " and target_year = 2030 and quantile = 0.5")
                .first()
                .getAs("share");
    }
}
