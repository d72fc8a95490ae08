package org.electrongap.load;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.StringType;
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
            add(batch.column(column), hashes);
        }
        return hashes;
    }

    private static void add(ColumnVector cells, long[] hashes) {
        DataType type = cells.dataType();
        if (type instanceof StringType && cells instanceof WritableColumnVector texts && texts.hasDictionary()) {
            addTexts(texts, hashes);
        } else if (type instanceof StringType) {
            addTexts(cells, hashes);
        } else if (type instanceof DoubleType) {
            addNumbers(cells, hashes);
        } else if (type instanceof IntegerType || type instanceof DateType) {
            addInts(cells, hashes);
        } else {
            throw new IllegalArgumentException("rows are not compared by columns of type " + type.sql());
        }
    }

    private static void addTexts(ColumnVector cells, long[] hashes) {
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = mixed(hashes[i], cells.isNullAt(i) ? BLANK : hash(cells.getUTF8String(i)));
        }
    }

    /** Texts of which a dictionary holds each once; most are those of the row before. */
    private static void addTexts(WritableColumnVector cells, long[] hashes) {
        WritableColumnVector ids = cells.getDictionaryIds();
        int last = -1;
        long lastHash = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (!cells.isNullAt(i) && ids.getDictId(i) != last) {
                last = ids.getDictId(i);
                lastHash = hash(cells.getUTF8String(i));
            }
            hashes[i] = mixed(hashes[i], cells.isNullAt(i) ? BLANK : lastHash);
        }
    }

    private static long hash(UTF8String text) {
        return XXH64.hashUnsafeBytes(text.getBaseObject(), text.getBaseOffset(), text.numBytes(), SEED);
    }

    private static void addNumbers(ColumnVector cells, long[] hashes) {
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = mixed(hashes[i], cells.isNullAt(i) ? BLANK : bits(cells.getDouble(i)));
        }
    }

    /** Both zeros are one number. */
    private static long bits(double number) {
        return number == 0 ? 0 : Double.doubleToLongBits(number);
    }

    private static void addInts(ColumnVector cells, long[] hashes) {
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = mixed(hashes[i], cells.isNullAt(i) ? BLANK : cells.getInt(i));
        }
    }

    private static long mixed(long hash, long cell) {
        return KeyHashes.finished((hash + SEED) ^ cell);
    }
}
