/**
 * Forecasts of single series with intervals that are checked, backtests from rolling origins, and regressions that pool
 * across series.
 *
 * <p>Series come as a Dataset of {@link org.electrongap.forecast.SeriesTable}: one row a series, its values in an array. The
 * classes without Spark, {@link org.electrongap.forecast.RollingForecasts} and {@link
 * org.electrongap.forecast.PooledBounds}, do the work inside one pass over the partitions.
 */
package org.electrongap.forecast;
