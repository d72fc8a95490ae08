package org.electrongap.share.simulation;

import java.util.Arrays;
import org.electrongap.statistics.Quantiles;

/**
 * The least width of a forecast: published forecasts four to six years ahead have been off by about 0.40 in the logarithm
 * (root mean square of EPA 2007, NRDC, LBNL 2016 and a log-linear fit of 2018).
 *
 * @param logErrorFiveYears log standard deviation five years ahead
 * @param lastObservedYear the last year of which the load is known
 */
public record VintageFloor(double logErrorFiveYears, int lastObservedYear) {

    /** The least log standard deviation of a year: logErrorFiveYears sqrt(h / 5), h years after the last observed one. */
    public double logSd(int year) {
        return logErrorFiveYears * StrictMath.sqrt(Math.max(0, year - lastObservedYear) / 5.0);
    }

    /**
     * The paths, their logarithms scaled about the median so that their standard deviation reaches the floor; unchanged where
     * it does already. It is done once, after the pool.
     *
     * @throws IllegalArgumentException when all paths are equal: then there is nothing to scale
     */
    double[] widened(double[] twh, int year) {
        double[] logs = Arrays.stream(twh).map(StrictMath::log).toArray();
        double sd = standardDeviation(logs);
        double floor = logSd(year);
        if (sd == 0 && floor > 0) {
            throw new IllegalArgumentException("the paths of " + year + " do not differ and cannot be widened");
        }
        if (sd >= floor) {
            return twh.clone();
        }
        double median = medianLog(twh);
        double factor = floor / sd;
        return Arrays.stream(logs)
                .map(log -> StrictMath.exp(median + factor * (log - median)))
                .toArray();
    }

    /** The median of the logarithms: the logarithm keeps the order, and the loads are sorted faster. */
    private static double medianLog(double[] twh) {
        double[] sorted = twh.clone();
        BucketSort.sortPositive(sorted);
        int below = (sorted.length - 1) / 2;
        return Quantiles.median(
                new double[] {StrictMath.log(sorted[below]), StrictMath.log(sorted[sorted.length - 1 - below])});
    }

    /** Standard deviation about the mean, in two passes in the order of the paths. */
    static double standardDeviation(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return StrictMath.sqrt(squares / (values.length - 1));
    }
}
