package org.electrongap.growth;

/**
 * One measure of two regions in one year.
 *
 * @param technology technology
 * @param measure name of the measure
 * @param unit unit of the value
 * @param year the year that the measure is of
 * @param estimate the value or the refusal
 * @param a definition of the first region's figure
 * @param b definition of the second region's figure
 * @param preferred whether these are the series that speak for the pair
 */
record Comparison(
        String technology,
        String measure,
        String unit,
        int year,
        Estimate estimate,
        Definition a,
        Definition b,
        boolean preferred) {}
