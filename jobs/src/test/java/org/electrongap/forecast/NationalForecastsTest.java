package org.electrongap.forecast;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.SharedSpark;
import org.electrongap.statistics.ForecastModel;
import org.electrongap.table.Contract;
import org.electrongap.table.SourceOrder;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole chain on the bundled panels of seven regions. */
class NationalForecastsTest {

    private static final Object[] REGIONS = {"ARE", "CHN", "DEU", "IDN", "JPN", "UKR", "USA"};

    private static Dataset<Row> series;
    private static GrowthModels growth;
    private static Dataset<Row> forecasts;
    private static Dataset<Row> backtests;

    @BeforeAll
    static void compute() {
        series = BundledPanels.series()
                .where(col("region").isin(REGIONS))
                .coalesce(2)
                .persist();
        growth = PanelRegression.fit(series, List.of(2016)).orElseThrow();
        forecasts = Forecasts.national().of(series, growth).persist();
        backtests = new Backtests(List.of(2012, 2016), 4, 0.8, List.of(ForecastModel.values()))
                .of(series, growth)
                .persist();
    }

    @AfterAll
    static void release() {
        List.of(series, forecasts, backtests).forEach(Dataset::unpersist);
    }

    @Test
    void totalOfIrenaIsTheSumOfItsLeaves() {
        assertThat(lastValue("capacity/USA/total")).as("GW at the end of 2024").isCloseTo(1260.1, within(0.05));
        assertThat(lastValue("capacity/CHN/total"))
                .as("right although hydro and pumped storage are split wrongly")
                .isCloseTo(3350.9, within(0.05));
    }

    @Test
    void noFitBridgesABreak() {
        assertThat(one("capacity/IDN/oil").getInt(SeriesTable.FIRST_PERIOD))
                .as("reclassified in 2001")
                .isEqualTo(2001);
        assertThat(one("generation/USA/total").getInt(SeriesTable.FIRST_PERIOD))
                .as("BP to 1999, Ember from 2000")
                .isEqualTo(2000);
    }

    @Test
    void valuesThatNotesCallUnfitStayOut() {
        assertThat(origin("capacity/UKR/hydro"))
                .as("2024 is available, not installed")
                .isEqualTo("2023");
        assertThat(origin("capacity/CHN/hydro")).as("2024 is split wrongly").isEqualTo("2023");
        assertThat(one("capacity/CHN/coal").getString(SeriesTable.REASON))
                .as("the whole fuel is incomplete")
                .startsWith("needs 6 yearly points without gap or break, has 0 (partial 2000: ");
    }

    @Test
    void oneSourceAndOneEditionStandBehindASeries() {
        Row demand = one("demand/USA/total");

        assertThat(demand.<String>getAs("source")).as("source").isEqualTo("Ember electricity data");
        assertThat(demand.<String>getAs("edition")).as("edition").isEqualTo("2025-04-16");
        assertThat(demand.<Double>getList(SeriesTable.FIRST_PUBLISHED))
                .as("some years as the edition of 2024 gave them")
                .hasSameSizeAs(demand.<Double>getList(SeriesTable.VALUES))
                .isNotEqualTo(demand.<Double>getList(SeriesTable.VALUES));
    }

    @Test
    void preferredSourceSpeaksUnlessItHasTooFewYears() {
        String eia = "EIA International Energy Statistics";
        SourceOrder order = new SourceOrder(List.of(
                new SourceOrder.Entry("capacity_gw", eia, "*"),
                new SourceOrder.Entry("generation_twh", "Our World in Data energy data", "*"),
                new SourceOrder.Entry("generation_twh", eia, "*")));
        List<Row> totals = NationalSeries.of(
                        usa("capacity"), usa("generation"), usa("demand"), usa("annotations"), order)
                .filter("technology = 'total' and metric in ('capacity', 'generation')")
                .collectAsList();
        assertThat(totals)
                .as("capacity, and generation of which Our World in Data has four years")
                .hasSize(2);
        assertThat(totals)
                .allSatisfy(row -> assertThat(row.<String>getAs("source")).isEqualTo(eia));
    }

