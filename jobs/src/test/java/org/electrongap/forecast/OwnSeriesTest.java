package org.electrongap.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.electrongap.SharedSpark;
import org.junit.jupiter.api.Test;

class OwnSeriesTest {

    private static final StructType TEXT = new StructType()
            .add("series_id", DataTypes.StringType)
            .add("period", DataTypes.StringType)
            .add("value", DataTypes.StringType);

    @Test
    void periodsAreReadAndWrittenAlike() {
        for (String text : List.of("2024", "2024-Q1", "2024-Q4", "2024-01", "2024-12")) {
            Frequency frequency = Frequency.ofText(text).orElseThrow();
            assertThat(frequency.text(frequency.ordinal(text))).as(text).isEqualTo(text);
        }
        assertThat(List.of("24", "2024-Q5", "2024-13", "2024-1", "2024-00", "spring"))
                .as("not periods")
                .allSatisfy(text -> assertThat(Frequency.ofText(text)).as(text).isEmpty());
        assertThat(Frequency.QUARTERLY.text(Frequency.QUARTERLY.ordinal("2024-Q4") + 1))
                .as("the quarter after the last of a year")
                .isEqualTo("2025-Q1");
    }

    @Test
    void allFaultsAreReportedTogether() {
        List<String> faults = OwnSeries.of(file(
                        "a,2020,1", "a,2020,2", "a,2021-Q1,3", "b,2020-13,4", "b,2020,abc", "b,2021,NaN", ",2020,1"))
                .faults();

        assertThat(faults).as("faults").hasSize(5);
        assertThat(String.join("\n", faults))
                .as("what and where")
                .contains("a period occurs more than once in a series: 1 times, from (a, 2020)")
                .contains("a series mixes yearly, quarterly or monthly periods: 1 times, from (a)")
                .contains("a period is not written 2024, 2024-Q3 or 2024-07: 1 times, from (b, 2020-13, 4)")
                .contains("a value is not a finite number: 2 times, from (b, 2020, abc) to (b, 2021, NaN)")
                .contains("a row has no series_id: 1 times");
        assertThat(OwnSeries.of(file("a,2020,1", "a,2021,2")).faults())
                .as("none")
                .isEmpty();
    }

    @Test
    void missingColumnsAreNamed() {
        assertThatThrownBy(() -> OwnSeries.of(file("a,2020,1").drop("period", "value")))
                .as("message")
                .hasMessageContaining("the file has no column period, value")
                .hasMessageContaining("has series_id");
    }

    @Test
    void quarterlySeriesKeepTheirSeason() {
        double[] season = {0.8, 1.1, 1.3, 0.8};
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int year = 2010 + i / 4;
            lines.add("grid," + year + "-Q" + (i % 4 + 1) + "," + (100 + i) * season[i % 4]);
        }
        List<Row> rows = forecasts(4, lines).stream()
                .filter(row -> row.<Double>getAs("quantile") == 0.5)
                .toList();

        assertThat(rows.stream().map(row -> row.<String>getAs("target_period")))
                .as("targets")
                .containsExactly("2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4");
        for (int h = 0; h < 4; h++) {
            assertThat(rows.get(h).<Double>getAs("value"))
                    .as("quarter %d", h + 1)
                    .isCloseTo((140 + h) * season[h], within(4.0));
        }
    }

    @Test
    void gapsAreNeverFilled() {
        List<String> lines = new ArrayList<>(List.of("long,2000,5", "long,2001,6", "short,2000,5", "short,2023,6"));
        for (int year = 2010; year <= 2020; year++) {
            lines.add("long," + year + "," + (year - 2000));
        }
        List<Row> rows = forecasts(2, lines);

        assertThat(rows.stream().filter(row -> row.getAs("series_id").equals("long")))
                .as("forecast from the run after the gap")
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.<String>getAs("origin")).isEqualTo("2020"));
        assertThat(rows.stream().filter(row -> row.getAs("series_id").equals("short")))
                .as("refused")
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.<String>getAs("reason"))
                        .isEqualTo(
                                "needs 6 yearly points, has 1 after its last gap (2 in all; gaps are never filled)"));
    }

    @Test
    void aLoneSeriesHasItsMedianAndSaysWhyItHasNoInterval() {
        List<String> lines = new ArrayList<>();
        for (int year = 2010; year <= 2020; year++) {
            lines.add("alone," + year + "," + (year % 3 + year - 2000));
        }
        List<Row> rows = forecasts(1, lines);

        assertThat(rows).as("five quantiles").hasSize(5);
        assertThat(rows.get(2).<Double>getAs("value")).as("median").isNotNull();
        assertThat(rows.get(0).<String>getAs("reason"))
                .as("interval")
                .isEqualTo("a level of 0.95 needs 39 past errors, there are 3");
    }

    private static List<Row> forecasts(int horizon, List<String> lines) {
        Dataset<Row> series = OwnSeries.of(file(lines.toArray(String[]::new))).series();
        return OwnSeries.forecasts(series, horizon, Forecasts.USUAL_LEVELS)
                .orderBy("series_id", "target_period", "quantile")
                .collectAsList();
    }

    private static Dataset<Row> file(String... lines) {
        List<Row> rows = new ArrayList<>();
        for (String line : lines) {
            rows.add(RowFactory.create((Object[]) line.split(",", -1)));
        }
        return SharedSpark.session().createDataFrame(rows, TEXT);
    }
}
