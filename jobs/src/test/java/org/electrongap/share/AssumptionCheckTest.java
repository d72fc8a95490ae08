package org.electrongap.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AssumptionCheckTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @Test
    void faultsOfBothFilesAreToldTogetherWithTheNearestName() {
        List<String> faults = faults(
                List.of(
                        Map.of("assumption", "load_facter", "region", "USA", "value", "0.7"),
                        Map.of("assumption", "weight_bayes", "region", "USA", "value", "0.5")),
                List.of(Map.of("scenario", "slow", "assumption", "supply_aditions", "region", "USA", "value", "40")));
        assertThat(faults)
                .as("faults")
                .hasSize(3)
                .anySatisfy(fault ->
                        assertThat(fault).contains("--assumptions line 2").contains("did you mean 'load_factor'?"))
                .anySatisfy(fault -> assertThat(fault).contains("the weights of the pool add to 1.3"))
                .anySatisfy(fault ->
                        assertThat(fault).contains("--scenario line 2").contains("did you mean 'supply_additions'?"));
    }

    @Test
    void aUsersOwnThresholdIsNoFaultAndAMisspeltFamilyIs() {
        assertThat(faults(
                        List.of(Map.of("assumption", "share_threshold_09", "region", "USA", "value", "0.09")),
                        List.of()))
                .as("a threshold of his own")
                .isEmpty();
        assertThat(faults(
                        List.of(Map.of("assumption", "share_treshold_08", "region", "USA", "value", "0.09")),
                        List.of()))
                .as("a misspelt family")
                .singleElement()
                .asString()
                .contains("did you mean 'share_threshold_08'?");
        assertThat(faults(List.of(Map.of("assumption", "share_threshold_9", "region", "USA", "value", "9")), List.of()))
                .as("a threshold in per cent")
                .singleElement()
                .asString()
                .contains("write 8 % as 0.08");
    }

    @Test
    void boundsOfAnotherRegionDoNotMoveAUsersValue() {
        List<AssumptionRow> clipped = AssumptionRow.of(List.of(clipped("onsite_generation_fraction", .06, .01, .15)));
        AssumptionRow world = clipped.get(0).named("onsite_generation_fraction", "WORLD", OptionalInt.empty());
        assertThat(world.low()).as("low of the USA").isEmpty();
        assertThat(world.high()).as("high of the USA").isEmpty();

        Map<String, String> own = Map.of("assumption", "onsite_generation_fraction", "region", "WORLD", "value", "0.3");
        assertThat(faults(List.of(own), List.of()))
                .as("a clipped kind without bounds")
                .singleElement()
                .asString()
                .contains("onsite_generation_fraction", "needs the columns low and high");
        Map<String, String> bounded = new HashMap<>(own);
        bounded.put("low", "0.1");
        bounded.put("high", "0.5");
        assertThat(faults(List.of(bounded), List.of()))
                .as("with bounds of its own")
                .isEmpty();
    }

    @Test
    void valueOutsideOfTheBoundsToWhichItIsClippedIsAFault() {
        assertThat(faults(
                        List.of(Map.of("assumption", "onsite_generation_fraction", "region", "USA", "value", "0.3")),
                        List.of()))
                .singleElement()
                .asString()
                .contains("its value 0.3 lies outside of 0.01 to 0.15");
    }

    @Test
    void rowForAnotherRegionWithoutItsYearIsToldTheYearsThatThereAre() {
        assertThat(faults(List.of(Map.of("assumption", "growth_initial", "region", "CHN", "value", "0.2")), List.of()))
                .singleElement()
                .asString()
                .contains("'growth_initial' of CHN needs a year", "2026 (USA)");
        assertThat(faults(
                        List.of(Map.of("assumption", "load_factor", "region", "CHN", "year", "2030", "value", "0.6")),
                        List.of()))
                .singleElement()
                .asString()
                .contains("'load_factor' of CHN holds for all years", "2030");
    }

    @Test
    void dayBeforeTheAssumptionsHasNoneToChange() {
        assertThat(AssumptionCheck.faults(
                        rows(),
                        LocalDate.parse("2020-01-01"),
                        List.of(Map.of("assumption", "load_factor", "region", "USA", "value", "0.7")),
                        List.of()))
                .as("faults")
                .singleElement()
                .asString()
                .contains("no assumption is visible on 2020-01-01");
    }

    private static List<String> faults(List<Map<String, String>> own, List<Map<String, String>> scenarios) {
        return AssumptionCheck.faults(rows(), TODAY, own, scenarios);
    }

    private static List<Map<String, Object>> rows() {
        return List.of(
                row("load_factor", .6, "fraction"),
                row("supply_additions", 105, "TWh_per_year"),
                row("share_threshold_08", .08, "fraction"),
                row("weight_bayes", .2, "weight"),
                row("weight_published", .8, "weight"),
                of(2026, row("growth_initial", .15, "per_year")),
                clipped("onsite_generation_fraction", .06, .01, .15));
    }

    private static Map<String, Object> of(int year, Map<String, Object> row) {
        row.put("year", year);
        return row;
    }

    private static Map<String, Object> clipped(String name, double value, double low, double high) {
        Map<String, Object> row = row(name, value, "fraction");
        row.put("distribution", "normal_clipped");
        row.put("low", low);
        row.put("high", high);
        row.put("spread", .04);
        return row;
    }

    private static Map<String, Object> row(String name, double value, String unit) {
        Map<String, Object> row = new HashMap<>();
        row.put("assumption", name);
        row.put("region", "USA");
        row.put("value", value);
        row.put("distribution", "fixed");
        row.put("unit", unit);
        row.put("source", "electron-gap");
        row.put("edition", "2025-12-31");
        row.put("published", LocalDate.parse("2025-12-31"));
        return row;
    }
}
