package org.electrongap.forecast;

import java.util.List;
import org.apache.spark.sql.Row;

/**
 * One usable row of {@link SeriesTable}.
 *
 * @param lastPeriod ordinal of the last value
 * @param values without gaps, oldest first
 */
record SeriesRow(Row row, String id, String pool, Frequency frequency, int lastPeriod, double[] values) {

    static SeriesRow of(Row row) {
        List<Double> list = row.getList(SeriesTable.VALUES);
        double[] values = list.stream().mapToDouble(Double::doubleValue).toArray();
        return new SeriesRow(
                row,
                row.getString(SeriesTable.ID),
                row.getString(SeriesTable.POOL),
                Frequency.labelled(row.getString(SeriesTable.FREQUENCY)),
                row.getInt(SeriesTable.FIRST_PERIOD) + values.length - 1,
                values);
    }

    String text(int column) {
        return row.getString(column);
    }

    /** The value of a position as the earliest edition gave it, null where only one edition is known. */
    Double firstPublished(int position) {
        return row.isNullAt(SeriesTable.FIRST_PUBLISHED)
                ? null
                : row.<Double>getList(SeriesTable.FIRST_PUBLISHED).get(position);
    }

    /** How many values were known at a period. */
    int known(int period) {
        return period >= lastPeriod ? values.length : Math.max(0, values.length - (lastPeriod - period));
    }

    boolean isNeverNegative() {
        for (double value : values) {
            if (value < 0) {
                return false;
            }
        }
        return true;
    }
}