    private static Dataset<Row> usa(String table) {
        return BundledPanels.table(table).filter("region = 'USA'");
    }

    @Test
    void everySeriesHasItsMedianForEveryYearToTheEnd() {
        List<Row> rows = forecasts
                .where(col("series_id").equalTo("capacity/USA/solar").and(col("is_default")))
                .collectAsList();

        assertThat(rows.stream().map(row -> row.<String>getAs("model")).distinct())
                .as("default")
                .containsExactly("c4");
        assertThat(rows.stream()
                        .filter(row -> row.<Double>getAs("quantile") == 0.5)
                        .map(row -> row.<String>getAs("target_period"))
                        .distinct()
                        .toList())
                .as("targets")
                .hasSize(11)
                .contains("2025", "2035");
        assertThat(rows.stream()
                        .map(row -> row.<Double>getAs("quantile"))
                        .distinct()
                        .sorted())
                .as("quantiles")
                .containsExactly(0.025, 0.1, 0.5, 0.9, 0.975);
    }

    @Test
    void quantilesAscendAndIntervalsWidenWithTheHorizon() {
        List<Row> rows = forecasts
                .where("status = 'ok' and model = 'c4'")
                .orderBy("series_id", "target_period", "quantile")
                .collectAsList();
        String last = "";
        double value = 0;
        for (Row row : rows) {
            String key = row.getAs("series_id") + " " + row.getAs("target_period");
            double next = row.<Double>getAs("value");
            assertThat(Double.isFinite(next) && next >= 0)
                    .as("%s is %s", key, next)
                    .isTrue();
            assertThat(!key.equals(last) || next >= value).as("%s ascends", key).isTrue();
            last = key;
            value = next;
        }
    }

    @Test
    void refusedSeriesSayWhyForEveryTarget() {
        List<Row> rows = forecasts.where("series_id = 'capacity/CHN/coal'").collectAsList();

        assertThat(rows).as("one a year to 2035").hasSize(11).allSatisfy(row -> {
            assertThat(row.<Double>getAs("value")).as("value").isNull();
            assertThat(row.<String>getAs("status")).as("status").isEqualTo("refused");
            assertThat(row.<String>getAs("reason")).as("reason").contains("fossil_other");
        });
    }

    @Test
    void keysOfTheTablesAreUnique() {
        for (String name : List.of("forecasts", "backtests")) {
            Dataset<Row> table = name.equals("forecasts") ? forecasts : backtests;
            String[] key = Contract.of(TableName.out(name)).key().toArray(String[]::new);
            assertThat(table.dropDuplicates(key).count()).as(name).isEqualTo(table.count());
        }
    }

