package org.electrongap.growth;

/**
 * One measure of a series over one period.
 *
 * @param measure name of the measure
 * @param unit unit of the value
 * @param from first calendar year of the period
 * @param to last calendar year of the period
 * @param estimate the value or the refusal
 * @param coverage part of an aggregate that is there
 * @param measured part of the value that does not merely repeat the year before
 */
public record Trajectory(
        String measure, String unit, int from, int to, Estimate estimate, double coverage, double measured) {

    static Trajectory of(String measure, String unit, int from, int to, Estimate estimate) {
        return new Trajectory(measure, unit, from, to, estimate, 1, 1);
    }

    /** The same row of a series that is partial in all its years alike; an empty caveat changes nothing. */
    Trajectory underCaveat(String caveat) {
        if (caveat.isEmpty() || estimate.status() != Status.OK) {
            return this;
        }
        return new Trajectory(measure, unit, from, to, estimate.noted(Status.PARTIAL, caveat), coverage, measured);
    }
}
