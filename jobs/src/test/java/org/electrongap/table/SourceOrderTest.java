package org.electrongap.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.electrongap.SharedSpark;
import org.junit.jupiter.api.Test;

/** The order of sources is data that a user can change. */
class SourceOrderTest {

    private static final StructType SCHEMA = new StructType()
            .add("metric", DataTypes.StringType)
            .add("rank", DataTypes.IntegerType)
            .add("preferred_source", DataTypes.StringType)
            .add("basis", DataTypes.StringType)
            .add("edition", DataTypes.StringType)
            .add("published", DataTypes.DateType);

    @Test
    void theNewestEditionOfTheTableSpeaksInTheOrderOfItsRanks() {
        SourceOrder order = SourceOrder.of(rows(
                row("capacity_gw", 1, "A", "2020-01-01"),
                row("capacity_gw", 2, "A", "2025-01-01"),
                row("capacity_gw", 1, "B", "2025-01-01")));

        assertThat(order.entries())
                .filteredOn(entry -> entry.metric().equals("capacity_gw"))
                .extracting(SourceOrder.Entry::source)
                .containsExactly("B", "A");
        assertThat(order.entries())
                .as("of other metrics the bundled order")
                .anyMatch(entry -> entry.metric().equals("generation_twh"));
    }

    @Test
    void withoutRowsTheBundledOrderHolds() {
        assertThat(SourceOrder.of(rows())).isEqualTo(SourceOrder.bundled());
    }

    @Test
    void rowsForForecastsAloneComeBeforeThoseForAll() {
        SourceOrder order = new SourceOrder(List.of(
                new SourceOrder.Entry("capacity_gw", "A", "*"),
                new SourceOrder.Entry("capacity_gw", "B", "net"),
                new SourceOrder.Entry("capacity_gw_forecast", "B", "*")));

        assertThat(order.forForecasts().rank("capacity_gw", "B", "gross"))
                .as("for forecasts")
                .isZero();
        assertThat(order.rank("capacity_gw", "A", "gross")).as("for growth").isZero();
        assertThat(order.rank("capacity_gw", "B", "gross"))
                .as("another basis is not in the order")
                .isEqualTo(3);
    }

    @Test
    void anOwnOrderOfAMetricSpeaksForItsForecastsToo() {
        SourceOrder order =
                SourceOrder.of(rows(row("generation_twh", 1, "EIA International Energy Statistics", "2025-01-01")));

        assertThat(order.forForecasts().rank("generation_twh", "EIA International Energy Statistics", "gross"))
                .as("no bundled row for forecasts comes before it")
                .isZero();
    }

    @Test
    void anOwnOrderForForecastsAloneLeavesTheBundledOneForGrowth() {
        SourceOrder order = SourceOrder.of(
                rows(row("generation_twh_forecast", 1, "EIA International Energy Statistics", "2025-01-01")));

        assertThat(order.entries())
                .filteredOn(entry -> entry.metric().equals("generation_twh"))
                .as("for growth as bundled")
                .isNotEmpty()
                .isEqualTo(SourceOrder.bundled().entries().stream()
                        .filter(entry -> entry.metric().equals("generation_twh"))
                        .toList());
        assertThat(order.entries())
                .filteredOn(entry -> entry.metric().equals("generation_twh_forecast"))
                .as("for forecasts the own row alone")
                .extracting(SourceOrder.Entry::source)
                .containsExactly("EIA International Energy Statistics");
        assertThat(order.forForecasts().rank("generation_twh", "EIA International Energy Statistics", "gross"))
                .isZero();
    }

    private static Row row(String metric, int rank, String source, String edition) {
        return RowFactory.create(metric, rank, source, "*", edition, java.sql.Date.valueOf(edition));
    }

    private static Dataset<Row> rows(Row... rows) {
        return SharedSpark.session().createDataFrame(List.of(rows), SCHEMA);
    }
}
