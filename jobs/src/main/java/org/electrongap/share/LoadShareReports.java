package org.electrongap.share;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The out tables of the forecast of the share, each in the form of its contract.
 *
 * @param loadShare out/load_share
 * @param shareProbabilities out/share_probabilities
 */
public record LoadShareReports(Dataset<Row> loadShare, Dataset<Row> shareProbabilities) {}
