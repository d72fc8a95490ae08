package org.electrongap.growth;

import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a series did between two years: both ends, like for like.
 *
 * @param before value of the earlier year
 * @param after value of the later year
 * @param years elapsed years
 * @param status ok, provisional or like_for_like
 * @param reason what the status means here
 */
record Change(double before, double after, int years, Status status, String reason) {

    /** A computation on a change. */
    interface Computation {
        Estimate of(Change change);
    }

    /** What the computation gives for the change between the two years, or why there is none. */
    static Estimate between(Series series, int from, int to, Computation computation) {
        return between(series, from, to, series.changedMembers(from, to), computation);
    }

    /** The same without the named members. */
    static Estimate between(Series series, int from, int to, TreeSet<String> leftOut, Computation computation) {
        Series rest = series.without(leftOut);
        return fault(rest, from, to).orElseGet(() -> {
            Change change = of(rest.at(from).orElseThrow(), rest.at(to).orElseThrow(), leftOut);
            Estimate estimate = computation.of(change);
            return change.status == Status.OK ? estimate : estimate.noted(change.status, change.reason);
        });
    }

    private static Change of(Point before, Point after, TreeSet<String> leftOut) {
        Status status = Status.OK;
        String reason = "";
        if (before.status() == Status.PROVISIONAL || after.status() == Status.PROVISIONAL) {
            Point provisional = after.status() == Status.PROVISIONAL ? after : before;
            status = Status.PROVISIONAL;
            reason = provisional.year() + ": " + provisional.reason();
        }
        if (!leftOut.isEmpty()) {
            status = Status.LIKE_FOR_LIKE;
            reason = "without " + String.join(", ", leftOut) + (reason.isEmpty() ? "" : "; " + reason);
        }
        return new Change(before.level(), after.level(), after.year() - before.year(), status, reason);
    }

    private static Optional<Estimate> fault(Series series, int from, int to) {
        for (int year : new int[] {to, from}) {
            Optional<Point> end = series.at(year);
            if (end.isEmpty()) {
                return refused(Status.GAP, "there is no value of " + year);
            }
            if (!end.get().entersChanges()) {
                return refused(end.get().status(), year + ": " + end.get().reason());
            }
        }
        return series.breakWithin(from, to)
                .flatMap(point -> refused(Status.BREAK, "would bridge " + point.year() + ": " + point.reason()));
    }

    private static Optional<Estimate> refused(Status status, String reason) {
        return Optional.of(Estimate.refused(status, reason, 2));
    }

    /** {@code after - before}, in the unit of the series. */
    Estimate net() {
        return Estimate.of(after - before, 2);
    }

    /** {@code after / before - 1}; refused unless the base is positive. */
    Estimate relative() {
        return before > 0 ? Estimate.of(after / before - 1, 2) : notPositive(before);
    }

    /** {@code (after / before)^(1 / years) - 1} over real elapsed years; refused unless both are positive. */
    Estimate compound() {
        if (!(before > 0) || !(after > 0)) {
            return notPositive(Math.min(before, after));
        }
        return Estimate.of(StrictMath.pow(after / before, 1.0 / years) - 1, 2);
    }

    private static Estimate notPositive(double value) {
        return Estimate.refused(
                Status.NOT_POSITIVE_BASE,
                String.format(Locale.ROOT, "a relative change of %s has no meaning", value),
                2);
    }
}
