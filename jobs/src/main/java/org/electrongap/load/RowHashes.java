package org.electrongap.load;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.Platform;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.table.TableName;

/**
 * 64-bit hashes of what rows say, the same whether Spark computes one from a row of a table or {@link #of} from the cells
 * of a record that has not become a row. They also tell where the blank cells are, which {@code xxhash64} passes over.
 */
final class RowHashes implements Serializable {

    private static final long serialVersionUID = 1L;

    /** With which Spark's {@code xxhash64} begins. */
    private static final long SEED = 42;

    private final int[] positions;
    private transient String[] lastTexts;
    private transient byte[][] lastBytes;

    private RowHashes(int[] positions) {
        this.positions = positions;
    }

    /** The hashes of a table's records by which its editions are compared. */
    static RowHashes of(TableName table) {
        return new RowHashes(Revisions.comparedColumns(table).stream()
                .mapToInt(RecordLayout.of(table)::index)
                .toArray());
    }

    /** Where no hashes are wanted. */
    static RowHashes none() {
        return new RowHashes(new int[0]);
    }

    boolean areWanted() {
        return positions.length > 0;
    }

    /** The hash as Spark computes it. */
    static Column column(List<String> columns) {
        List<Column> hashed = new ArrayList<>();
        columns.forEach(column -> hashed.add(col(column)));
        Column blanks = lit(0L);
        for (int i = 0; i < columns.size(); i++) {
            blanks = blanks.bitwiseOR(
                    when(col(columns.get(i)).isNull(), lit(1L << i)).otherwise(lit(0L)));
        }
        hashed.add(blanks);
        return xxhash64(hashed.toArray(Column[]::new));
    }

    /**
     * The hash of a record.
     *
     * @param cells as a cast gives them
     */
    long of(Object[] cells) {
        if (lastTexts == null) {
            lastTexts = new String[positions.length];
            lastBytes = new byte[positions.length][];
        }
        long hash = SEED;
        long blanks = 0;
        for (int i = 0; i < positions.length; i++) {
            Object cell = cells[positions[i]];
            if (cell == null) {
                blanks |= 1L << i;
            } else {
                hash = cell instanceof String text ? text(i, text, hash) : other(cell, hash);
            }
        }
        return XXH64.hashLong(blanks, hash);
    }

    /** Most columns repeat their texts from one record to the next. */
    private long text(int i, String text, long hash) {
        if (!text.equals(lastTexts[i])) {
            lastTexts[i] = text;
            lastBytes[i] = text.getBytes(StandardCharsets.UTF_8);
        }
        return XXH64.hashUnsafeBytes(lastBytes[i], Platform.BYTE_ARRAY_OFFSET, lastBytes[i].length, hash);
    }

    private static long other(Object cell, long hash) {
        if (cell instanceof Double number) {
            // Spark takes both zeros for one.
            return XXH64.hashLong(number == 0 ? 0 : Double.doubleToLongBits(number), hash);
        }
        if (cell instanceof LocalDate day) {
            return XXH64.hashInt(Math.toIntExact(day.toEpochDay()), hash);
        }
        if (cell instanceof Integer number) {
            return XXH64.hashInt(number, hash);
        }
        if (cell instanceof Boolean truth) {
            return XXH64.hashInt(truth ? 1 : 0, hash);
        }
        return XXH64.hashLong(
                cell instanceof Instant time ? ChronoUnit.MICROS.between(Instant.EPOCH, time) : (Long) cell, hash);
    }
}
