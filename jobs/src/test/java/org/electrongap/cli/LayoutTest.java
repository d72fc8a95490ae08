package org.electrongap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;

class LayoutTest {

    @Test
    void aGapIsOneLineAYearWithBothSystemsBesideEachOther() {
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.addAll(gap(2023, "level_a", 1221.9, "level_b", 2920.7, "gap", 1698.8, "net_change_ratio", 12.9));
        rows.addAll(gap(2024, "level_a", 1260.1, "level_b", 3350.9, "gap", 2090.8, "net_change_ratio", 11.3));

        Layout layout = Layout.of("gap", rows).orElseThrow();

        assertThat(layout.columns()).containsSubsequence("year", "USA", "CHN", "gap", "ratio of changes");
        assertThat(layout.rows()).hasSize(2);
        assertThat(layout.rows().get(0))
                .as("the newest first")
                .containsEntry("year", 2024)
                .containsEntry("CHN", 3350.9)
                .containsEntry("ratio of changes", 11.3)
                .containsEntry("unit", "GW");
        assertThat(layout.notes().get(0)).contains("year end installed; IRENA, edition 2025-03-26");
    }

    @Test
    void gapsOfSeveralPairsNameThePairInEachLine() {
        List<Map<String, Object>> rows = new ArrayList<>(gap(2024, "gap", 2090.8));
        Map<String, Object> other = new LinkedHashMap<>(rows.get(0));
        other.put("region_a", "JPN");
        rows.add(other);

        Layout layout = Layout.of("gap", rows).orElseThrow();

        assertThat(layout.columns()).startsWith("pair").contains("a", "b");
        assertThat(layout.rows()).extracting(line -> line.get("pair")).containsExactly("JPN:CHN", "USA:CHN");
    }

    @Test
    void aShareIsOneLineAYearWithItsQuantilesInPerCent() {
        Layout layout = Layout.of("share", List.of(share(0.1, 0.0542), share(0.5, 0.0859), share(0.9, 0.1481)))
                .orElseThrow();

        assertThat(layout.rows())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("share 10 %", "5.4 %")
                        .containsEntry("share median", "8.6 %")
                        .containsEntry("share 90 %", "14.8 %"));
    }

    @Test
    void growthTakesTheNewestFigureOfEachMeasure() {
        List<Map<String, Object>> rows = List.of(
                growth("level", "2024-12-31", 275.9, "GW"),
                growth("level", "2023-12-31", 257.2, "GW"),
                growth("year_on_year", "2024-12-31", 0.0728, "fraction"),
                growth("year_on_year", "2023-12-31", 0.0505, "fraction"),
                growth("acceleration", "2024-12-31", 0.01, "log points per year squared"));

        Layout layout = Layout.of("growth", rows).orElseThrow();

        assertThat(layout.rows())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("year", 2024)
                        .containsEntry("level", 275.9)
                        .containsEntry("year on year", "7.3 %")
                        .doesNotContainKey("acceleration"));
    }

    @Test
    void growthLeavesAMeasureOfTheNewestYearBlankWhereOnlyAnOlderOneIsThere() {
        List<Map<String, Object>> rows = List.of(
                growth("level", "2024-12-31", 275.9, "GW"),
                growth("level", "2023-12-31", 257.2, "GW"),
                growth("year_on_year", "2023-12-31", 0.0505, "fraction"));

        assertThat(Layout.of("growth", rows).orElseThrow().rows())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("year", 2024)
                        .containsEntry("level", 275.9)
                        .doesNotContainKey("year on year"));
    }

    @Test
    void aLayoutReadsNoColumnThatItsReportLacks() {
        assertThat(Contract.of(TableName.out("comparisons")).columnNames())
                .containsAll(gap(1, "gap", 1.0).get(0).keySet());
        assertThat(Contract.of(TableName.out("load_share")).columnNames())
                .containsAll(share(0.5, 0.1).keySet());
        assertThat(Contract.of(TableName.out("trajectories")).columnNames())
                .containsAll(growth("level", "2024-12-31", 1, "GW").keySet());
    }

    @Test
    void reportsWithoutALayoutHaveNone() {
        assertThat(Layout.of("claims", List.of())).isEmpty();
    }

    @Test
    void aUsersOwnForecastIsOneLineAPeriodWithTheReasonOfARefusal() {
        OwnForecastTable table = new OwnForecastTable(List.of(own(0.1, null, "too few errors"), own(0.5, 19.97, null)));

        assertThat(table.columns()).containsExactly("series_id", "target_period", "10 %", "median", "reason");
        assertThat(table.rows())
                .singleElement()
                .satisfies(line ->
                        assertThat(line).containsEntry("median", 19.97).containsEntry("reason", "too few errors"));
        assertThat(Contract.of(TableName.out("forecasts")).columnNames())
                .containsAll(own(0.5, 1.0, null).keySet());
    }

    private static Map<String, Object> own(double quantile, Double value, String reason) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("series_id", "mine");
        row.put("target_period", "2025");
        row.put("quantile", quantile);
        row.put("value", value);
        row.put("reason", reason);
        return row;
    }

    private static List<Map<String, Object>> gap(int year, Object... measures) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < measures.length; i += 2) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("region_a", "USA");
            row.put("region_b", "CHN");
            row.put("technology", "total");
            row.put("metric", "capacity_gw");
            row.put("measure", measures[i]);
            row.put("year", year);
            row.put("value", measures[i + 1]);
            row.put("unit", "GW");
            row.put("basis_a", "year_end_installed");
            row.put("source_a", "IRENA");
            row.put("source_b", "IRENA");
            row.put("edition_a", "2025-03-26");
            row.put("edition_b", "2025-03-26");
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Object> share(double quantile, double share) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("region", "USA");
        row.put("denominator", "end_use");
        row.put("scope", "all");
        row.put("component", "pool_widened");
        row.put("scenario", "base");
        row.put("target_year", 2030);
        row.put("quantile", quantile);
        row.put("share", share);
        row.put("datacenter_twh", 4000 * share);
        row.put("status", "ok");
        return row;
    }

    private static Map<String, Object> growth(String measure, String to, double value, String unit) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("region", "DEU");
        row.put("technology", "total");
        row.put("metric", "capacity_gw");
        row.put("measure", measure);
        row.put("period_end", to);
        row.put("value", value);
        row.put("unit", unit);
        row.put("source", "IRENA");
        row.put("edition", "2025-03-26");
        return row;
    }
}
