package org.electrongap.load;

import java.util.function.Consumer;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

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

    /**
     * Compares two editions.
     *
     * @param afterwards takes what is to be done once the rows have been used
     */
    static Differences between(LongEdition older, LongEdition newer, Consumer<Runnable> afterwards) {
        JavaRDD<KeyHashes.Unpaired> found = found(older, newer).persist(StorageLevel.DISK_ONLY());
        afterwards.accept(() -> found.unpersist(false));
        long count = found.map(unpaired -> (long) unpaired.hashes().length).fold(0L, Long::sum);
        if (count > MOST) {
            return new Differences(older.rows(), newer.rows());
        }
        Sieve sieve = Sieve.of(older.rows().sparkSession(), found, count);
        return new Differences(older.withoutPartner(sieve), newer.withoutPartner(sieve));
    }

    private static JavaRDD<KeyHashes.Unpaired> found(LongEdition older, LongEdition newer) {
        int buckets = Math.max(older.partitions(), newer.partitions());
        return older.hashes(buckets)
                .cogroup(newer.hashes(buckets), new HashPartitioner(buckets))
                .map(bucket -> KeyHashes.unpaired(bucket._2()._1(), bucket._2()._2()));
    }
}
