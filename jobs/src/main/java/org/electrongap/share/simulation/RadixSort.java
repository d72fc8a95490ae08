package org.electrongap.share.simulation;

import java.util.Arrays;

/**
 * Sorts positive numbers: the bits of positive doubles, read as integers, have the same order as the numbers. Least
 * significant digit first, 16 bits a pass; several times faster than a comparison sort on a hundred thousand paths.
 */
final class RadixSort {

    private static final int DIGIT_BITS = 16;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int WORTH_IT = 20_000;

    private RadixSort() {}

    /** Sorts in place. No value may be negative or NaN. */
    static void sortPositive(double[] values) {
        if (values.length < WORTH_IT) {
            Arrays.sort(values);
            return;
        }
        long[] from = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            from[i] = Double.doubleToRawLongBits(values[i]);
        }
        long[] sorted = sorted(from);
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.longBitsToDouble(sorted[i]);
        }
    }

    private static long[] sorted(long[] keys) {
        long[] from = keys;
        long[] to = new long[keys.length];
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
            int[] starts = starts(from, shift);
            for (long key : from) {
                to[starts[digit(key, shift)]++] = key;
            }
            long[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static int[] starts(long[] keys, int shift) {
        int[] starts = new int[DIGITS + 1];
        for (long key : keys) {
            starts[digit(key, shift) + 1]++;
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            starts[digit + 1] += starts[digit];
        }
        return starts;
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & (DIGITS - 1);
    }
}
