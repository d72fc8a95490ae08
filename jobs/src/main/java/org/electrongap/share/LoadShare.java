package org.electrongap.share;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.electrongap.share.simulation.Assumptions;
import org.electrongap.share.simulation.ShareSimulation;
import org.electrongap.share.simulation.SimulationSettings;
import org.electrongap.share.simulation.TargetYears;
import org.electrongap.statistics.Outcome;

/**
 * The share of the electricity load that data centres and AI take: every year from 2025 to the horizon, every denominator
 * that has data, each component, their pool, and the pool widened to the error that forecasts have had, which is the
 * headline.
 */
public final class LoadShare {

    private static final int FIRST_YEAR = 2025;
    private static final int LAST_YEAR = 2035;

    private final LoadShareInputs.Request request;
    private final Evidence evidence;
    private final RegionModels.Regressions regressions;
    private final RegionModels models;

    private LoadShare(Evidence evidence, LoadShareInputs.Request request, RegionModels.Regressions regressions) {
        this.request = request;
        this.evidence = evidence;
        this.regressions = regressions;
        this.models = new RegionModels(evidence, regressions);
    }

    /**
     * The forecast and the reports that go with it. An input without rows is no fault: what needs it is refused with its
     * reason.
     *
     * @throws org.electrongap.share.simulation.InvalidAssumptionsException naming every fault of assumptions, overrides and
     *     scenarios
     */
    public static LoadShareReports of(LoadShareInputs inputs) {
        SparkSession session = inputs.datacenterLoad().sparkSession();
        return tables(Evidence.of(inputs), inputs.request(), new RegressionMemory(new LoadRegression(session)))
                .reports(session);
    }

    /** The rows of every report, from evidence that is on the driver. */
    static ShareTables tables(
            Evidence evidence, LoadShareInputs.Request request, RegionModels.Regressions regressions) {
        return new LoadShare(evidence, request, regressions).tables();
    }

    private ShareTables tables() {
        List<RegionForecast> forecasts = forecasts();
        List<RegionForecast> base = forecasts.stream()
                .filter(forecast -> forecast.scenario().equals(Scenario.BASE))
                .toList();
        List<LoadShareRows.Tables> tables = forecasts.stream()
                .map(forecast -> new LoadShareRows(forecast).tables())
                .toList();
        ModelParts usa = base.get(0).parts();
        return new ShareTables(
                rows(tables, LoadShareRows.Tables::shares),
                rows(tables, LoadShareRows.Tables::probabilities),
                Tornado.rows(usa, models, request),
                BuildScenarios.rows(evidence, usa, models, request),
                rows(base, forecast -> PublishedComparison.rows(evidence, forecast)),
                ShareBacktest.rows(evidence, usa, regressions, request),
                adequacy(base),
                rows(base, LoadShare::explanation),
                rows(base, forecast -> EditionTrail.rows(evidence, forecast.parts(), request)));
    }

    private List<Object[]> adequacy(List<RegionForecast> base) {
        Outcome<CapacityBasis> basis = Adequacy.basis(
                evidence, base.stream().map(RegionForecast::parts).toList());
        return rows(base, forecast -> {
            TargetYears years = new TargetYears(FIRST_YEAR - 1, forecast.years().last());
            return Adequacy.rows(evidence, forecast.parts(), basis, years, request.seed());
        });
    }

    private static List<Object[]> explanation(RegionForecast forecast) {
        return Arrays.stream(forecast.years().toArray())
                .boxed()
                .flatMap(year -> Explanation.rows(forecast, year).stream())
                .toList();
    }

    private static <T> List<Object[]> rows(List<T> parts, Function<T, List<Object[]>> rows) {
        return parts.stream().flatMap(part -> rows.apply(part).stream()).toList();
    }

    private List<RegionForecast> forecasts() {
        RegionAssumptions base = RegionAssumptions.of(evidence.assumptions(), request.overrides());
        List<RegionForecast> forecasts = new ArrayList<>();
        for (ShareRegion region : ShareRegion.values()) {
            forecasts.add(forecast(region.name(), Scenario.BASE, base.of(region.name())));
        }
        for (Scenario scenario : request.scenarios()) {
            List<AssumptionOverride> overrides = new ArrayList<>(request.overrides());
            overrides.addAll(scenario.overrides());
            RegionAssumptions changed = RegionAssumptions.of(evidence.assumptions(), overrides);
            regionsOf(scenario).forEach(region -> forecasts.add(forecast(region, scenario.name(), changed.of(region))));
        }
        return forecasts;
    }

    /** The United States, and every other region of which a scenario changes a row. */
    private static List<String> regionsOf(Scenario scenario) {
        return Arrays.stream(ShareRegion.values())
                .map(ShareRegion::name)
                .filter(region -> region.equals(ShareRegion.USA.name())
                        || scenario.overrides().stream()
                                .anyMatch(override -> override.region().equals(region)))
                .toList();
    }

    private RegionForecast forecast(String region, String scenario, Assumptions assumptions) {
        ModelParts parts = models.of(region, assumptions);
        TargetYears years = years(assumptions);
        SimulationSettings settings = new SimulationSettings(request.seed(), request.paths(), years);
        return new RegionForecast(
                parts, scenario, years, parts.model().value().map(model -> ShareSimulation.run(model, settings)));
    }

    private static TargetYears years(Assumptions assumptions) {
        int last = assumptions
                .find("horizon_last_year")
                .map(row -> (int) row.value())
                .orElse(LAST_YEAR);
        return new TargetYears(FIRST_YEAR, Math.max(FIRST_YEAR, last));
    }
}
