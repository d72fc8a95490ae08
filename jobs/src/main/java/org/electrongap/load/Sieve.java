package org.electrongap.load;

import java.io.Serializable;
import java.util.List;

/**
 * A Bloom filter (Bloom 1970) of hashes: each of them passes, and of others about one in a hundred. Two bits stand for a
 * hash, that which its lowest bits name and that which its highest do.
 *
 * @param bits the table of bits; its length is a power of two
 */
record Sieve(long[] bits) implements Serializable {

    /** Bits for each hash, or up to twice as many: of other rows one in 70 to 270 passes. */
    private static final long BITS = 16;

    /** The highest bits of a hash name the second bit. */
    private static final int SECOND = 32;

    /** A sieve for these hashes; its table takes up to 4 bytes for each. */
    static Sieve of(List<KeyHashes.Unpaired> found) {
        long count =
                found.stream().mapToLong(unpaired -> unpaired.hashes().length).sum();
        Sieve sieve = new Sieve(new long[(int) Long.highestOneBit(Math.max(1, count * BITS / Long.SIZE)) * 2]);
        for (KeyHashes.Unpaired unpaired : found) {
            for (long hash : unpaired.hashes()) {
                sieve.set(hash);
                sieve.set(hash >>> SECOND);
            }
        }
        return sieve;
    }

    private void set(long hash) {
        bits[(int) (hash >>> 6) & bits.length - 1] |= 1L << hash;
    }

    /** Whether a hash passes. */
    boolean passes(long hash) {
        return isSet(hash) && isSet(hash >>> SECOND);
    }

    private boolean isSet(long hash) {
        return (bits[(int) (hash >>> 6) & bits.length - 1] >>> hash & 1) == 1;
    }
}
