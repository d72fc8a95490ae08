package org.electrongap.growth;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Gross additions and the change of storage, in the form of cells of a comparison: yearly figures in GW that somebody read
 * where they were published.
 */
final class AdditionRows {

    private AdditionRows() {}

    /**
     * The cells.
     *
     * @param market rows of {@code core/market}: series {@code capacity_additions_gross}, {@code _solar}, {@code _wind}
     * @param facts rows of {@code core/reference_facts}: quantities {@code capacity_additions_gross} and, of battery storage
     *     alone, {@code capacity_change_net}
     */
    static Dataset<Row> of(Dataset<Row> market, Dataset<Row> facts) {
        Dataset<Row> readFacts = facts.filter(col("unit")
                .equalTo("GW")
                .and(col("mid").isNotNull())
                .and(col("date").rlike("^[0-9]{4}$")));
        Column isGross = col("quantity").equalTo("capacity_additions_gross");
        Column isStorage = col("subject").equalTo("Battery storage additions");
        return ofMarket(market)
                .unionByName(ofFacts(readFacts.filter(isGross), technologyOfFact(), GrossAdditions.MEASURE))
                .unionByName(ofFacts(
                        readFacts.filter(
                                isStorage.and(isGross.or(col("quantity").equalTo("capacity_change_net")))),
                        lit("total"),
                        ChangeWithStorage.STORAGE));
    }

    private static Column technologyOfFact() {
        return when(col("subject").equalTo("Capacity additions"), "total")
                .when(col("subject").equalTo("Solar additions"), "solar")
                .when(col("subject").equalTo("Wind additions"), "wind")
                .when(col("subject").equalTo("Battery storage additions"), "storage");
    }

    private static Dataset<Row> ofMarket(Dataset<Row> market) {
        Column technology = when(col("series").equalTo("capacity_additions_gross"), "total")
                .when(col("series").equalTo("capacity_additions_solar"), "solar")
                .when(col("series").equalTo("capacity_additions_wind"), "wind");
        Dataset<Row> years = market.filter(col("period_kind")
                .equalTo("year")
                .and(col("kind").equalTo("actual"))
                .and(col("unit").equalTo("GW"))
                .and(col("grade").isin("primary", "secondary", "derived")));
        return cells(years, technology, GrossAdditions.MEASURE, col("period"), col("value"));
    }

    /** Of facts only what its publisher states: a derived one stands beside the figure that it was derived from. */
    private static Dataset<Row> ofFacts(Dataset<Row> facts, Column technology, String measure) {
        Dataset<Row> stated = facts.filter(col("grade").isin("primary", "secondary"));
        return cells(stated, technology, measure, col("date"), col("mid"));
    }

    private static Dataset<Row> cells(Dataset<Row> rows, Column technology, String measure, Column year, Column value) {
        return rows.filter(technology.isNotNull().and(col("published").isNotNull()))
                .select(
                        col("region"),
                        lit(Metric.CAPACITY_GW.text()).as("metric"),
                        technology.as("technology"),
                        lit(measure).as("measure"),
                        year.cast("int").as("year"),
                        value.as("value"),
                        lit(Status.OK.text()).as("status"),
                        lit("").as("reason"),
                        col("basis"),
                        col("source"),
                        col("edition"),
                        col("published").cast("string").as("published"),
                        lit(true).as("preferred"));
    }
}
