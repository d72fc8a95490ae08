package org.electrongap.job;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.forecast.BacktestSummary;
import org.electrongap.forecast.Backtests;
import org.electrongap.forecast.Forecasts;
import org.electrongap.forecast.GrowthModels;
import org.electrongap.forecast.NationalSeries;
import org.electrongap.forecast.PanelRegression;
import org.electrongap.forecast.Reconciliation;
import org.electrongap.forecast.ScoredForecasts;
import org.electrongap.table.SourceOrder;
import org.electrongap.table.TableName;

/** Forecasts of every national series, and how they would have done: {@code electron-gap forecast}. */
final class ForecastStep implements Step {

    private static final TableName CAPACITY = TableName.core("capacity");
    private static final TableName GENERATION = TableName.core("generation");
    private static final TableName DEMAND = TableName.core("demand");
    private static final TableName ANNOTATIONS = TableName.core("annotations");
    private static final TableName PREFERRED = TableName.core("preferred_sources");
    private static final TableName FORECASTS = TableName.out("forecasts");
    private static final TableName BACKTESTS = TableName.out("backtests");
    private static final TableName SUMMARY = TableName.out("backtest_summary");
    private static final TableName RECONCILIATION = TableName.out("reconciliation");
    private static final TableName MODELS = TableName.out("models");

    @Override
    public String name() {
        return "forecast";
    }

    @Override
    public List<TableName> reads() {
        return List.of(CAPACITY, GENERATION, DEMAND, ANNOTATIONS, PREFERRED);
    }

    @Override
    public List<TableName> writes() {
        return List.of(FORECASTS, BACKTESTS, SUMMARY, RECONCILIATION, MODELS);
    }

    @Override
    public Map<TableName, Dataset<Row>> compute(Inputs inputs) {
        Dataset<Row> series = inputs.kept(NationalSeries.of(
                inputs.table(CAPACITY),
                inputs.table(GENERATION),
                inputs.table(DEMAND),
                inputs.table(ANNOTATIONS),
                SourceOrder.of(inputs.table(PREFERRED)).forForecasts()));
        GrowthModels growth =
                PanelRegression.fit(series, Backtests.PANEL_ORIGINS).value().orElse(GrowthModels.NONE);
        Dataset<Row> backtests =
                ScoredForecasts.table(inputs.kept(Backtests.national().scored(series, growth)));
        Dataset<Row> medians = Forecasts.national().medians().of(series);
        return Map.of(
                FORECASTS, Forecasts.national().of(series, growth),
                BACKTESTS, backtests,
                SUMMARY, BacktestSummary.of(backtests),
                RECONCILIATION, Reconciliation.of(medians, series),
                MODELS, growth.table(inputs.spark()));
    }
}
