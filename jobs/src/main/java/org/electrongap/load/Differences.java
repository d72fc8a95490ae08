package org.electrongap.load;

import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The rows in which two long editions differ, and few others. They share nearly all rows, and a join of all would sort every
 * one; here 8 bytes of each row travel, and only rows are left whose hash is not as often in one edition as in the other, or
 * meets one of these in a {@link Sieve}. Of a row that is in both editions the hash is the same, so that the sieve takes both
 * out or lets both pass.
 *
 * <p>A restated row would stay unseen if its 64-bit hash met that of a restated row of the other edition by chance: once in
 * some ten million pairs of editions of a hundred million rows with one in a hundred restated.
 *
 * @param older rows of the older edition, among them all that the newer does not hold as they are
 * @param newer rows of the newer edition, among them all that the older does not hold as they are
 */
record Differences(Dataset<Row> older, Dataset<Row> newer) {

    /** More hashes than these, 64 MB, point to editions that share little; they are compared as a whole. */
    static final long MOST = 8_000_000;

    /**
     * Compares two editions.
     *
     * @param buckets in how many tasks the hashes are compared
     * @param afterwards takes what is to be done once the rows have been used
     */
    static Differences between(LongEdition older, LongEdition newer, int buckets, Consumer<Runnable> afterwards) {
        return between(older, newer, buckets, MOST, afterwards);
    }

    /** The same, where more hashes than {@code most} have the editions compared as a whole. */
    static Differences between(
            LongEdition older, LongEdition newer, int buckets, long most, Consumer<Runnable> afterwards) {
        JavaRDD<KeyHashes.Unpaired> found = older.hashes(buckets)
                .cogroup(newer.hashes(buckets), new HashPartitioner(buckets))
                .map(bucket -> KeyHashes.unpaired(bucket._2()._1(), bucket._2()._2()))
                .persist(StorageLevel.DISK_ONLY());
        afterwards.accept(() -> found.unpersist(false));
        long count = found.map(unpaired -> (long) unpaired.hashes().length).fold(0L, Long::sum);
        return count > most
                ? new Differences(older.rows(), newer.rows())
                : passing(older, newer, found.collect(), afterwards);
    }

    private static Differences passing(
            LongEdition older, LongEdition newer, List<KeyHashes.Unpaired> found, Consumer<Runnable> afterwards) {
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(older.rows().sparkSession().sparkContext());
        Broadcast<Sieve> sieve = context.broadcast(Sieve.of(found));
        afterwards.accept(() -> sieve.destroy());
        return new Differences(older.passing(sieve), newer.passing(sieve));
    }
}
