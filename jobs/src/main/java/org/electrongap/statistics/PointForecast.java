package org.electrongap.statistics;

/** A way to continue a series of equally spaced values. */
@FunctionalInterface
public interface PointForecast {

    /**
     * The next values.
     *
     * @param values the past, oldest first, finite, at least three
     * @param horizon how many values to forecast, at least 1
     * @return the forecasts of steps 1 to {@code horizon}
     */
    double[] of(double[] values, int horizon);
}
