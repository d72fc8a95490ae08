/**
 * The simulation of the share of the load: judged inputs, components, pool, floor. Plain Java, no Spark.
 *
 * <p>Every random variable of every block of paths has a stream of its own, keyed by seed, name and block. So the paths are
 * the same to the last bit however many threads draw them, and moving one assumption moves no other draw.
 */
package org.electrongap.share.simulation;
