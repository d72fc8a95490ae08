package org.electrongap.cli;

import java.util.List;
import java.util.Map;

/**
 * A report as people ask for it: which one, which rows and columns unless they say otherwise.
 *
 * @param report the report
 * @param conditions the conditions that its rows meet
 * @param columns the columns shown; empty for all
 */
record View(String report, List<String> conditions, List<String> columns) {

    private static final Map<String, View> NAMED = Map.of(
            "share",
            new View(
                    "load_share",
                    List.of(
                            "region = USA",
                            "scope = all",
                            "denominator = end_use",
                            "component = pool_widened",
                            "quantile = 0.5"),
                    List.of(
                            "region",
                            "denominator",
                            "component",
                            "target_year",
                            "quantile",
                            "share",
                            "datacenter_twh")),
            "gap",
            new View(
                    "comparisons",
                    List.of("technology = total", "region_a = USA", "region_b = CHN", "year >= 2020"),
                    List.of("metric", "measure", "year", "value", "lower", "upper", "basis_a", "basis_b", "status")));

    /** The view of that name; of a report's own name all its rows and columns. */
    static View named(String name) {
        return NAMED.getOrDefault(name, new View(name, List.of(), List.of()));
    }
}
