package org.electrongap.load;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** 64-bit hashes of records' keys, or of whole rows, in an array that grows. What is equal has equal hashes; what is not rarely has. */
final class KeyHashes {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long[] hashes;
    private int size;

    KeyHashes(int expected) {
        hashes = new long[expected];
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
        return repeated(PartedHashes.of(arrays));
    }

    /** The hashes that occur more than once here. */
    RepeatedKeys repeated() {
        return repeated(PartedHashes.of(List.of(LongBuffer.wrap(hashes, 0, size).slice())));
    }

    private static RepeatedKeys repeated(PartedHashes parted) {
        KeyHashes repeated = new KeyHashes(16);
        HashCounts counts = new HashCounts();
        long[] records = {0};
        for (int part = 0; part < PartedHashes.PARTS; part++) {
            parted.count(part, 1, counts);
            counts.drain((hash, count) -> {
                if (count > 1) {
                    records[0] += count;
                    repeated.add(hash);
                }
            });
        }
        return new RepeatedKeys(records[0], repeated.sorted());
    }

    /** How many hashes there are. */
    int size() {
        return size;
    }

    /** The hashes that do not occur as often in the one arrays as in the other. */
    static Unpaired unpaired(Iterable<byte[]> one, Iterable<byte[]> other) {
        PartedHashes left = PartedHashes.of(one);
        PartedHashes right = PartedHashes.of(other);
        KeyHashes unpaired = new KeyHashes(16);
        HashCounts counts = new HashCounts();
        for (int part = 0; part < PartedHashes.PARTS; part++) {
            left.count(part, 1, counts);
            right.count(part, -1, counts);
            counts.drain((hash, count) -> {
                if (count != 0) {
                    unpaired.add(hash);
                }
            });
        }
        return new Unpaired(unpaired.sorted());
    }

    private long[] sorted() {
        long[] sorted = Arrays.copyOf(hashes, size);
        Arrays.sort(sorted);
        return sorted;
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
     * @param hashes the hashes, each once, in ascending order
     */
    record Unpaired(long[] hashes) implements Serializable {}

    /**
     * Hashes that records share.
     *
     * @param records how many records do
     * @param hashes the hashes, each once, in ascending order
     */
    record RepeatedKeys(long records, long[] hashes) implements Serializable {}
}
