package org.electrongap.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A report or table as people ask for it: which rows, which columns and in which order unless they say otherwise.
 *
 * @param source name of a report, or of a table as zone/name
 * @param conditions the conditions that its rows meet
 * @param columns the columns shown; empty for all
 * @param order columns to sort by, largest first where led by {@code -}, by size without sign where led by {@code -|}
 */
record View(String source, List<String> conditions, List<String> columns, List<String> order) {

    private static final String BY_SIZE = "-|";
    private static final String LARGEST_FIRST = "-";

    private static final Map<String, View> NAMED = new TreeMap<>(Map.of(
            "growth",
            new View(
                    "trajectories",
                    List.of(
                            "region in USA,CHN",
                            "technology = total",
                            "preferred = true",
                            "status = ok",
                            "measure in level,net_change,year_on_year,cagr_5,cagr_10,doubling_time",
                            "period_end >= 2015-12-31"),
                    List.of(
                            "region",
                            "metric",
                            "technology",
                            "measure",
                            "period_start",
                            "period_end",
                            "value",
                            "unit",
                            "source"),
                    List.of("region", "metric", "technology", "measure", "period_end")),
            "share",
            new View(
                    "load_share",
                    List.of(
                            "region = USA",
                            "scope = all",
                            "denominator = end_use",
                            "component = pool_widened",
                            "scenario = base",
                            "quantile in 0.1,0.5,0.9"),
                    List.of(
                            "region",
                            "denominator",
                            "component",
                            "scenario",
                            "target_year",
                            "quantile",
                            "share",
                            "datacenter_twh",
                            "n_points",
                            "status"),
                    List.of("target_year", "quantile")),
            "editions",
            new View(
                    "share_editions",
                    List.of("region = USA", "share_points != 0"),
                    List.of(
                            "published",
                            "publisher",
                            "edition",
                            "share",
                            "share_points",
                            "probability_8_percent",
                            "probability_points"),
                    List.of("published", "step_number")),
            "trail",
            new View(
                    "published_comparison",
                    List.of("region = USA", "scope = all", "is_standing = true", "published_twh > 0"),
                    List.of(
                            "publisher",
                            "target_year",
                            "edition",
                            "quantity",
                            "scenario",
                            "published_twh",
                            "published_share",
                            "previous_edition",
                            "revision_log",
                            "our_quantile",
                            "is_ours"),
                    List.of("target_year", "publisher", "published")),
            "gap",
            new View(
                    "comparisons",
                    List.of(
                            "technology = total",
                            "region_a = USA",
                            "region_b = CHN",
                            "preferred = true",
                            "status = ok",
                            "year >= 2020"),
                    List.of(
                            "region_a",
                            "region_b",
                            "technology",
                            "metric",
                            "measure",
                            "year",
                            "value",
                            "unit",
                            "lower",
                            "upper",
                            "basis_a",
                            "source_a",
                            "edition_a"),
                    List.of("metric", "measure", "-year")),
            "pipeline",
            new View(
                    "pipeline",
                    List.of("in_total = true", "gross_mw > 0"),
                    List.of(
                            "country",
                            "basis",
                            "stage",
                            "power_kind",
                            "gross_mw",
                            "duplicated_mw",
                            "unique_mw",
                            "phantom_mw",
                            "phantom_lower_mw",
                            "phantom_upper_mw",
                            "n_projects",
                            "status"),
                    List.of("country", "-gross_mw")),
            "claims",
            new View(
                    "claims",
                    List.of(),
                    List.of("claim_id", "verdict", "statement", "claimed_text", "unit", "found_text", "reason"),
                    List.of("verdict", "claim_id")),
            "revisions",
            new View(
                    "revisions",
                    List.of("change = restated"),
                    List.of(
                            "table",
                            "source",
                            "key",
                            "edition_from",
                            "edition_to",
                            "column",
                            "value_from",
                            "value_to",
                            "unit",
                            "absolute_change",
                            "relative_change"),
                    List.of("-|absolute_change", "table", "key")),
            "quarantine",
            new View(
                    "ops/quarantine",
                    List.of(),
                    List.of("table", "source_file", "source_line", "rule", "column", "reason", "raw"),
                    List.of("table", "source_file", "source_line")),
            "quality",
            new View(
                    "quality",
                    List.of(),
                    List.of(
                            "status",
                            "slice",
                            "newest_edition",
                            "stale_from",
                            "records_read",
                            "records_accepted",
                            "records_quarantined",
                            "records_duplicate",
                            "records_set_aside",
                            "reason"),
                    List.of())));

    static {
        NAMED.put(
                "evidence",
                new View(
                        "evidence",
                        List.of(),
                        List.of(
                                "claim_id",
                                "rank",
                                "table",
                                "subject",
                                "quantity",
                                "technology",
                                "period",
                                "value",
                                "unit",
                                "finding",
                                "finding_unit",
                                "standing",
                                "source",
                                "edition"),
                        List.of("claim_id", "rank", "part")));
    }

    /** The names that have a view of their own. */
    static List<String> names() {
        return List.copyOf(NAMED.keySet());
    }

    /** The view of that name; of a report's or table's own name all its rows and columns. */
    static View named(String name) {
        return NAMED.getOrDefault(name, new View(name, List.of(), List.of(), List.of()));
    }

    /** The user's conditions, and those of this view on columns of which the user says nothing. */
    List<String> conditions(List<String> asked) {
        List<String> all = new ArrayList<>(asked);
        List<String> spokenOf = asked.stream()
                .flatMap(text -> Condition.parse(text).stream())
                .map(Condition::column)
                .toList();
        conditions.stream()
                .filter(text ->
                        !spokenOf.contains(Condition.parse(text).orElseThrow().column()))
                .forEach(all::add);
        return all;
    }

    /** The order of rows; nothing where the view leaves them as they are stored. */
    Optional<Comparator<Map<String, Object>>> byOrder() {
        return order.stream().map(View::by).reduce(Comparator::thenComparing);
    }

    private static Comparator<Map<String, Object>> by(String key) {
        if (key.startsWith(BY_SIZE)) {
            return comparing(
                    key.substring(BY_SIZE.length()), Comparator.comparing(View::size, Comparator.reverseOrder()));
        }
        return key.startsWith(LARGEST_FIRST)
                ? comparing(
                        key.substring(LARGEST_FIRST.length()),
                        Comparator.comparing(View::cell, Comparator.reverseOrder()))
                : comparing(key, Comparator.comparing(View::cell));
    }

    private static Comparator<Map<String, Object>> comparing(String column, Comparator<Object> order) {
        return Comparator.comparing(row -> row.get(column), Comparator.nullsLast(order));
    }

    private static double size(Object cell) {
        return cell instanceof Number number ? Math.abs(number.doubleValue()) : 0;
    }

    @SuppressWarnings("unchecked") // the cells of one column are of one type
    private static Comparable<Object> cell(Object cell) {
        return (Comparable<Object>) cell;
    }
}
