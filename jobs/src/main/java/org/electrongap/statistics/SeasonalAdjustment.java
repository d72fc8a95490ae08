package org.electrongap.statistics;

import java.util.Arrays;

/**
 * The season of a series, taken out before a forecast and put back after it.
 *
 * <p>Classical decomposition about a centred moving average: multiplicative for positive series, additive for others. Season
 * is assumed when the autocorrelation at the seasonal lag passes the 90 % limit of the M4 competition, {@code 1.645 sqrt((1 +
 * 2 S_{i < m} r_i^2) / n)}, and there are three full seasons. Source: S. Makridakis, E. Spiliotis, V. Assimakopoulos,
 * International Journal of Forecasting 36 (2020), appendix A.
 */
public final class SeasonalAdjustment {

    private static final double LIMIT = 1.645;

    private final double[] indices;
    private final boolean multiplicative;

    private SeasonalAdjustment(double[] indices, boolean multiplicative) {
        this.indices = indices;
        this.multiplicative = multiplicative;
    }

    /** The season of the values, with {@code period} values a year; none for period 1. */
    public static SeasonalAdjustment of(double[] values, int period) {
        if (period < 2 || values.length < 3 * period || !isSeasonal(values, period)) {
            return new SeasonalAdjustment(new double[] {0}, false);
        }
        boolean positive = Arrays.stream(values).allMatch(value -> value > 0);
        return new SeasonalAdjustment(indices(values, period, positive), positive);
    }

    /** Whether a season was found. */
    public boolean found() {
        return indices.length > 1;
    }

    /** The values without the season. */
    public double[] remove(double[] values) {
        double[] adjusted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double index = indices[i % indices.length];
            adjusted[i] = multiplicative ? values[i] / index : values[i] - index;
        }
        return adjusted;
    }

    /** Forecasts with the season put back, the first of them following {@code n} values. */
    public double[] restore(double[] forecast, int n) {
        double[] seasonal = new double[forecast.length];
        for (int h = 0; h < forecast.length; h++) {
            double index = indices[(n + h) % indices.length];
            seasonal[h] = multiplicative ? forecast[h] * index : forecast[h] + index;
        }
        return seasonal;
    }

    private static boolean isSeasonal(double[] values, int period) {
        double mean = CompensatedSum.mean(values);
        double variance = autocovariance(values, mean, 0);
        if (!(variance > 0)) {
            return false;
        }
        double squares = 0;
        for (int lag = 1; lag < period; lag++) {
            double r = autocovariance(values, mean, lag) / variance;
            squares += r * r;
        }
        double limit = LIMIT * Math.sqrt((1 + 2 * squares) / values.length);
        return Math.abs(autocovariance(values, mean, period) / variance) > limit;
    }

    private static double autocovariance(double[] values, double mean, int lag) {
        return CompensatedSum.over(values.length - lag, i -> (values[i] - mean) * (values[i + lag] - mean));
    }

    private static double[] indices(double[] values, int period, boolean multiplicative) {
        double[] smooth = centredAverage(values, period);
        int edge = period / 2;
        double[] indices = new double[period];
        for (int season = 0; season < period; season++) {
            CompensatedSum sum = new CompensatedSum();
            int count = 0;
            for (int i = season; i < values.length - edge; i += period) {
                if (i >= edge) {
                    sum.add(multiplicative ? values[i] / smooth[i] : values[i] - smooth[i]);
                    count++;
                }
            }
            indices[season] = sum.value() / count;
        }
        return normalised(indices, multiplicative);
    }

    private static double[] normalised(double[] indices, boolean multiplicative) {
        double mean = CompensatedSum.mean(indices);
        return Arrays.stream(indices)
                .map(index -> multiplicative ? index / mean : index - mean)
                .toArray();
    }

    private static double[] centredAverage(double[] values, int period) {
        double[] smooth = new double[values.length];
        int edge = period / 2;
        double endWeight = period % 2 == 0 ? 0.5 : 1;
        for (int i = edge; i < values.length - edge; i++) {
            CompensatedSum sum = new CompensatedSum();
            for (int j = -edge; j <= edge; j++) {
                sum.add((Math.abs(j) == edge ? endWeight : 1) * values[i + j]);
            }
            smooth[i] = sum.value() / period;
        }
        return smooth;
    }
}
