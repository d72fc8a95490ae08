package org.electrongap.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** The numbers that a run ends with: what the two largest systems build and generate, their gap, and the share. */
public final class Headline {

    private static final int YEAR = 2030;
    private static final double THRESHOLD = 0.08;

    private final BiFunction<String, Predicate<Map<String, Object>>, List<Map<String, Object>>> rows;
    private final List<Manifest.Figure> figures = new ArrayList<>();

    private Headline(BiFunction<String, Predicate<Map<String, Object>>, List<Map<String, Object>>> rows) {
        this.rows = rows;
    }

    /**
     * The figures, in the order in which they are told; those whose report has no such row are left out.
     *
     * @param rows gives the rows of a report that a condition keeps
     */
    public static List<Manifest.Figure> of(
            BiFunction<String, Predicate<Map<String, Object>>, List<Map<String, Object>>> rows) {
        Headline headline = new Headline(rows);
        headline.gap("capacity_gw", "capacity", "GW");
        headline.gap("generation_twh", "generation", "TWh");
        headline.share();
        return List.copyOf(headline.figures);
    }

    private void gap(String metric, String word, String unit) {
        List<Map<String, Object>> pair = rows.apply(
                "comparisons",
                row -> metric.equals(row.get("metric"))
                        && "USA".equals(row.get("region_a"))
                        && "CHN".equals(row.get("region_b"))
                        && "total".equals(row.get("technology"))
                        && Boolean.TRUE.equals(row.get("preferred"))
                        && row.get("value") != null);
        Optional<Long> year = pair.stream()
                .filter(row -> "gap".equals(row.get("measure")))
                .map(row -> (Long) row.get("year"))
                .max(Comparator.naturalOrder());
        year.ifPresent(last -> {
            String of = word + " " + last;
            figure(pair, "level_a", last, word + "_usa", "United States, " + of, unit);
            figure(pair, "level_b", last, word + "_chn", "China, " + of, unit);
            figure(pair, "net_change_a", last, word + "_change_usa", "United States, net change of " + of, unit);
            figure(pair, "net_change_b", last, word + "_change_chn", "China, net change of " + of, unit);
            figure(
                    pair,
                    "net_change_ratio",
                    last,
                    word + "_change_ratio",
                    "China's change of " + word + " over the US's",
                    "ratio");
            figure(pair, "gap", last, word + "_gap", "Gap in " + of + ", China less United States", unit);
            figure(pair, "gap_change", last, word + "_gap_change", "Gap in " + word + " grew in " + last + " by", unit);
        });
    }

    private void figure(
            List<Map<String, Object>> pair, String measure, long year, String id, String label, String unit) {
        pair.stream()
                .filter(row ->
                        measure.equals(row.get("measure")) && Long.valueOf(year).equals(row.get("year")))
                .findFirst()
                .ifPresent(row -> figures.add(new Manifest.Figure(
                        id, label, (int) year, (Double) row.get("value"), null, null, null, unit, "", basis(row))));
    }

    private static String basis(Map<String, Object> row) {
        return String.format(
                Locale.ROOT,
                "%s; %s, edition %s",
                String.valueOf(row.get("basis_a")).replace('_', ' '),
                row.get("source_a"),
                row.get("edition_a"));
    }

    private void share() {
        List<Map<String, Object>> shares = rows.apply("load_share", row -> isHeadline(row) && row.get("share") != null);
        Optional<Double> median = at(shares, 0.5);
        median.ifPresent(value -> figures.add(new Manifest.Figure(
                "share_usa_2030",
                "Data centres' share of US electricity in " + YEAR,
                YEAR,
                value,
                at(shares, 0.1).orElse(null),
                at(shares, 0.9).orElse(null),
                0.8,
                "fraction",
                "end use (sales, direct use and on-site generation)",
                "median and 80 % interval of the widened pool of models")));
        rows
                .apply(
                        "share_probabilities",
                        row -> isHeadline(row) && isThreshold(row) && row.get("probability") != null)
                .stream()
                .findFirst()
                .ifPresent(row -> figures.add(new Manifest.Figure(
                        "probability_8_percent",
                        "Probability that the share is at least 8 % in " + YEAR,
                        YEAR,
                        (Double) row.get("probability"),
                        null,
                        null,
                        null,
                        "probability",
                        "",
                        "widened pool of models; its Monte Carlo error is in share_probabilities")));
    }

    private static boolean isHeadline(Map<String, Object> row) {
        return "USA".equals(row.get("region"))
                && "all".equals(row.get("scope"))
                && "end_use".equals(row.get("denominator"))
                && "pool_widened".equals(row.get("component"))
                && "base".equals(row.get("scenario"))
                && Long.valueOf(YEAR).equals(row.get("target_year"));
    }

    private static boolean isThreshold(Map<String, Object> row) {
        return row.get("threshold") instanceof Double threshold && Math.abs(threshold - THRESHOLD) < 1e-9;
    }

    private static Optional<Double> at(List<Map<String, Object>> shares, double quantile) {
        return shares.stream()
                .filter(row -> row.get("quantile") instanceof Double at && Math.abs(at - quantile) < 1e-9)
                .map(row -> (Double) row.get("share"))
                .findFirst();
    }
}
