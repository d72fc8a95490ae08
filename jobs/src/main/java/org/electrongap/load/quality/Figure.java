package org.electrongap.load.quality;

/**
 * One figure of a yearly panel.
 *
 * @param metric {@code capacity_gw} or {@code generation_twh}
 * @param edition the edition that gives it
 * @param basis what it measures
 * @param technology the technology
 * @param year the year
 * @param value the figure, in the unit that the metric names
 */
record Figure(String metric, String edition, String basis, String technology, int year, double value) {

    static final String CAPACITY = "capacity_gw";
    static final String GENERATION = "generation_twh";

    boolean isCapacity() {
        return metric.equals(CAPACITY);
    }
}
