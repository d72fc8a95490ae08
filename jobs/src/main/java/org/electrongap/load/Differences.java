package org.electrongap.load;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * The rows in which two long editions differ. They share nearly all rows, and a join of all would sort every one; here 8
 * bytes of each row travel, and only rows whose hash is not as often in one edition as in the other are left.
 *
 * <p>A restated row would stay unseen if its 64-bit hash met that of another row of the other edition by chance: once in some
 * hundred thousand pairs of editions of a hundred million rows with one in a hundred restated.
 *
 * @param older rows of the older edition that the newer does not hold as they are
 * @param newer rows of the newer edition that the older does not hold as they are
 */
record Differences(Dataset<Row> older, Dataset<Row> newer) {

    /** More hashes than these point to editions that share little; they are compared as a whole. */
    private static final long MOST = 8_000_000;

    /** Bits for each hash: of other rows one in sixteen or fewer passes the first sieve. */
    private static final long BITS = 16;

    /** 2 MB of bits still fit into a processor's cache, where looking one up costs next to nothing. */
    private static final int MOST_WORDS = 1 << 18;

    private static final String HASH = "difference_hash";
    private static final String FOUND = "found_hash";

    /**
     * Compares two editions.
     *
     * @param columns the columns that make a row the same
     */
    static Differences between(Dataset<Row> older, Dataset<Row> newer, List<String> columns) {
        JavaRDD<KeyHashes.Unpaired> found = found(older, newer, hash(columns)).persist(StorageLevel.DISK_ONLY());
        long count = found.map(unpaired -> (long) unpaired.hashes().length).fold(0L, Long::sum);
        if (count > MOST) {
            return new Differences(older, newer);
        }
        Column sieve = sieve(found, count);
        Dataset<Row> hashes = older.sparkSession()
                .createDataset(
                        found.flatMap(each ->
                                        LongStream.of(each.hashes()).boxed().iterator())
                                .rdd(),
                        Encoders.LONG())
                .toDF(FOUND);
        return new Differences(only(older, sieve, hashes, columns), only(newer, sieve, hashes, columns));
    }

    private static Dataset<Row> only(Dataset<Row> rows, Column sieve, Dataset<Row> hashes, List<String> columns) {
        // Spark would compute the hash anew in each place that uses it, were there not a term that might change.
        Column once = hash(columns).bitwiseXOR(monotonically_increasing_id().bitwiseAND(0L));
        return rows.withColumn(HASH, once)
                .where(sieve)
                .join(broadcast(hashes), col(HASH).equalTo(col(FOUND)), "left_semi")
                .drop(HASH);
    }

    /** True of the hash of every row without a partner, and of few others. */
    private static Column sieve(JavaRDD<KeyHashes.Unpaired> found, long count) {
        int words = (int) Math.min(MOST_WORDS, Long.highestOneBit(Math.max(1, count * BITS / Long.SIZE)) * 2);
        long[] bits = found.map(unpaired -> unpaired.bits(words)).fold(new long[words], Differences::union);
        Column word =
                get(lit(bits), shiftright(col(HASH), 6).bitwiseAND(words - 1).cast("int"));
        Column bit = col(HASH).bitwiseAND(Long.SIZE - 1).cast("int");
        return call_function("shiftright", word, bit).bitwiseAND(1).equalTo(1);
    }

    private static long[] union(long[] one, long[] other) {
        long[] union = one.clone();
        Arrays.setAll(union, i -> union[i] | other[i]);
        return union;
    }

    /** A hash that also tells where the blank cells are, which {@code xxhash64} passes over. */
    private static Column hash(List<String> columns) {
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

    private static JavaRDD<KeyHashes.Unpaired> found(Dataset<Row> older, Dataset<Row> newer, Column hash) {
        JavaRDD<InternalRow> before =
                older.select(hash).queryExecution().toRdd().toJavaRDD();
        JavaRDD<InternalRow> after = newer.select(hash).queryExecution().toRdd().toJavaRDD();
        int buckets = Math.max(before.getNumPartitions(), after.getNumPartitions());
        return inBuckets(before, buckets)
                .cogroup(inBuckets(after, buckets), new HashPartitioner(buckets))
                .map(bucket -> KeyHashes.unpaired(bucket._2()._1(), bucket._2()._2()));
    }

    private static JavaPairRDD<Integer, byte[]> inBuckets(JavaRDD<InternalRow> rows, int buckets) {
        return rows.mapPartitionsToPair(each -> inBuckets(each, buckets));
    }

    private static Iterator<Tuple2<Integer, byte[]>> inBuckets(Iterator<InternalRow> rows, int buckets) {
        KeyHashes[] hashes = new KeyHashes[buckets];
        Arrays.setAll(hashes, bucket -> new KeyHashes(16));
        while (rows.hasNext()) {
            long hash = rows.next().getLong(0);
            hashes[(int) Long.remainderUnsigned(hash, buckets)].add(hash);
        }
        return IntStream.range(0, buckets)
                .mapToObj(bucket -> new Tuple2<>(bucket, hashes[bucket].bytes()))
                .iterator();
    }
}
