package org.electrongap.forecast;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.ArraySeq;
import scala.collection.immutable.Seq;

/**
 * The form in which series enter the forecasts: one row a series.
 *
 * <p>{@code pool} names the series whose errors are exchangeable with its own: its metric, frequency and
 * technology, written with slashes so that what stands before the last one is the wider pool. {@code values} are
 * without gaps, the first of them at {@code first_period} (see {@link Frequency}); {@code first_published} are the same
 * periods as the earliest edition gave them, null where only one is known. {@code role} is {@code total}, {@code part} (the
 * parts of a region and metric add up to its total), {@code overlap} or {@code single}. A series that cannot be used has
 * {@code reason} and no values.
 */
public final class SeriesTable {

    static final int ID = 0;
    static final int REGION = 1;
    static final int TECHNOLOGY = 2;
    static final int METRIC = 3;
    static final int POOL = 4;
    static final int FREQUENCY = 5;
    static final int FIRST_PERIOD = 6;
    static final int VALUES = 7;
    static final int FIRST_PUBLISHED = 8;
    static final int REASON = 13;

    /** The columns, in order. */
    public static final StructType SCHEMA = new StructType()
            .add("series_id", StringType)
            .add("region", StringType)
            .add("technology", StringType)
            .add("metric", StringType)
            .add("pool", StringType)
            .add("frequency", StringType)
            .add("first_period", IntegerType)
            .add("values", DataTypes.createArrayType(DoubleType))
            .add("first_published", DataTypes.createArrayType(DoubleType))
            .add("role", StringType)
            .add("source", StringType)
            .add("edition", StringType)
            .add("basis", StringType)
            .add("reason", StringType);

    private SeriesTable() {}

    /** An array cell in the form that {@link Row#getList} reads, also where Spark joins two steps without encoding between. */
    @SuppressWarnings("unchecked")
    static Seq<Double> cell(Double[] values) {
        return (Seq<Double>) (Seq<?>) ArraySeq.unsafeWrapArray(values);
    }
}
