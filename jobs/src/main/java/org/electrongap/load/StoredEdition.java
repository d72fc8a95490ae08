package org.electrongap.load;

import static org.apache.spark.sql.functions.monotonically_increasing_id;

import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * An edition as a table holds it. It is read twice: once for a hash of every row, and once to pick those without a partner.
 *
 * @param rows its rows
 * @param columns the columns that make a row the same
 */
record StoredEdition(Dataset<Row> rows, List<String> columns) implements LongEdition {

    @Override
    public void release() {
        // Nothing is kept.
    }

    @Override
    public int partitions() {
        return rows.toJavaRDD().getNumPartitions();
    }

    @Override
    public JavaPairRDD<Integer, byte[]> hashes(int buckets) {
        return rows.select(RowHashes.column(columns))
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitionsToPair(each -> LongEdition.inBuckets(new Hashes(each), buckets));
    }

    @Override
    public Dataset<Row> withoutPartner(Sieve sieve) {
        // Spark would compute the hash anew in each place that uses it, were there not a term that might change.
        Column once = RowHashes.column(columns)
                .bitwiseXOR(monotonically_increasing_id().bitwiseAND(0L));
        return sieve.exactly(rows.withColumn(Sieve.HASH, once).where(sieve.passes()));
    }

    private record Hashes(Iterator<InternalRow> rows) implements PrimitiveIterator.OfLong {

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public long nextLong() {
            return rows.next().getLong(0);
        }
    }
}
