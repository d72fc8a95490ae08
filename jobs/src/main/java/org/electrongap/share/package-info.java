/**
 * The share of the electricity load that data centres and AI take: load history, published forecasts and judged inputs in,
 * distributions by year out. Datasets in, Datasets out; the mathematics lies in {@code share.simulation}.
 */
package org.electrongap.share;
