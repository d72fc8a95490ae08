package org.electrongap.share;

import java.util.OptionalDouble;
import org.apache.spark.sql.Row;

/** Cells of a row that may be empty. */
final class Cell {

    private Cell() {}

    static OptionalDouble number(Row row, int column) {
        return row.isNullAt(column) ? OptionalDouble.empty() : OptionalDouble.of(row.getDouble(column));
    }

    /** The number as a cell: null where there is none. */
    static Double of(OptionalDouble number) {
        return number.isPresent() ? Double.valueOf(number.getAsDouble()) : null;
    }
}
