package org.electrongap.growth;

import java.util.Optional;
import java.util.OptionalDouble;
import org.electrongap.statistics.Interval;

/**
 * What a measure gives: a finite value with its status, or no value and why.
 *
 * @param value the value, empty after a refusal
 * @param interval where it lies, where that is known
 * @param n number of points that it rests on
 * @param status how it came about, or what prevents it
 * @param reason one sentence, empty only when the status is ok
 */
public record Estimate(OptionalDouble value, Optional<Interval> interval, int n, Status status, String reason) {

    /** A value without an interval. */
    static Estimate of(double value, int n) {
        return new Estimate(OptionalDouble.of(value), Optional.empty(), n, Status.OK, "").finite();
    }

    /** A value with its interval. */
    static Estimate of(double value, Interval interval, int n) {
        return new Estimate(OptionalDouble.of(value), Optional.of(interval), n, Status.OK, "").finite();
    }

    /** No value. */
    static Estimate refused(Status status, String reason, int n) {
        return new Estimate(OptionalDouble.empty(), Optional.empty(), n, status, reason);
    }

    /** The same value with a status that says more; a refusal stays what it is. */
    Estimate noted(Status newStatus, String newReason) {
        return value.isEmpty() ? this : new Estimate(value, interval, n, newStatus, newReason);
    }

    private Estimate finite() {
        return Double.isFinite(value.getAsDouble())
                ? this
                : refused(Status.NO_VARIATION, "the result is not a finite number", n);
    }
}
