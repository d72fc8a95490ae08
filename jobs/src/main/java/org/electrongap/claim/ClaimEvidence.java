package org.electrongap.claim;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The tables that may answer a claim: core tables, in all editions that the as-of date may see.
 *
 * @param capacity {@code core/capacity}
 * @param generation {@code core/generation}
 * @param demand {@code core/demand}
 * @param datacenterLoad {@code core/datacenter_load}
 * @param publishedForecasts {@code core/published_forecasts}
 * @param market {@code core/market}
 * @param projects {@code core/datacenter_projects}
 * @param referenceFacts {@code core/reference_facts}
 */
public record ClaimEvidence(
        Dataset<Row> capacity,
        Dataset<Row> generation,
        Dataset<Row> demand,
        Dataset<Row> datacenterLoad,
        Dataset<Row> publishedForecasts,
        Dataset<Row> market,
        Dataset<Row> projects,
        Dataset<Row> referenceFacts) {}
