package org.electrongap.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How fast a region grows: a line a metric and technology with its newest level, the last change and its growth rates. */
final class GrowthTable implements Layout {

    private static final List<String> KEYS = List.of("region", "metric", "technology");

    private static final List<String> RATES = List.of("year_on_year", "cagr_5", "cagr_10");

    /** Measures beside each other, in this order, each with its heading. */
    private static final Map<String, String> MEASURES = new LinkedHashMap<>();

    static {
        MEASURES.put("level", "level");
        MEASURES.put("net_change", "change");
        MEASURES.put("year_on_year", "year on year");
        MEASURES.put("cagr_5", "a year, 5 years");
        MEASURES.put("cagr_10", "a year, 10 years");
        MEASURES.put("doubling_time", "years to double");
    }

    private final List<Map<String, Object>> trajectories;

    /** @param trajectories rows of the report trajectories */
    GrowthTable(List<Map<String, Object>> trajectories) {
        this.trajectories = trajectories.stream()
                .filter(row -> MEASURES.containsKey(row.get("measure")))
                .sorted(Comparator.comparing(row -> row.get("period_end").toString()))
                .toList();
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("region", "metric", "technology", "year", "unit"));
        columns.addAll(MEASURES.values());
        return columns;
    }

    @Override
    public List<Map<String, Object>> rows() {
        Map<String, List<Map<String, Object>>> series = new TreeMap<>();
        for (Map<String, Object> row : trajectories) {
            String key = KEYS.stream().map(row::get).toList() + "|" + row.get("source");
            series.computeIfAbsent(key, absent -> new ArrayList<>()).add(row);
        }
        return series.values().stream()
                .map(GrowthTable::line)
                .sorted(Comparator.comparing((Map<String, Object> line) -> text(line, "region"))
                        .thenComparing(line -> text(line, "metric"))
                        .thenComparing(GrowthTable::level, Comparator.reverseOrder()))
                .toList();
    }

    /** The measures of the newest year that has a level; one that was refused for it stays blank, older ones do not stand in. */
    private static Map<String, Object> line(List<Map<String, Object>> rows) {
        String newest = rows.stream()
                .filter(row -> row.get("measure").equals("level"))
                .reduce(rows.get(rows.size() - 1), (older, newer) -> newer)
                .get("period_end")
                .toString();
        Map<String, Object> line = started(rows.get(0));
        line.put("year", Integer.valueOf(newest.substring(0, 4)));
        rows.stream()
                .filter(row -> row.get("period_end").toString().equals(newest))
                .forEach(row -> {
                    if (row.get("measure").equals("level")) {
                        line.put("unit", row.get("unit"));
                    }
                    line.put(MEASURES.get(row.get("measure")), cell(row));
                });
        return line;
    }

    private static Map<String, Object> started(Map<String, Object> row) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("region", row.get("region"));
        line.put("metric", row.get("metric").toString().replaceAll("_(gw|twh)$", ""));
        line.put("technology", row.get("technology"));
        return line;
    }

    private static String text(Map<String, Object> line, String column) {
        return line.get(column).toString();
    }

    private static double level(Map<String, Object> line) {
        return line.get("level") instanceof Double level ? level : 0;
    }

    private static Object cell(Map<String, Object> row) {
        return RATES.contains(row.get("measure")) && row.get("value") instanceof Double number
                ? String.format(Locale.ROOT, "%.1f %%", 100 * number)
                : row.get("value");
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(trajectories.stream()
                .map(row -> row.get("metric") + ": " + row.get("source") + ", edition " + row.get("edition") + ".")
                .distinct()
                .sorted()
                .toList());
        notes.add("The newest figures of the preferred source. By technology: --where 'technology != total';"
                + " other regions: --where 'region = DEU'; every year and measure, with intervals: show trajectories.");
        return notes;
    }
}
