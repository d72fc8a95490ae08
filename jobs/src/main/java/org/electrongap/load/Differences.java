package org.electrongap.load;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
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

    private static final String HASH = "difference_hash";

    /**
     * Compares two editions.
     *
     * @param columns the columns that make a row the same
     */
    static Differences between(Dataset<Row> older, Dataset<Row> newer, List<String> columns) {
        JavaRDD<long[]> found = found(older, newer, hash(columns)).persist(StorageLevel.DISK_ONLY());
        long count = found.map(hashes -> (long) hashes.length).fold(0L, Long::sum);
        if (count > MOST) {
            return new Differences(older, newer);
        }
        Dataset<Row> hashes = older.sparkSession()
                .createDataset(
                        found.flatMap(each -> LongStream.of(each).boxed().iterator())
                                .rdd(),
                        Encoders.LONG())
                .toDF(HASH);
        return new Differences(only(older, hashes, columns), only(newer, hashes, columns));
    }

    private static Dataset<Row> only(Dataset<Row> rows, Dataset<Row> hashes, List<String> columns) {
        return rows.join(broadcast(hashes), hash(columns).equalTo(hashes.col(HASH)), "left_semi");
    }

    /** A hash that also tells where the blank cells are, which {@code xxhash64} passes over. */
    private static Column hash(List<String> columns) {
        List<Column> hashed = new ArrayList<>();
        columns.forEach(column -> hashed.add(col(column)));
        columns.forEach(column -> hashed.add(col(column).isNull()));
        return xxhash64(hashed.toArray(Column[]::new));
    }

    private static JavaRDD<long[]> found(Dataset<Row> older, Dataset<Row> newer, Column hash) {
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
