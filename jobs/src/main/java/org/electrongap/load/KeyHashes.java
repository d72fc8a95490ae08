package org.electrongap.load;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** 64-bit hashes of records' keys in an array that grows. Equal keys have equal hashes; unequal ones rarely do. */
final class KeyHashes {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long[] hashes;
    private int size;

    KeyHashes(int expected) {
        hashes = new long[expected];
    }

    private KeyHashes(long[] all) {
        hashes = all;
        size = all.length;
    }

    /**
     * The hash of a record's key.
     *
     * @param values the cells that were cast
     * @param key the positions of the key
     */
    static long of(Object[] values, int[] key) {
        long hash = OFFSET;
        for (int position : key) {
            hash = mixed(hash, values[position]);
        }
        return finished(hash);
    }

    void add(long hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size + 1);
        }
        hashes[size++] = hash;
    }

    byte[] bytes() {
        return bytes(hashes, size);
    }

    /** The first of some hashes as bytes. */
    static byte[] bytes(long[] hashes, int size) {
        ByteBuffer bytes = ByteBuffer.allocate(size * Long.BYTES);
        bytes.asLongBuffer().put(hashes, 0, size);
        return bytes.array();
    }

    /** The hashes that occur more than once in all of the arrays. */
    static RepeatedKeys repeated(Iterable<byte[]> arrays) {
        return sorted(arrays).repeatedOfSorted();
    }

    /** The hashes that occur more than once here. */
    RepeatedKeys repeated() {
        return sorted(List.of(bytes())).repeatedOfSorted();
    }

    private RepeatedKeys repeatedOfSorted() {
        KeyHashes repeated = new KeyHashes(16);
        long records = 0;
        for (int from = 0; from < size; ) {
            int to = behind(from, hashes[from]);
            if (to - from > 1) {
                records += to - from;
                repeated.add(hashes[from]);
            }
            from = to;
        }
        return new RepeatedKeys(records, Arrays.copyOf(repeated.hashes, repeated.size));
    }

    /** How many hashes there are. */
    int size() {
        return size;
    }

    /** All hashes in order, parted by their topmost byte first: the rest of each sort stays in the processor's cache. */
    private static KeyHashes sorted(Iterable<byte[]> arrays) {
        int[] ends = ends(arrays);
        int[] next = Arrays.copyOf(ends, 256);
        long[] parted = new long[ends[256]];
        for (byte[] array : arrays) {
            LongBuffer hashes = ByteBuffer.wrap(array).asLongBuffer();
            for (int i = 0; i < hashes.limit(); i++) {
                parted[next[topByte(hashes.get(i))]++] = hashes.get(i);
            }
        }
        for (int b = 0; b < 256; b++) {
            Arrays.sort(parted, ends[b], ends[b + 1]);
        }
        return new KeyHashes(parted);
    }

    /** Where the hashes of each topmost byte begin, and behind them all where the last end. */
    private static int[] ends(Iterable<byte[]> arrays) {
        int[] ends = new int[257];
        for (byte[] array : arrays) {
            LongBuffer hashes = ByteBuffer.wrap(array).asLongBuffer();
            for (int i = 0; i < hashes.limit(); i++) {
                ends[topByte(hashes.get(i)) + 1]++;
            }
        }
        for (int b = 0; b < 256; b++) {
            ends[b + 1] += ends[b];
        }
        return ends;
    }

    /** In the order of signed numbers. */
    private static int topByte(long hash) {
        return (int) (hash >> 56) + 128;
    }

    /** The hashes that do not occur as often in the one arrays as in the other. */
    static Unpaired unpaired(Iterable<byte[]> one, Iterable<byte[]> other) {
        KeyHashes left = sorted(one);
        KeyHashes right = sorted(other);
        KeyHashes unpaired = new KeyHashes(16);
        int l = 0;
        int r = 0;
        while (l < left.size || r < right.size) {
            long hash = r == right.size || (l < left.size && left.hashes[l] <= right.hashes[r])
                    ? left.hashes[l]
                    : right.hashes[r];
            int nextLeft = left.behind(l, hash);
            int nextRight = right.behind(r, hash);
            if (nextLeft - l != nextRight - r) {
                unpaired.add(hash);
            }
            l = nextLeft;
            r = nextRight;
        }
        return new Unpaired(Arrays.copyOf(unpaired.hashes, unpaired.size));
    }

    /** The position behind all that equal the hash, from there on. */
    private int behind(int from, long hash) {
        int at = from;
        while (at < size && hashes[at] == hash) {
            at++;
        }
        return at;
    }

    /** FNV-1a (Fowler, Noll, Vo) over the UTF-16 units of a text, or the bits of a number. */
    private static long mixed(long hash, Object value) {
        if (value instanceof String text) {
            long mixed = hash;
            for (int i = 0; i < text.length(); i++) {
                mixed = (mixed ^ text.charAt(i)) * PRIME;
            }
            return (mixed ^ 0xffff) * PRIME;
        }
        return (hash ^ bits(value)) * PRIME;
    }

    private static long bits(Object value) {
        if (value instanceof LocalDate day) {
            return finished(day.toEpochDay());
        }
        if (value instanceof Double number) {
            return finished(Double.doubleToLongBits(number));
        }
        return value instanceof Number whole
                ? finished(whole.longValue())
                : finished(value == null ? 0 : value.hashCode());
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014), which spreads every bit over all. */
    static long finished(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /**
     * Hashes of rows that have no partner.
     *
     * @param hashes the hashes, each once
     */
    record Unpaired(long[] hashes) implements Serializable {}

    /**
     * Hashes that records share.
     *
     * @param records how many records do
     * @param hashes the hashes, each once
     */
    record RepeatedKeys(long records, long[] hashes) implements Serializable {}
}
