package org.electrongap.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The share of the load as a person reads it: a line a year, its quantiles beside each other, in per cent and in TWh. */
final class ShareTable implements Layout {

    private static final List<String> KEYS =
            List.of("region", "denominator", "scope", "component", "scenario", "target_year");

    private final List<Map<String, Object>> quantiles;
    private final TreeSet<Double> levels = new TreeSet<>();

    /** @param quantiles rows of the report load_share */
    ShareTable(List<Map<String, Object>> quantiles) {
        this.quantiles = quantiles;
        quantiles.forEach(row -> levels.add((Double) row.get("quantile")));
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(KEYS);
        levels.forEach(level -> columns.add(heading("share", level)));
        levels.forEach(level -> columns.add(heading("TWh", level)));
        columns.add("status");
        return columns;
    }

    /** One row for all quantiles of a year, in the order in which the years came. */
    @Override
    public List<Map<String, Object>> rows() {
        Map<List<Object>, Map<String, Object>> lines = new LinkedHashMap<>();
        for (Map<String, Object> row : quantiles) {
            List<Object> key = KEYS.stream().map(row::get).toList();
            Map<String, Object> line = lines.computeIfAbsent(key, absent -> new LinkedHashMap<>());
            Stream.concat(KEYS.stream(), Stream.of("status")).forEach(column -> line.put(column, row.get(column)));
            line.put(heading("share", row.get("quantile")), percent(row.get("share")));
            line.put(heading("TWh", row.get("quantile")), row.get("datacenter_twh"));
        }
        return List.copyOf(lines.values());
    }

    private static String heading(String what, Object quantile) {
        return quantile.equals(0.5)
                ? what + " median"
                : what + " " + String.format(Locale.ROOT, "%.0f", 100 * (Double) quantile) + " %";
    }

    private static String percent(Object share) {
        return share instanceof Double number ? String.format(Locale.ROOT, "%.1f %%", 100 * number) : "";
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Beside the median the quantiles: of ten outcomes eight lie between 10 % and 90 %. Other components,"
                        + " denominators, scopes and scenarios: show load_share; from the inputs to a number:"
                        + " load-share --explain YEAR.");
    }
}
