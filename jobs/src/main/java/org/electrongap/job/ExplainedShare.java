package org.electrongap.job;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.electrongap.table.TableName;

/** The way from the inputs to the share of a year, as lines for a person. */
final class ExplainedShare {

    static final TableName TABLE = TableName.out("share_explanation");

    private ExplainedShare() {}

    static boolean isOf(int year, Map<String, Object> row) {
        return ((Number) row.get("target_year")).intValue() == year;
    }

    /** One line a step, by region and in the order of the steps. */
    static List<String> lines(List<Map<String, Object>> rows) {
        return rows.stream()
                .sorted(Comparator.<Map<String, Object>, String>comparing(row -> (String) row.get("region"))
                        .thenComparingLong(row -> ((Number) row.get("step_number")).longValue()))
                .map(ExplainedShare::line)
                .toList();
    }

    private static String line(Map<String, Object> row) {
        Object value = row.get("value");
        String number = value instanceof Double figure ? " = " + figure(figure, text(row.get("unit"))) : "";
        return String.format(
                Locale.ROOT,
                "%s %2s. %s: %s%s  %s",
                row.get("region"),
                row.get("step_number"),
                row.get("step"),
                row.get("name"),
                number,
                text(row.get("detail")));
    }

    /** A number as a person writes it: a share in per cent, a year without a comma, all else with four digits. */
    private static String figure(double value, String unit) {
        return switch (unit) {
            case "fraction" -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
            case "year" -> String.format(Locale.ROOT, "%.0f", value);
            default -> String.format(Locale.ROOT, Math.abs(value) < 1000 ? "%.4g %s" : "%,.0f %s", value, unit);
        };
    }

    private static String text(Object cell) {
        return cell == null ? "" : cell.toString();
    }
}
