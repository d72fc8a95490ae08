package org.electrongap.load;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftright;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Hashes that were found to have no partner, and a table of bits that lets each of them pass and few others.
 *
 * @param bits a bit for each hash: that of its lowest bits, as many as the length of the table, a power of two, asks for
 * @param hashes the hashes, each once, in one column {@link #FOUND}
 */
record Sieve(long[] bits, Dataset<Row> hashes) {

    /** The column of a row's own hash. */
    static final String HASH = "difference_hash";

    private static final String FOUND = "found_hash";

    /** Bits for each hash: of other rows one in sixteen or fewer passes. */
    private static final long BITS = 16;

    /** 2 MB of bits still fit into a processor's cache, where looking one up costs next to nothing. */
    private static final int MOST_WORDS = 1 << 18;

    /** A sieve for so many hashes. */
    static Sieve of(SparkSession spark, JavaRDD<KeyHashes.Unpaired> found, long count) {
        int words = (int) Math.min(MOST_WORDS, Long.highestOneBit(Math.max(1, count * BITS / Long.SIZE)) * 2);
        Dataset<Row> hashes = spark.createDataset(
                        found.flatMap(each ->
                                        LongStream.of(each.hashes()).boxed().iterator())
                                .rdd(),
                        Encoders.LONG())
                .toDF(FOUND);
        return new Sieve(found.map(unpaired -> unpaired.bits(words)).fold(new long[words], Sieve::union), hashes);
    }

    private static long[] union(long[] one, long[] other) {
        long[] union = one.clone();
        Arrays.setAll(union, i -> union[i] | other[i]);
        return union;
    }

    /** Whether a hash passes. */
    static boolean passes(long[] bits, long hash) {
        return (bits[(int) (hash >>> 6) & (bits.length - 1)] >>> hash & 1) == 1;
    }

    /** The same of the column {@link #HASH}. */
    Column passes() {
        Column word = get(
                lit(bits), shiftright(col(HASH), 6).bitwiseAND(bits.length - 1).cast("int"));
        Column bit = col(HASH).bitwiseAND(Long.SIZE - 1).cast("int");
        return call_function("shiftright", word, bit).bitwiseAND(1).equalTo(1);
    }

    /** Of rows that passed, with their {@link #HASH}, those whose hash is one of ours; without it. */
    Dataset<Row> exactly(Dataset<Row> passed) {
        return passed.join(broadcast(hashes), col(HASH).equalTo(col(FOUND)), "left_semi")
                .drop(HASH);
    }
}
