package org.electrongap.growth;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** The form in which cells travel through the shuffle. */
final class CellRows {

    private CellRows() {}

    static Column[] columns() {
        return new Column[] {
            col("region"),
            col("year"),
            col("technology"),
            col("value"),
            col("basis"),
            col("source"),
            col("edition"),
            col("published"),
            col("grade"),
            col("maturity")
        };
    }

    static List<Cell> read(Collection<Row> rows) {
        List<Cell> cells = new ArrayList<>(rows.size());
        for (Row row : rows) {
            cells.add(new Cell(
                    row.getString(0),
                    row.getInt(1),
                    row.getString(2),
                    row.getDouble(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    day(row.get(7)),
                    row.getString(8),
                    row.getString(9)));
        }
        return cells;
    }

    static LocalDate day(Object date) {
        return date instanceof LocalDate day ? day : ((java.sql.Date) date).toLocalDate();
    }
}
