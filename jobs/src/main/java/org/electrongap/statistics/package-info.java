/**
 * The mathematics: regression, trends, forecasts of one series, intervals and scores, as pure Java.
 *
 * <p>Nothing here knows Spark, tables or units. A computation that cannot be done returns an {@link
 * org.electrongap.statistics.Outcome} that says why; no method returns NaN or an infinity. Sums are compensated and taken in
 * the order of the input, and elementary functions are those of {@code StrictMath}: the same input gives the same bits on
 * every machine.
 */
package org.electrongap.statistics;
