package org.electrongap.share.simulation;

import java.util.Arrays;

/**
 * Sorts positive numbers: the bits of positive doubles, read as integers, have the same order as the numbers. One pass puts
 * them into as many buckets as there are numbers, a second orders each bucket (bucket sort, Isaac and Singleton 1956);
 * several times faster than a comparison sort on fifty thousand paths.
 */
final class BucketSort {

    private static final int WORTH_IT = 20_000;
    /** A bucket above this size is worth a comparison sort. */
    private static final int CROWDED = 64;

    private BucketSort() {}

    /** Sorts in place. No value may be negative or NaN. */
    static void sortPositive(double[] values) {
        if (values.length < WORTH_IT) {
            Arrays.sort(values);
            return;
        }
        long least = Long.MAX_VALUE;
        long most = 0;
        for (double value : values) {
            long bits = Double.doubleToRawLongBits(value);
            least = Math.min(least, bits);
            most = Math.max(most, bits);
        }
        int bucketBits = Integer.SIZE - Integer.numberOfLeadingZeros(values.length);
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(most - least) - bucketBits);
        scatter(values, least, shift, (int) ((most - least) >>> shift) + 1);
    }

    private static void scatter(double[] values, long least, int shift, int buckets) {
        int[] ends = new int[buckets + 1];
        for (double value : values) {
            ends[bucket(value, least, shift) + 1]++;
        }
        for (int bucket = 0; bucket < buckets; bucket++) {
            ends[bucket + 1] += ends[bucket];
        }
        double[] from = values.clone();
        for (double value : from) {
            values[ends[bucket(value, least, shift)]++] = value;
        }
        int start = 0;
        for (int bucket = 0; bucket < buckets; bucket++) {
            order(values, start, ends[bucket]);
            start = ends[bucket];
        }
    }

    private static int bucket(double value, long least, int shift) {
        return (int) ((Double.doubleToRawLongBits(value) - least) >>> shift);
    }

    private static void order(double[] values, int start, int end) {
        if (end - start > CROWDED) {
            Arrays.sort(values, start, end);
            return;
        }
        for (int i = start + 1; i < end; i++) {
            double value = values[i];
            int place = i;
            while (place > start && values[place - 1] > value) {
                values[place] = values[place - 1];
                place--;
            }
            values[place] = value;
        }
    }
}
