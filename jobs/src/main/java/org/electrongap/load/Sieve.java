package org.electrongap.load;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;

/**
 * A Bloom filter (Bloom 1970) of hashes: each of them passes, and of others about one in a hundred. Two bits stand for a
 * hash, that which its lowest bits name and that which its highest do.
 *
 * @param bits the table of bits; its length is a power of two
 */
record Sieve(long[] bits) implements Serializable {

    /** Bits for each hash, or up to twice as many: of other rows one in 70 to 270 passes. */
    private static final long BITS = 16;

    /** A table of 32 MB, which holds the hashes of which {@link Differences} makes use. */
    private static final int MOST_WORDS = 1 << 22;

    /** The highest bits of a hash name the second bit. */
    private static final int SECOND = 32;

    /** A sieve for so many hashes. */
    static Sieve of(JavaRDD<KeyHashes.Unpaired> found, long count) {
        int words = (int) Math.min(MOST_WORDS, Long.highestOneBit(Math.max(1, count * BITS / Long.SIZE)) * 2);
        return new Sieve(found.map(unpaired -> bits(unpaired.hashes(), words)).fold(new long[words], Sieve::union));
    }

    private static long[] bits(long[] hashes, int words) {
        long[] bits = new long[words];
        for (long hash : hashes) {
            set(bits, hash);
            set(bits, hash >>> SECOND);
        }
        return bits;
    }

    private static void set(long[] bits, long hash) {
        bits[(int) (hash >>> 6) & bits.length - 1] |= 1L << hash;
    }

    private static long[] union(long[] one, long[] other) {
        long[] union = one.clone();
        Arrays.setAll(union, i -> union[i] | other[i]);
        return union;
    }

    /** Whether a hash passes. */
    boolean passes(long hash) {
        return isSet(hash) && isSet(hash >>> SECOND);
    }

    private boolean isSet(long hash) {
        return (bits[(int) (hash >>> 6) & bits.length - 1] >>> hash & 1) == 1;
    }
}
