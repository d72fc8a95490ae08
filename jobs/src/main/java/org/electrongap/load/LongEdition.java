package org.electrongap.load;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.table.TableName;
import scala.Tuple2;

/** An edition of so many rows that it is compared with another by a hash of each row. */
public sealed interface LongEdition permits StoredEdition, KeptEdition {

    /** An edition as a table holds it. */
    static LongEdition stored(TableName table, Dataset<Row> rows) {
        return new StoredEdition(rows, Revisions.comparedColumns(table));
    }

    /** All of its rows, in the contract of the table. */
    Dataset<Row> rows();

    /** Gives back what is kept for it, if anything is. */
    void release();

    /** In how many parts its rows are read. */
    int partitions();

    /** The hashes of all rows, in so many buckets. */
    JavaPairRDD<Integer, byte[]> hashes(int buckets);

    /** The rows with hashes that were found to have no partner. */
    Dataset<Row> withoutPartner(Sieve sieve);

    /** Puts hashes into buckets. */
    static Iterator<Tuple2<Integer, byte[]>> inBuckets(java.util.PrimitiveIterator.OfLong hashes, int buckets) {
        KeyHashes[] parted = new KeyHashes[buckets];
        Arrays.setAll(parted, bucket -> new KeyHashes(16));
        while (hashes.hasNext()) {
            long hash = hashes.nextLong();
            parted[(int) Long.remainderUnsigned(hash, buckets)].add(hash);
        }
        return IntStream.range(0, buckets)
                .mapToObj(bucket -> new Tuple2<>(bucket, parted[bucket].bytes()))
                .iterator();
    }
}
