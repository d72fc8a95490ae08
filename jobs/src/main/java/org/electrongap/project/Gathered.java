package org.electrongap.project;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows that several results are made from. A few are read once, to the driver, and stay in one partition, so that grouping
 * and joining them needs no shuffle; many stay where they are. The results are the same.
 *
 * @param rows the rows
 * @param isFew whether they lie in one partition
 */
public record Gathered(Dataset<Row> rows, boolean isFew) {

    /** Above this a shuffle to all cores costs less than one core's work. */
    static final int FEW = 2_000;

    /** The rows, brought together if they are few. */
    public static Gathered of(Dataset<Row> rows) {
        List<Row> first = rows.limit(FEW + 1).collectAsList();
        return first.size() > FEW
                ? new Gathered(rows, false)
                : new Gathered(
                        rows.sparkSession()
                                .createDataFrame(first, rows.schema())
                                .coalesce(1),
                        true);
    }

    /** Other rows, made of these. */
    Gathered with(Dataset<Row> made) {
        return new Gathered(made, isFew);
    }

    /** The rows with all of one key in one partition. */
    Dataset<Row> by(Column key) {
        return isFew ? rows.coalesce(1) : rows.repartition(key);
    }
}
