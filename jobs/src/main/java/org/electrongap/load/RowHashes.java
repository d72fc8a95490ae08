package org.electrongap.load;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * 64-bit hashes of what rows say, column by column: a short loop over one column is compiled at once, where Spark's own
 * query over rows takes seconds to be.
 */
final class RowHashes implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final long SEED = 42;
    private static final long BLANK = 0x6a09e667f3bcc908L;

    private final int[] columns;

    /**
     * @param columns the positions of the columns that make a row the same
     */
    RowHashes(int[] columns) {
        this.columns = columns.clone();
    }

    /** The hash of each row of a batch. */
    long[] of(ColumnarBatch batch) {
        long[] hashes = new long[batch.numRows()];
        Arrays.fill(hashes, SEED);
        for (int column : columns) {
            ColumnVector cells = batch.column(column);
            Bits bits = bits(cells.dataType());
            for (int i = 0; i < hashes.length; i++) {
                long cell = cells.isNullAt(i) ? BLANK : bits.of(cells, i);
                hashes[i] = KeyHashes.finished((hashes[i] + SEED) ^ cell);
            }
        }
        return hashes;
    }

    /** What of a cell goes into a hash; equal cells give equal bits. */
    private interface Bits {

        long of(ColumnVector cells, int row);
    }

    private static Bits bits(DataType type) {
        if (type instanceof StringType) {
            return RowHashes::text;
        }
        if (type instanceof DoubleType) {
            return RowHashes::number;
        }
        if (type instanceof IntegerType || type instanceof DateType) {
            return ColumnVector::getInt;
        }
        if (type instanceof LongType || type instanceof TimestampType) {
            return ColumnVector::getLong;
        }
        if (type instanceof BooleanType) {
            return (cells, row) -> cells.getBoolean(row) ? 1 : 0;
        }
        throw new IllegalArgumentException("rows are not compared by columns of type " + type.sql());
    }

    private static long text(ColumnVector cells, int row) {
        UTF8String text = cells.getUTF8String(row);
        return XXH64.hashUnsafeBytes(text.getBaseObject(), text.getBaseOffset(), text.numBytes(), SEED);
    }

    /** Both zeros are one number. */
    private static long number(ColumnVector cells, int row) {
        double number = cells.getDouble(row);
        return number == 0 ? 0 : Double.doubleToLongBits(number);
    }
}
