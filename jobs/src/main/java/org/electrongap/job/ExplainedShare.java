package org.electrongap.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.electrongap.table.TableName;

/** The way from the inputs to the share of a year, as lines for a person: the United States first. */
final class ExplainedShare {

    private static final TableName STEPS = TableName.out("share_explanation");
    private static final TableName TORNADO = TableName.out("sensitivities");
    private static final TableName EDITIONS = TableName.out("share_editions");

    private static final String USA = "USA";
    /** The bars and moves that a person remembers. */
    private static final int LARGEST = 5;

    private final TableRows tables;
    private final int year;

    ExplainedShare(TableRows tables, int year) {
        this.tables = tables;
        this.year = year;
    }

    /** The steps of each region with a heading, and for the year of the tornado what moves the number most. */
    List<String> lines() {
        Map<String, List<Map<String, Object>>> byRegion = new TreeMap<>(
                Comparator.comparing((String region) -> !region.equals(USA)).thenComparing(region -> region));
        rows(STEPS, row -> true)
                .forEach(row -> byRegion.computeIfAbsent((String) row.get("region"), region -> new ArrayList<>())
                        .add(row));
        List<String> lines = new ArrayList<>();
        byRegion.forEach((region, rows) -> {
            lines.add("");
            lines.add(region + ", " + year);
            rows.stream()
                    .sorted(Comparator.comparingLong(row -> ((Number) row.get("step_number")).longValue()))
                    .map(ExplainedShare::line)
                    .forEach(lines::add);
            largest(lines, region);
        });
        return lines;
    }

    private void largest(List<String> lines, String region) {
        rows(TORNADO, row -> region.equals(row.get("region")) && row.get("range_points") != null).stream()
                .sorted(Comparator.comparingDouble(row -> -(Double) row.get("range_points")))
                .limit(LARGEST)
                .map(ExplainedShare::bar)
                .forEach(lines::add);
        rows(EDITIONS, row -> region.equals(row.get("region")) && row.get("share_points") != null).stream()
                .filter(row -> (Double) row.get("share_points") != 0)
                .sorted(Comparator.comparingDouble(row -> -Math.abs((Double) row.get("share_points"))))
                .limit(LARGEST)
                .map(ExplainedShare::move)
                .forEach(lines::add);
    }

    private List<Map<String, Object>> rows(TableName table, Predicate<Map<String, Object>> keep) {
        return tables.of(table, row -> isOfYear(row) && keep.test(row), Long.MAX_VALUE)
                .orElse(List.of());
    }

    private boolean isOfYear(Map<String, Object> row) {
        return ((Number) row.get("target_year")).intValue() == year;
    }

    private static String bar(Map<String, Object> row) {
        return String.format(
                Locale.ROOT,
                "      moves it: %s from %.4g to %.4g %s: %.1f %% to %.1f %%, %.2f points",
                row.get("assumption"),
                row.get("value_low"),
                row.get("value_high"),
                Objects.toString(row.get("unit"), ""),
                100 * (Double) row.get("share_low"),
                100 * (Double) row.get("share_high"),
                row.get("range_points"));
    }

    private static String move(Map<String, Object> row) {
        return String.format(
                Locale.ROOT,
                "      moved it: %s, edition %s: %+.2f points",
                row.get("publisher"),
                row.get("edition"),
                row.get("share_points"));
    }

    private static String line(Map<String, Object> row) {
        String number = row.get("value") instanceof Double figure
                ? " = " + figure(figure, Objects.toString(row.get("unit"), ""))
                : "";
        return String.format(
                Locale.ROOT,
                "  %2s. %s: %s%s  %s",
                row.get("step_number"),
                row.get("step"),
                row.get("name"),
                number,
                Objects.toString(row.get("detail"), ""));
    }

    /** A number as a person writes it: a share in per cent, a year without a comma, all else with four digits. */
    private static String figure(double value, String unit) {
        return switch (unit) {
            case "fraction" -> String.format(Locale.ROOT, value < 0.001 ? "%.3f %%" : "%.1f %%", 100 * value);
            case "year" -> String.format(Locale.ROOT, "%.0f", value);
            case "probability", "weight" -> String.format(Locale.ROOT, "%.2f", value);
            default -> String.format(Locale.ROOT, Math.abs(value) < 1000 ? "%.4g %s" : "%,.0f %s", value, unit);
        };
    }
}
