/**
 * Data-centre projects: which records describe one campus, how much of what is announced is unique, and how much of that is
 * expected to be built.
 *
 * <p>{@link org.electrongap.project.ProjectResolution} links records (Fellegi and Sunter 1969) and decides which of them
 * count, {@link org.electrongap.project.Conservation} proves that no MW got lost, {@link org.electrongap.project.Pipeline}
 * turns what counts into expected power, {@link org.electrongap.project.SupplyAndCommitments} reports what is no load, and
 * {@link org.electrongap.project.ConversionRates} how often a stage led to the next.
 *
 * <p>Weights, limits, aliases and words are rows of {@code project/*.csv} in the jobs jar, each with its reason.
 */
package org.electrongap.project;
