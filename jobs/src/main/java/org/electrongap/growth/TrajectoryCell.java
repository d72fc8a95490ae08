package org.electrongap.growth;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One row of trajectories, or one figure of gross additions or of storage, on its way into a comparison.
 *
 * @param region region
 * @param technology technology
 * @param measure level, net_change, year_on_year, gross_additions or storage_change
 * @param year the last year of the period
 * @param value the value, where there is one
 * @param status its status
 * @param reason what the status means
 * @param definition basis, source and edition
 * @param published when the figure was put out, as text
 * @param preferred whether the source speaks for the region
 */
record TrajectoryCell(
        String region,
        String technology,
        String measure,
        int year,
        OptionalDouble value,
        Status status,
        String reason,
        Definition definition,
        String published,
        boolean preferred) {

    /** Total order of the rows of a comparison. */
    static final Comparator<TrajectoryCell> ORDER = Comparator.comparing(TrajectoryCell::region)
            .thenComparing(TrajectoryCell::technology)
            .thenComparing(TrajectoryCell::measure)
            .thenComparingInt(TrajectoryCell::year)
            .thenComparing(TrajectoryCell::published)
            .thenComparing(TrajectoryCell::definition);

    Point point() {
        return new Point(year, value, value.orElse(0), status, reason, 1, 1);
    }

    Estimate estimate() {
        return new Estimate(value, Optional.empty(), 2, status, reason);
    }
}
