package org.electrongap.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.electrongap.report.Manifest;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** Reports small enough to read, in the form of their contracts. */
final class PublishedExample {

    private final SortedMap<String, List<Map<String, Object>>> rows = new TreeMap<>();
    private final List<Manifest.Figure> headline = new ArrayList<>();
    private final List<Manifest.RejectedFile> rejected = new ArrayList<>();
    private final List<String> assumptions = new ArrayList<>();
    private String hash = "0123456789abcdef";
    private String code = "c0de0000c0de";

    /** Nothing but a manifest. */
    static PublishedExample empty() {
        return new PublishedExample();
    }

    /** At least one row of each report that the page shows. */
    static PublishedExample whole() {
        return new PublishedExample()
                .figure("share_usa_2030", .086)
                .figure("capacity_change_chn", "GW", 430.3)
                .comparisons()
                .share()
                .pipeline()
                .adequacy()
                .claim("a-claim", "supported", "China added 430 GW.")
                .claim("b-claim", "contradicted", "The United States added 430 GW.")
                .row(
                        "revisions",
                        Map.of(
                                "source",
                                "EIA",
                                "key",
                                "region=USA;year=2020",
                                "change",
                                "restated",
                                "column",
                                "demand_twh",
                                "unit",
                                "TWh",
                                "value_from",
                                10d,
                                "value_to",
                                11d,
                                "relative_change",
                                .1))
                .row(
                        "backtest_summary",
                        Map.of(
                                "metric",
                                "capacity",
                                "model",
                                "c4",
                                "horizon",
                                1L,
                                "n",
                                100L,
                                "owa",
                                .9,
                                "n_intervals",
                                90L,
                                "coverage",
                                .95));
    }

    PublishedExample row(String report, Map<String, Object> cells) {
        List<String> columns = Contract.of(TableName.out(report)).columnNames();
        Map<String, Object> row = new LinkedHashMap<>();
        columns.forEach(column -> row.put(column, cells.get(column)));
        if (!columns.containsAll(cells.keySet())) {
            throw new IllegalArgumentException(report + " has no such columns: " + cells.keySet());
        }
        rows.computeIfAbsent(report, unused -> new ArrayList<>()).add(row);
        return this;
    }

    /** One step of the trail of editions. */
    PublishedExample edition(long step, String publisher, double share, Double points) {
        Map<String, Object> cells = new LinkedHashMap<>(Map.of(
                "region",
                "USA",
                "target_year",
                2030L,
                "step_number",
                step,
                "published",
                java.sql.Date.valueOf("2026-01-0" + step),
                "publisher",
                publisher,
                "edition",
                "2026",
                "tables",
                "published_forecasts",
                "share",
                share));
        cells.put("share_points", points);
        return row("share_editions", cells);
    }

    /** A forecast of the past and what came. */
    private PublishedExample past(String kind, String forecaster) {
        Map<String, Object> cells = new LinkedHashMap<>(Map.of(
                "region",
                "USA",
                "made",
                java.time.LocalDate.parse("2016-12-31"),
                "kind",
                kind,
                "forecaster",
                forecaster,
                "target_year",
                2018L,
                "observed_twh",
                76d,
                "observed_basis",
                "LBNL, edition 2024",
                "counts",
                true,
                "n_points",
                4L));
        cells.putAll(Map.of("lower_80_twh", 53d, "median_twh", 85d, "upper_80_twh", 133d));
        return row("share_backtest", cells);
    }

    PublishedExample figure(String id, double value) {
        headline.add(new Manifest.Figure(
                id, "Share in 2030", 2030, value, .054, .148, .8, "fraction", "end_use", "widened pool, 2026-11-22"));
        return this;
    }

    PublishedExample figure(String id, String unit, double value) {
        headline.add(new Manifest.Figure(
                id, "Change in 2024", 2024, value, null, null, null, unit, "", "net change, 2025-03-26"));
        return this;
    }

