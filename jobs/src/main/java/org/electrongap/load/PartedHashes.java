package org.electrongap.load;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Hashes parted by their topmost byte, so that what is counted of one part stays in the processor's cache.
 *
 * @param hashes those of one part behind those of another
 * @param ends where each part begins, and behind them all where the last ends
 */
record PartedHashes(long[] hashes, int[] ends) {

    /** How many parts there are. */
    static final int PARTS = 256;

    /** Those of arrays as {@link KeyHashes#bytes} makes them. */
    static PartedHashes of(Iterable<byte[]> arrays) {
        List<LongBuffer> buffers = new ArrayList<>();
        arrays.forEach(array -> buffers.add(ByteBuffer.wrap(array).asLongBuffer()));
        return of(buffers);
    }

    /** All hashes of these. */
    static PartedHashes of(List<LongBuffer> buffers) {
        int[] ends = ends(buffers);
        int[] next = Arrays.copyOf(ends, PARTS);
        long[] parted = new long[ends[PARTS]];
        for (LongBuffer hashes : buffers) {
            for (int i = 0; i < hashes.limit(); i++) {
                parted[next[part(hashes.get(i))]++] = hashes.get(i);
            }
        }
        return new PartedHashes(parted, ends);
    }

    private static int[] ends(List<LongBuffer> buffers) {
        int[] ends = new int[PARTS + 1];
        for (LongBuffer hashes : buffers) {
            for (int i = 0; i < hashes.limit(); i++) {
                ends[part(hashes.get(i)) + 1]++;
            }
        }
        for (int part = 0; part < PARTS; part++) {
            ends[part + 1] += ends[part];
        }
        return ends;
    }

    private static int part(long hash) {
        return (int) (hash >>> 56);
    }

    /** Counts each hash of a part so many times. */
    void count(int part, int times, HashCounts counts) {
        for (int i = ends[part]; i < ends[part + 1]; i++) {
            counts.add(hashes[i], times);
        }
    }
}
