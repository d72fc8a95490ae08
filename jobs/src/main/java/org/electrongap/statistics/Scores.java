package org.electrongap.statistics;

/** How good forecasts were, once the values have come. Pairs are passed as arrays of equal length. */
public final class Scores {

    private Scores() {}

    /** {@code 200 |y - f| / (|y| + |f|)} per cent; 0 where both are 0. Source: M3 competition, 2000. */
    public static double symmetricPercentageError(double actual, double forecast) {
        double size = Math.abs(actual) + Math.abs(forecast);
        return size > 0 ? 200 * Math.abs(actual - forecast) / size : 0;
    }

    /** Mean of {@link #symmetricPercentageError}. */
    public static double smape(double[] actual, double[] forecast) {
        return CompensatedSum.over(actual.length, i -> symmetricPercentageError(actual[i], forecast[i]))
                / actual.length;
    }

    /**
     * The mean absolute step over the given lag, by which errors are scaled: 1 for yearly, 4 for quarterly, 12 for monthly
     * series; refused for a series without steps. Source: R. Hyndman and A. Koehler, International Journal of Forecasting 22
     * (2006).
     */
    public static Outcome<Double> meanAbsoluteStep(double[] values, int lag) {
        int n = values.length - lag;
        if (n < 1) {
            return Outcome.refused("needs " + (lag + 1) + " points for a step of " + lag + ", has " + values.length);
        }
        double mean = CompensatedSum.over(n, i -> Math.abs(values[i + lag] - values[i])) / n;
        return mean > 0 ? Outcome.of(mean) : Outcome.refused("the series never changes: errors have no scale");
    }

    /** Mean absolute error over the scale of {@link #meanAbsoluteStep}. */
    public static double mase(double[] actual, double[] forecast, double scale) {
        return CompensatedSum.over(actual.length, i -> Math.abs(actual[i] - forecast[i])) / actual.length / scale;
    }

    /**
     * Overall weighted average of sMAPE and MASE relative to a reference method. Source: S. Makridakis, E. Spiliotis, V.
     * Assimakopoulos, The M4 competition, International Journal of Forecasting 36 (2020).
     */
    public static double owa(double smape, double mase, double referenceSmape, double referenceMase) {
        return (smape / referenceSmape + mase / referenceMase) / 2;
    }

    /**
     * The scaled interval score: width, plus {@code 2 / (1 - level)} times the miss, over the scale; its mean over series and
     * steps is the MSIS of the M4 competition. Source: T. Gneiting and A. Raftery, Strictly proper scoring rules, JASA 102
     * (2007).
     */
    public static double scaledIntervalScore(double actual, Interval interval, double scale) {
        double miss = Math.max(0, Math.max(interval.lower() - actual, actual - interval.upper()));
        return (interval.width() + 2 / (1 - interval.level()) * miss) / scale;
    }

    /** {@code (p - outcome)^2} of a forecast probability, outcome 0 or 1. Source: G. Brier, Monthly Weather Review 78 (1950). */
    public static double brier(double probability, int outcome) {
        return (probability - outcome) * (probability - outcome);
    }

    /** The pinball loss of a quantile. Source: R. Koenker and G. Bassett, Econometrica 46 (1978). */
    public static double pinball(double actual, double quantile, double probability) {
        double miss = actual - quantile;
        return miss >= 0 ? probability * miss : (probability - 1) * miss;
    }

    /**
     * The continuous ranked probability score of a sample: {@code mean |x - y| - mean |x - x'| / 2}. Source: T. Gneiting and
     * A. Raftery, JASA 102 (2007), equation 21.
     *
     * @param sorted the sample in ascending order
     */
    public static double crps(double actual, double[] sorted) {
        int n = sorted.length;
        double distance = CompensatedSum.over(n, i -> Math.abs(sorted[i] - actual)) / n;
        double spread = CompensatedSum.over(n, i -> (2.0 * i - n + 1) * sorted[i]) / n / n;
        return distance - spread;
    }

    /** The same score of a normal distribution, in closed form. */
    public static double crpsNormal(double actual, double mean, double standardDeviation) {
        double z = (actual - mean) / standardDeviation;
        return standardDeviation
                * (z * (2 * Probability.normalCdf(z) - 1) + 2 * Probability.normalDensity(z) - 1 / Math.sqrt(Math.PI));
    }

    /** The log score of a normal distribution: {@code -ln density}; less is better. */
    public static double logScoreNormal(double actual, double mean, double standardDeviation) {
        double z = (actual - mean) / standardDeviation;
        return StrictMath.log(standardDeviation) + (z * z + StrictMath.log(2 * Math.PI)) / 2;
    }
}
