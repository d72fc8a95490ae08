package org.electrongap.load;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.electrongap.table.Column;
import org.electrongap.table.ColumnType;

/** What the rows of a table hold in one column, for people; takes as much memory for many rows as for few. */
final class ColumnSummary {

    private static final int EXAMPLES = 3;
    private static final int DIFFERENT = 10_000;

    private final Column column;
    private final Set<String> different = new HashSet<>();
    private final TreeSet<String> first = new TreeSet<>();
    private long filled;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    ColumnSummary(Column column) {
        this.column = column;
    }

    void see(Object value) {
        if (value == null) {
            return;
        }
        filled++;
        if (value instanceof Number number) {
            least = Math.min(least, number.doubleValue());
            greatest = Math.max(greatest, number.doubleValue());
            return;
        }
        String text = value.toString();
        if (different.size() <= DIFFERENT) {
            different.add(text);
        }
        first.add(text);
        if (first.size() > EXAMPLES) {
            first.pollLast();
        }
    }

    /** One line: the column with its unit, in how many rows it is filled, and with what. */
    String line() {
        String unit = column.unit().isEmpty() ? "" : " [" + column.unit() + "]";
        return String.format(Locale.ROOT, "%-22s %6d filled  %s", column.name() + unit, filled, held());
    }

    private String held() {
        if (least <= greatest) {
            return column.type() == ColumnType.NUMBER
                    ? least + " to " + greatest
                    : (long) least + " to " + (long) greatest;
        }
        String examples = String.join(" | ", first);
        if (different.size() <= EXAMPLES) {
            return examples;
        }
        return (different.size() > DIFFERENT ? "more than " + DIFFERENT : different.size()) + " different, such as "
                + examples;
    }
}
