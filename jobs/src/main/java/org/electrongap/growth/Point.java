package org.electrongap.growth;

import java.util.OptionalDouble;

/**
 * One year of a series.
 *
 * @param year the calendar year
 * @param value the level, empty when there is none
 * @param stated what the source states or its parts add up to, whether or not that stands as the level
 * @param status what is known about it
 * @param reason why the status is not ok; empty otherwise
 * @param coverage part of an aggregate that is there, 0 to 1; 1 for a leaf
 * @param measured part of the value that does not merely repeat the year before, 0 to 1
 */
public record Point(
        int year, OptionalDouble value, double stated, Status status, String reason, double coverage, double measured) {

    /** A plain measured value. */
    public static Point of(int year, double value) {
        return new Point(year, OptionalDouble.of(value), value, Status.OK, "", 1, 1);
    }

    /** The same value with something to know about it. */
    public Point marked(Status newStatus, String newReason) {
        return new Point(year, value, stated, newStatus, newReason, coverage, measured);
    }

    Point carriedForward(String newReason) {
        return new Point(year, value, stated, Status.CARRIED_FORWARD, newReason, coverage, 0);
    }

    Point withoutValue(Status newStatus, String newReason) {
        return new Point(year, OptionalDouble.empty(), stated, newStatus, newReason, coverage, 0);
    }

    Point withValue(double newValue) {
        return new Point(year, OptionalDouble.of(newValue), newValue, status, reason, coverage, measured);
    }

    /** The value of a point that has one. */
    double level() {
        return value.getAsDouble();
    }

    boolean entersFits() {
        return value.isPresent() && status.entersFits();
    }

    boolean entersChanges() {
        return value.isPresent() && status.entersChanges();
    }
}
