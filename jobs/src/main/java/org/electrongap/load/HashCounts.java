package org.electrongap.load;

import java.util.Arrays;

/** How often each of some hashes was counted. Open addressing with linear probing (Knuth, The Art of Computer Programming 3, 6.4). */
final class HashCounts {

    private static final int FIRST_SLOTS = 1 << 14;

    /** 2 to the power of 64 over the golden ratio (Knuth, the same place): spreads hashes that differ in few bits. */
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long[] hashes = new long[FIRST_SLOTS];

    /** Of each slot twice the count and one more; 0 where it is free. */
    private int[] counts = new int[FIRST_SLOTS];

    private int used;

    /** Takes a hash and its count. */
    interface Visitor {

        void visit(long hash, int count);
    }

    /** Counts a hash so many times more. */
    void add(long hash, int times) {
        int slot = slot(hash);
        if (counts[slot] == 0) {
            hashes[slot] = hash;
            counts[slot] = 1;
            used++;
        }
        counts[slot] += 2 * times;
        if (used > hashes.length / 2) {
            grow();
        }
    }

    /** Each hash that was counted since the last time, and how often; forgets them. */
    void drain(Visitor visitor) {
        for (int slot = 0; slot < hashes.length; slot++) {
            if (counts[slot] != 0) {
                visitor.visit(hashes[slot], counts[slot] >> 1);
            }
        }
        Arrays.fill(counts, 0);
        used = 0;
    }

    private int slot(long hash) {
        int last = hashes.length - 1;
        int slot = (int) (hash * GOLDEN >>> 32) & last;
        while (counts[slot] != 0 && hashes[slot] != hash) {
            slot = slot + 1 & last;
        }
        return slot;
    }

    private void grow() {
        long[] smaller = hashes;
        int[] counted = counts;
        hashes = new long[2 * smaller.length];
        counts = new int[2 * smaller.length];
        for (int i = 0; i < smaller.length; i++) {
            if (counted[i] != 0) {
                int slot = slot(smaller[i]);
                hashes[slot] = smaller[i];
                counts[slot] = counted[i];
            }
        }
    }
}
