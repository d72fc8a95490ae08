/**
 * Growth: what each region's capacity, generation and demand did, and how two regions compare.
 *
 * <p>{@link org.electrongap.growth.GrowthTrajectories} turns the core tables into one row a measure and period;
 * {@link org.electrongap.growth.Comparisons} sets regions of those rows against each other. Everything between is plain Java
 * over one region's series at a time, in one pass: no value is filled in, no fit bridges a change of meaning, and a measure
 * that has no value has a {@link org.electrongap.growth.Status} and a reason.
 */
package org.electrongap.growth;
