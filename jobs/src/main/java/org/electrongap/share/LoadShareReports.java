package org.electrongap.share;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The out tables of the forecast of the share, each in the form of its contract.
 *
 * @param loadShare out/load_share: every component, year, denominator and quantile
 * @param shareProbabilities out/share_probabilities: P(share >= threshold)
 * @param sensitivities out/sensitivities: which assumption moves the headline of 2030 how far
 * @param scenarios out/scenarios: what building faster changes, and the time to power
 * @param publishedComparison out/published_comparison: every published forecast beside ours
 * @param shareBacktest out/share_backtest: what would have been said then, against what came
 * @param adequacy out/adequacy: capacity above the peak of demand
 * @param shareExplanation out/share_explanation: the way from the inputs to the number, for every year
 * @param shareEditions out/share_editions: which edition moved the headline of 2030 how far
 */
public record LoadShareReports(
        Dataset<Row> loadShare,
        Dataset<Row> shareProbabilities,
        Dataset<Row> sensitivities,
        Dataset<Row> scenarios,
        Dataset<Row> publishedComparison,
        Dataset<Row> shareBacktest,
        Dataset<Row> adequacy,
        Dataset<Row> shareExplanation,
        Dataset<Row> shareEditions) {}