    PublishedExample claim(String id, String verdict, String statement) {
        return row(
                "claims",
                Map.of(
                        "claim_id",
                        id,
                        "verdict",
                        verdict,
                        "statement",
                        statement,
                        "claimed_text",
                        "430",
                        "found_text",
                        "430.3 GW",
                        "reason",
                        "as the table says",
                        "definition_used",
                        "net change, IRENA",
                        "grade",
                        "primary",
                        "findings",
                        2L,
                        "rule",
                        2L));
    }

    PublishedExample rejected(String fault) {
        rejected.add(new Manifest.RejectedFile("demand", "demand.csv", List.of(fault)));
        return this;
    }

    PublishedExample assumption(String text) {
        assumptions.add(text);
        return this;
    }

    PublishedExample hash(String other) {
        hash = other;
        return this;
    }

    PublishedExample code(String other) {
        code = other;
        return this;
    }

    private PublishedExample comparisons() {
        for (long year = 2020; year <= 2024; year++) {
            comparison("capacity_gw", "level_a", year, 1200d + year - 2020);
            comparison("capacity_gw", "level_b", year, 2200d + 300 * (year - 2020));
            comparison("capacity_gw", "ratio", year, 2.5);
            comparison("capacity_gw", "gap", year, 2091d);
            comparison("capacity_gw", "net_change_a", year, 38.2);
            comparison("capacity_gw", "net_change_b", year, 430.3);
            comparison("capacity_gw", "net_change_ratio", year, 11.3);
            comparison("generation_twh", "level_a", year, 4300d);
            comparison("generation_twh", "level_b", year, 10_000d);
            comparison("generation_twh", "ratio", year, 2.3);
        }
        return row(
                "evidence",
                Map.of("claim_id", "a-claim", "source", "IRENA", "edition", "2025-03-26", "grade", "primary"));
    }

    private void comparison(String metric, String measure, long year, double value) {
        Map<String, Object> cells = new LinkedHashMap<>(Map.of(
                "region_a",
                "USA",
                "region_b",
                "CHN",
                "technology",
                "total",
                "metric",
                metric,
                "measure",
                measure,
                "year",
                year,
                "value",
                value,
                "status",
                "ok",
                "preferred",
                true,
                "n",
                2L));
        cells.putAll(Map.of(
                "basis_a",
                "year_end_installed",
                "basis_b",
                "year_end_installed",
                "source_a",
                "IRENA",
                "source_b",
                "IRENA",
                "edition_a",
                "2025-03-26",
                "edition_b",
                "2025-03-26"));
        row("comparisons", cells);
    }

    private PublishedExample share() {
        double[] quantiles = {.025, .1, .25, .5, .75, .9, .975};
        for (long year = 2025; year <= 2035; year++) {
            for (double quantile : quantiles) {
                row(
                        "load_share",
                        new LinkedHashMap<>(Map.of(
                                "region",
                                "USA",
                                "scope",
                                "all",
                                "denominator",
                                "end_use",
                                "component",
                                "pool_widened",
                                "scenario",
                                "base",
                                "target_year",
                                year,
                                "quantile",
                                quantile,
                                "share",
                                .04 + quantile / 10,
                                "datacenter_twh",
                                385d,
                                "is_headline",
                                true)));
            }
            row(
                    "share_probabilities",
                    Map.of(
                            "region",
                            "USA",
                            "scope",
                            "all",
                            "denominator",
                            "end_use",
                            "component",
                            "pool_widened",
                            "scenario",
                            "base",
                            "target_year",
                            year,
                            "threshold",
                            .08,
                            "probability",
                            .6,
                            "is_headline",
                            true));
        }
        Map<String, Object> loadFactor = new LinkedHashMap<>(
                Map.of("region", "USA", "denominator", "end_use", "target_year", 2030L, "assumption", "load_factor"));
        loadFactor.putAll(Map.of("value_low", .5, "value_high", .8, "unit", "fraction"));
        loadFactor.putAll(Map.of("share_low", .08, "share_high", .09, "share_base", .086, "range_points", .75));
        row("sensitivities", loadFactor);
        past("ours", "pool_widened").past("ours", "pool").past("published", "EPA of then");
        return published(true, "ok", "").published(false, "refused", "it measures servers only");
    }

