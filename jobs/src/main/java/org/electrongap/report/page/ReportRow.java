package org.electrongap.report.page;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A row of a report, as {@link org.electrongap.report.ReportRows} gives it. */
record ReportRow(Map<String, Object> cells) {

    /** A text; empty where the cell is. */
    String text(String column) {
        return Optional.ofNullable(cells.get(column)).map(Object::toString).orElse("");
    }

    /** Whether a cell holds this text. */
    boolean is(String column, String value) {
        return value.equals(cells.get(column));
    }

    /** Whether a cell is true. */
    boolean isTrue(String column) {
        return Boolean.TRUE.equals(cells.get(column));
    }

    OptionalDouble number(String column) {
        return cells.get(column) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    OptionalInt whole(String column) {
        return cells.get(column) instanceof Number number ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
    }
}
