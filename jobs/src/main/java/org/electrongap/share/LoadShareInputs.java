package org.electrongap.share;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the forecast of the share reads: core rows in all editions, filtered to {@code published <= asOf}.
 *
 * @param datacenterLoad core/datacenter_load
 * @param demand core/demand
 * @param publishedForecasts core/published_forecasts
 * @param assumptions core/assumptions
 * @param annotations core/annotations
 * @param capacity core/capacity
 * @param market core/market
 * @param pipeline out/pipeline
 * @param preferredSources core/preferred_sources
 * @param request what is asked for
 */
public record LoadShareInputs(
        Dataset<Row> datacenterLoad,
        Dataset<Row> demand,
        Dataset<Row> publishedForecasts,
        Dataset<Row> assumptions,
        Dataset<Row> annotations,
        Dataset<Row> capacity,
        Dataset<Row> market,
        Dataset<Row> pipeline,
        Dataset<Row> preferredSources,
        Request request) {

    /** Seed of a run that asks for none. */
    public static final long STANDARD_SEED = 20260101L;

    /** Paths of a nightly run: the median share has a standard error below 0.01 points, a probability of 0.002. */
    public static final int NIGHTLY_PATHS = 50_000;

    /**
     * What is asked of the evidence.
     *
     * @param asOf the day as which the forecast is made; it dates the backtest's future, too
     * @param overrides rows of the user's assumptions, which replace those of the same name, region and year
     * @param scenarios named sets of overrides that are simulated beside the base
     * @param seed seed of the simulation
     * @param paths paths of the simulation
     */
    public record Request(
            LocalDate asOf, List<AssumptionOverride> overrides, List<Scenario> scenarios, long seed, int paths) {

        public Request {
            overrides = List.copyOf(overrides);
            scenarios = List.copyOf(scenarios);
        }
    }
}
