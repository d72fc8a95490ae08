package org.electrongap.share;

import java.util.List;
import org.apache.spark.sql.SparkSession;

/** The rows of each out table of the forecast of the share, in the order of its contract's columns. */
record ShareTables(
        List<Object[]> loadShare,
        List<Object[]> shareProbabilities,
        List<Object[]> sensitivities,
        List<Object[]> scenarios,
        List<Object[]> publishedComparison,
        List<Object[]> shareBacktest,
        List<Object[]> adequacy,
        List<Object[]> shareExplanation,
        List<Object[]> shareEditions) {

    /** The rows as Datasets in the form of the contracts. */
    LoadShareReports reports(SparkSession session) {
        return new LoadShareReports(
                OutRows.of(session, "load_share", loadShare),
                OutRows.of(session, "share_probabilities", shareProbabilities),
                OutRows.of(session, "sensitivities", sensitivities),
                OutRows.of(session, "scenarios", scenarios),
                OutRows.of(session, "published_comparison", publishedComparison),
                OutRows.of(session, "share_backtest", shareBacktest),
                OutRows.of(session, "adequacy", adequacy),
                OutRows.of(session, "share_explanation", shareExplanation),
                OutRows.of(session, "share_editions", shareEditions));
    }
}
