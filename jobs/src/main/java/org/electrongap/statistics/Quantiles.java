package org.electrongap.statistics;

import java.util.Arrays;

/** Exact sample quantiles; nothing is approximated. */
public final class Quantiles {

    private Quantiles() {}

    /** The median; of an even number of values the mean of the two in the middle. */
    public static double median(double... values) {
        double[] sorted = sorted(values);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
    }

    /**
     * The p-quantile by linear interpolation between order statistics (type 7 of R. Hyndman and Y. Fan, Sample quantiles in
     * statistical packages, The American Statistician 50, 1996).
     *
     * @param sorted at least one value, in ascending order
     */
    public static double ofSorted(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** The p-quantile of at least one value in any order; see {@link #ofSorted}. */
    public static double of(double[] values, double p) {
        return ofSorted(sorted(values), p);
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
