package org.electrongap.share.simulation;

import java.util.Arrays;
import org.electrongap.statistics.Probability;
import org.electrongap.statistics.Quantiles;

/** The simulated distribution of one component in one year: of the share of the headline denominator, and of the load. */
public final class ShareDistribution {

    private final double[] shares;
    private final double[] twh;

    private ShareDistribution(double[] shares, double[] twh) {
        this.shares = shares;
        this.twh = twh;
    }

    /**
     * The distribution of X / (X + N).
     *
     * @param datacenterTwh X, a path
     * @param otherTwh N, a path
     */
    static ShareDistribution of(double[] datacenterTwh, double[] otherTwh) {
        double[] shares = new double[datacenterTwh.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = datacenterTwh[i] / (datacenterTwh[i] + otherTwh[i]);
        }
        double[] twh = datacenterTwh.clone();
        BucketSort.sortPositive(shares);
        BucketSort.sortPositive(twh);
        return new ShareDistribution(shares, twh);
    }

    /** The quantile of the share. */
    public double share(double probability) {
        return Quantiles.ofSorted(shares, probability);
    }

    /** The quantile of the load in TWh, of its own distribution. */
    public double twh(double probability) {
        return Quantiles.ofSorted(twh, probability);
    }

    /** The standard deviation of the quantile of the share that the number of paths leaves. */
    public double shareStandardError(double probability) {
        double half = StrictMath.sqrt(probability * (1 - probability) / shares.length);
        return (share(Math.min(1, probability + half)) - share(Math.max(0, probability - half))) / 2;
    }

    /** The fraction of the paths whose share is at least that. */
    public double probabilityOfAtLeast(double share) {
        return (shares.length - below(shares, share)) / (double) shares.length;
    }

    /** The fraction of the paths whose load lies below that. */
    public double probabilityOfLoadBelow(double loadTwh) {
        return below(twh, loadTwh) / (double) twh.length;
    }

    /**
     * The standard error of a simulated probability: binomial, with half a path added to both sides, so that it is never 0.
     */
    public double standardErrorOf(double probability) {
        double n = shares.length;
        double p = (probability * n + .5) / (n + 1);
        return StrictMath.sqrt(p * (1 - p) / n);
    }

    /** The standard deviation of the logarithm of the load. */
    public double logSd() {
        return VintageFloor.standardDeviation(
                Arrays.stream(twh).map(StrictMath::log).toArray());
    }

    /**
     * The continuous ranked probability score of a load that came, of ln TWh: E|X - y| - E|X - X'| / 2 (Gneiting and Raftery
     * 2007), the second term from the sorted paths. Lower is better. On the logarithm, because the exponential of a Student t
     * has no mean.
     */
    public double crpsLog(double observedTwh) {
        int n = twh.length;
        double observed = StrictMath.log(observedTwh);
        double distance = 0;
        double spread = 0;
        for (int i = 0; i < n; i++) {
            double log = StrictMath.log(twh[i]);
            distance += Math.abs(log - observed) / n;
            spread += (2.0 * i + 1 - n) * log / n;
        }
        return distance - spread / n;
    }

    /**
     * The logarithm of the predictive density at a load that came, per TWh: a Gaussian kernel estimate on the logarithm of the
     * load with the bandwidth of Silverman (1986), equation 3.31. Higher is better.
     */
    public double logScore(double observedTwh) {
        double[] logs = Arrays.stream(twh).map(StrictMath::log).toArray();
        double quartiles = Quantiles.ofSorted(logs, .75) - Quantiles.ofSorted(logs, .25);
        double sd = VintageFloor.standardDeviation(logs);
        double width = .9 * Math.min(sd, quartiles / 1.34) * StrictMath.pow(logs.length, -.2);
        double density = 0;
        for (double log : logs) {
            density += Probability.normalDensity((StrictMath.log(observedTwh) - log) / width) / (width * logs.length);
        }
        return StrictMath.log(Math.max(density, Double.MIN_NORMAL) / observedTwh);
    }

    /** The loads of the paths in TWh, ascending. */
    double[] sortedTwh() {
        return twh;
    }

    private static int below(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