    @Test
    void naiveBacktestsHaveTheErrorOfTheLastValue() {
        List<Row> rows = backtests.where("model = 'naive'").collectAsList();

        assertThat(rows)
                .as("rows")
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.<Double>getAs("scaled_error"))
                        .as(row.toString())
                        .isEqualTo(row.<Double>getAs("naive_scaled_error")));
    }

    @Test
    void backtestsHaveSeenNothingAfterTheirOrigin() {
        Row solar = one("capacity/USA/solar");
        List<Double> values = solar.getList(SeriesTable.VALUES);
        int known = 2016 - solar.getInt(SeriesTable.FIRST_PERIOD) + 1;
        double[] past = values.subList(0, known).stream().mapToDouble(v -> v).toArray();
        Row scored = backtests
                .where("series_id = 'capacity/USA/solar' and model = 'c4' and origin = '2016' and horizon = 3")
                .first();

        assertThat(scored.<Double>getAs("forecast"))
                .as("forecast from the past alone")
                .isEqualTo(ForecastModel.C4.of(past, 4)[2]);
        assertThat(scored.<Double>getAs("actual")).as("what came in 2019").isEqualTo(values.get(known + 2));
    }

    @Test
    void summaryOfTheNaiveForecastHasOwaOne() {
        List<Row> rows = BacktestSummary.of(backtests).collectAsList();

        assertThat(rows.stream()
                        .map(row -> row.<String>getAs("model"))
                        .distinct()
                        .sorted())
                .as("models")
                .containsExactly("c3", "c4", "damped", "drift", "glm", "naive", "panel", "theta");
        assertThat(rows.stream().filter(row -> row.getAs("model").equals("naive")))
                .as("OWA")
                .allSatisfy(row -> assertThat(row.<Double>getAs("owa")).isCloseTo(1, within(1e-12)));
        assertThat(rows.stream().filter(row -> row.getAs("model").equals("c4") && row.<Integer>getAs("n") > 50))
                .as("coverage of the 80 % interval")
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.<Double>getAs("coverage")).isBetween(0.6, 0.97));
    }

    @Test
    void totalsAreComparedWithTheSumOfTheirParts() {
        List<Row> rows = Reconciliation.of(forecasts, series)
                .where("target_period = '2030' and metric = 'capacity'")
                .collectAsList();
        Row usa = rows.stream()
                .filter(row -> row.getAs("region").equals("USA"))
                .findFirst()
                .orElseThrow();
        Row china = rows.stream()
                .filter(row -> row.getAs("region").equals("CHN"))
                .findFirst()
                .orElseThrow();

        assertThat(usa.<Double>getAs("difference"))
                .as("sum less total")
                .isEqualTo(usa.<Double>getAs("sum_of_parts") - usa.<Double>getAs("total"));
        assertThat(china.<String>getAs("reason")).as("China").isEqualTo("without a forecast: coal, gas, oil");
    }

    @Test
    void pooledRegressionsAreRebuiltFromTheirTable() {
        GrowthModels read = GrowthModels.of(growth.table(SharedSpark.session()));
        SeriesRow usa = SeriesRow.of(one("capacity/USA/wind_onshore"));

        for (GrowthModel.Kind kind : GrowthModel.Kind.values()) {
            assertThat(read.model(kind, 2016).then(model -> model.growth(usa)))
                    .as("%s of 2016", kind)
                    .isEqualTo(growth.model(kind, 2016).then(model -> model.growth(usa)));
        }
        assertThat(growth.table(SharedSpark.session())
                        .where("term = 'intercept'")
                        .collectAsList())
                .as("standard errors of two kinds at two origins")
                .hasSize(4)
                .allSatisfy(
                        row -> assertThat(row.<Double>getAs("standard_error")).isPositive());
    }

    @Test
    void numbersDoNotDependOnThePartitioning() {
        List<Row> expected = sorted(1);

        assertThat(sorted(2)).as("two partitions").isEqualTo(expected);
        assertThat(sorted(7)).as("seven partitions").isEqualTo(expected);
    }

    @Test
    void regressionsAndBacktestsDoNotDependOnThePartitioningEither() {
        assertThat(fitted(3)).as("three partitions").isEqualTo(fitted(1));
    }

    private static List<Row> fitted(int partitions) {
        Dataset<Row> some =
                series.where(col("metric").isin("demand", "generation")).repartition(partitions);
        GrowthModels models = PanelRegression.fit(some, List.of()).orElseThrow();
        List<Row> rows = new ArrayList<>(models.table(SharedSpark.session())
                .orderBy("model", "term", "level")
                .collectAsList());
        rows.addAll(new Backtests(List.of(2015), 3, 0.8, List.of(ForecastModel.C4))
                .of(some, models)
                .orderBy("series_id", "model", "horizon")
                .collectAsList());
        return rows;
    }

    private static List<Row> sorted(int partitions) {
        Dataset<Row> some = series.where(col("metric").equalTo("demand")).repartition(partitions);
        Forecasts all = new Forecasts(new Horizon.Steps(3), List.of(0.8), List.of(ForecastModel.values()));
        return all.of(some)
                .orderBy("series_id", "model", "target_period", "quantile")
                .collectAsList();
    }

    private static Row one(String id) {
        List<Row> rows = series.where(col("series_id").equalTo(id)).collectAsList();
        assertThat(rows).as(id).hasSize(1);
        return rows.get(0);
    }

    private static double lastValue(String id) {
        List<Double> values = one(id).getList(SeriesTable.VALUES);
        return values.get(values.size() - 1);
    }

    private static String origin(String id) {
        return forecasts.where(col("series_id").equalTo(id)).first().getAs("origin");
    }
}