    private PublishedExample published(boolean inPool, String status, String reason) {
        Map<String, Object> cells = new LinkedHashMap<>(Map.of(
                "region",
                "USA",
                "publisher",
                "LBNL",
                "title",
                "Report",
                "edition",
                "2026-06",
                "target_year",
                2030L,
                "scenario",
                "mid " + status,
                "scope",
                "all",
                "grade",
                "primary",
                "is_ours",
                false,
                "in_pool",
                inPool));
        cells.putAll(Map.of("status", status, "reason", reason));
        if (inPool) {
            cells.putAll(Map.of("published_twh", 649d, "published_share", .118));
        }
        return row("published_comparison", cells);
    }

    private PublishedExample pipeline() {
        row(
                "pipeline",
                new LinkedHashMap<>(Map.of(
                        "country",
                        "USA",
                        "stage",
                        "announced",
                        "power_kind",
                        "facility",
                        "gross_mw",
                        120_000d,
                        "unique_mw",
                        72_000d,
                        "duplicated_mw",
                        48_000d,
                        "basis",
                        "stage_total",
                        "in_total",
                        true,
                        "status",
                        "assumed")));
        row(
                "pipeline",
                Map.of(
                        "country",
                        "USA",
                        "stage",
                        "announced",
                        "power_kind",
                        "facility",
                        "year",
                        2030L,
                        "gross_mw",
                        0d,
                        "expected_mw",
                        5_000d,
                        "basis",
                        "stage_total",
                        "in_total",
                        true,
                        "status",
                        "assumed"));
        return row(
                "projects",
                Map.of(
                        "project_id",
                        "p1",
                        "name",
                        "Campus",
                        "country",
                        "USA",
                        "stage",
                        "announced",
                        "power_kind",
                        "facility",
                        "power_mw",
                        1200d,
                        "n_records",
                        2L,
                        "sources",
                        "A | B",
                        "grade",
                        "secondary"));
    }

    private PublishedExample adequacy() {
        for (long year = 2025; year <= 2030; year++) {
            row(
                    "adequacy",
                    Map.of(
                            "region",
                            "USA",
                            "year",
                            year,
                            "measure",
                            "derated_margin",
                            "value",
                            .2,
                            "lower",
                            .1,
                            "upper",
                            .3,
                            "status",
                            "ok"));
        }
        row(
                "adequacy",
                Map.of("region", "USA", "year", 2025L, "measure", "crossing_year", "value", 2031d, "status", "ok"));
        return row(
                "adequacy",
                Map.of(
                        "region",
                        "CHN",
                        "year",
                        2025L,
                        "measure",
                        "derated_margin",
                        "status",
                        "refused",
                        "reason",
                        "no edition gives a peak"));
    }

    Published published() {
        SortedMap<String, Manifest.Report> reports = new TreeMap<>();
        rows.forEach((name, found) ->
                reports.put(name, new Manifest.Report(name, name, "", found.size(), "", List.of(), List.of())));
        Manifest manifest = new Manifest(
                1,
                "run-1",
                "2026-11-22",
                "2026-11-22",
                "0.1.0",
                code,
                "complete",
                "",
                "",
                headline,
                rejected,
                List.of(new Manifest.Input(
                        "demand",
                        "demand-eia",
                        "core/demand",
                        "demand/demand-eia",
                        "demand.csv",
                        hash,
                        "2026-01-31",
                        35)),
                assumptions,
                reports,
                new TreeMap<>());
        return new Published(
                manifest,
                (report, keep) -> rows.getOrDefault(report, List.of()).stream()
                        .filter(keep)
                        .toList());
    }

    PageData data() {
        return new PageData(published(), java.util.Optional.empty(), terms());
    }

    PageData after(PublishedExample before) {
        return new PageData(published(), java.util.Optional.of(before.published()), terms());
    }

    private static List<SourceTerms> terms() {
        return List.of(new SourceTerms("demand", "demand-eia", "US EIA", "EIA (2026)", List.of("public domain"), ""));
    }
}
