package org.electrongap.job;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.run.Ledger;
import org.electrongap.share.AssumptionOverride;
import org.electrongap.share.LoadShare;
import org.electrongap.share.LoadShareInputs;
import org.electrongap.share.LoadShareReports;
import org.electrongap.share.Scenario;
import org.electrongap.table.TableName;

/** The share of the load that data centres and AI take: {@code electron-gap load-share}. */
final class LoadShareStep implements Step {

    private static final TableName LOAD = TableName.core("datacenter_load");
    private static final TableName DEMAND = TableName.core("demand");
    private static final TableName FORECASTS = TableName.core("published_forecasts");
    private static final TableName ASSUMPTIONS = TableName.core("assumptions");
    private static final TableName ANNOTATIONS = TableName.core("annotations");
    private static final TableName CAPACITY = TableName.core("capacity");
    private static final TableName MARKET = TableName.core("market");
    private static final TableName PIPELINE = TableName.out("pipeline");
    private static final TableName PREFERRED = TableName.core("preferred_sources");
    private static final TableName SHARE = TableName.out("load_share");
    private static final TableName SENSITIVITIES = TableName.out("sensitivities");
    private static final TableName SCENARIOS = TableName.out("scenarios");
    private static final TableName COMPARISON = TableName.out("published_comparison");
    private static final TableName BACKTEST = TableName.out("share_backtest");
    private static final TableName ADEQUACY = TableName.out("adequacy");
    private static final TableName EXPLANATION = TableName.out("share_explanation");
    private static final TableName EDITIONS = TableName.out("share_editions");
    private static final TableName PROBABILITIES = TableName.out("share_probabilities");

    @Override
    public String name() {
        return "load-share";
    }

    @Override
    public List<TableName> reads() {
        return List.of(LOAD, DEMAND, FORECASTS, ASSUMPTIONS, ANNOTATIONS, CAPACITY, MARKET, PIPELINE, PREFERRED);
    }

    @Override
    public List<TableName> writes() {
        return List.of(
                SHARE, PROBABILITIES, SENSITIVITIES, SCENARIOS, COMPARISON, BACKTEST, ADEQUACY, EXPLANATION, EDITIONS);
    }

    @Override
    public boolean readsScenarios() {
        return true;
    }

    @Override
    public String dependsOn(LocalDate asOf, Ledger ledger) {
        return String.valueOf(asOf.getYear());
    }

    @Override
    public Map<TableName, Dataset<Row>> compute(Inputs inputs) {
        LoadShareReports reports = LoadShare.of(new LoadShareInputs(
                inputs.table(LOAD),
                inputs.table(DEMAND),
                inputs.table(FORECASTS),
                inputs.table(ASSUMPTIONS),
                inputs.table(ANNOTATIONS),
                inputs.table(CAPACITY),
                inputs.table(MARKET),
                inputs.table(PIPELINE),
                inputs.table(PREFERRED),
                new LoadShareInputs.Request(
                        inputs.asOf(),
                        overrides(inputs),
                        Scenario.read("own", "--scenario", inputs.ownScenarios()),
                        LoadShareInputs.STANDARD_SEED,
                        LoadShareInputs.NIGHTLY_PATHS)));
        return Map.of(
                SHARE, reports.loadShare(),
                PROBABILITIES, reports.shareProbabilities(),
                SENSITIVITIES, reports.sensitivities(),
                SCENARIOS, reports.scenarios(),
                COMPARISON, reports.publishedComparison(),
                BACKTEST, reports.shareBacktest(),
                ADEQUACY, reports.adequacy(),
                EXPLANATION, reports.shareExplanation(),
                EDITIONS, reports.shareEditions());
    }

    /** They stand in the table already; the model reads them too, because it judges their names. */
    private static List<AssumptionOverride> overrides(Inputs inputs) {
        return AssumptionOverride.read("--assumptions", inputs.ownAssumptions()).values().stream()
                .flatMap(Collection::stream)
                .toList();
    }
}
