package org.electrongap.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The comparisons of a pair of regions as a person reads them: a line a metric and year with both levels, the gap, both changes
 * and the ratios, and below the table whose figures they are.
 */
final class GapTable implements Layout {

    /** What to try where no pair meets the conditions. */
    static final String NO_PAIR = "Of most pairs the smaller system is region_a: try the two exchanged."
            + " A pair of your own: electron-gap growth --pair A:B.";

    /** Measures beside each other, in this order, each with its heading; {@code a} and {@code b} are the two regions. */
    private static final List<String[]> MEASURES = List.of(
            new String[] {"level_a", "%1$s"},
            new String[] {"level_b", "%2$s"},
            new String[] {"gap", "gap"},
            new String[] {"ratio", "%2$s over %1$s"},
            new String[] {"net_change_a", "change %1$s"},
            new String[] {"net_change_b", "change %2$s"},
            new String[] {"net_change_ratio", "ratio of changes"});

    private final List<Map<String, Object>> comparisons;

    /** @param comparisons rows of the report comparisons */
    GapTable(List<Map<String, Object>> comparisons) {
        this.comparisons = comparisons.stream()
                .filter(row -> MEASURES.stream().anyMatch(measure -> measure[0].equals(row.get("measure"))))
                .toList();
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("pair", "metric", "unit", "technology", "year"));
        for (String[] measure : MEASURES) {
            columns.add(heading(measure));
        }
        if (pairs().size() == 1) {
            columns.remove("pair");
        }
        if (comparisons.stream().allMatch(row -> row.get("technology").equals("total"))) {
            columns.remove("technology");
        }
        return columns;
    }

    /** The newest year of each pair and metric first. */
    @Override
    public List<Map<String, Object>> rows() {
        Map<String, Map<String, Object>> lines = new TreeMap<>();
        for (Map<String, Object> row : comparisons) {
            String key = pair(row) + "|" + row.get("metric") + "|" + row.get("technology") + "|"
                    + (9999 - ((Number) row.get("year")).intValue());
            Map<String, Object> line = lines.computeIfAbsent(key, absent -> started(row));
            for (String[] measure : MEASURES) {
                if (measure[0].equals(row.get("measure"))) {
                    line.put(heading(measure), row.get("value"));
                }
            }
            if (measureOfUnit(row)) {
                line.put("unit", row.get("unit"));
            }
        }
        return List.copyOf(lines.values());
    }

    /** One sentence a metric: what it counts and who published it. */
    private List<String> sources() {
        Map<String, String> sources = new TreeMap<>();
        comparisons.stream()
                .filter(row -> row.get("measure").equals("gap"))
                .forEach(row -> sources.putIfAbsent(
                        pair(row) + row.get("metric"),
                        row.get("metric") + ": "
                                + Objects.toString(row.get("basis_a"), "").replace('_', ' ') + "; "
                                + row.get("source_a") + ", edition " + row.get("edition_a")
                                + (Objects.equals(row.get("source_a"), row.get("source_b"))
                                        ? ""
                                        : " and " + row.get("source_b") + ", edition " + row.get("edition_b"))
                                + "."));
        return sources.values().stream().distinct().toList();
    }

    private static boolean measureOfUnit(Map<String, Object> row) {
        return row.get("measure").equals("level_a") || row.get("measure").equals("gap");
    }

    private static Map<String, Object> started(Map<String, Object> row) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("pair", pair(row));
        line.put("metric", row.get("metric").toString().replaceAll("_(gw|twh)$", ""));
        line.put("technology", row.get("technology"));
        line.put("year", row.get("year"));
        return line;
    }

    private List<String> pairs() {
        return comparisons.stream().map(GapTable::pair).distinct().toList();
    }

    private static String pair(Map<String, Object> row) {
        return row.get("region_a") + ":" + row.get("region_b");
    }

    /** The regions by name where there is one pair only. */
    private String heading(String[] measure) {
        List<String> pairs = pairs();
        String[] regions = pairs.size() == 1 ? pairs.get(0).split(":") : new String[] {"a", "b"};
        return String.format(measure[1], regions[0], regions[1]);
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(sources());
        notes.add(
                "Gap and changes are of the second region less the first. More measures and all years: show comparisons"
                        + " --where 'region_a = USA' --where 'region_b = CHN' --where 'preferred = true'.");
        return notes;
    }
}
