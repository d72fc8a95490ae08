package org.electrongap.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The forecasts of a user's own series: a line a period with the median and the ends of the intervals, or why there are none. */
final class OwnForecastTable {

    private static final List<String> KEYS = List.of("series_id", "target_period");

    private final List<Map<String, Object>> quantiles;

    /** @param quantiles rows of the report forecasts, those of the default model */
    OwnForecastTable(List<Map<String, Object>> quantiles) {
        this.quantiles = quantiles;
    }

    /** The table, as wide as that at most. */
    List<String> lines(int width) {
        return new TextTable(columns(), Map.of(), rows(), width).lines();
    }

    List<String> columns() {
        TreeSet<Double> levels = new TreeSet<>();
        quantiles.forEach(row -> levels.add((Double) row.get("quantile")));
        List<String> columns = new ArrayList<>(KEYS);
        levels.forEach(level -> columns.add(heading(level)));
        columns.add("reason");
        return columns;
    }

    List<Map<String, Object>> rows() {
        Map<String, Map<String, Object>> lines = new TreeMap<>();
        for (Map<String, Object> row : quantiles) {
            Map<String, Object> line = lines.computeIfAbsent(
                    row.get("series_id") + "|" + row.get("target_period"), absent -> new LinkedHashMap<>());
            KEYS.forEach(key -> line.put(key, row.get(key)));
            line.put(heading((Double) row.get("quantile")), row.get("value"));
            if (row.get("reason") != null) {
                line.put("reason", row.get("reason"));
            }
        }
        return List.copyOf(lines.values());
    }

    private static String heading(double quantile) {
        String percent = String.format(Locale.ROOT, "%.1f", 100 * quantile).replaceFirst("\\.0$", "");
        return quantile == 0.5 ? "median" : percent + " %";
    }
}
