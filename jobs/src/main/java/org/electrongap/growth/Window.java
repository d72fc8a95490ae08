package org.electrongap.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The points of a series between two years that a fit may use.
 *
 * <p>Years are real; no gap is filled. Left out are values that are provisional, carried forward, unverified or of another
 * meaning, and zeros before the first positive value. There is no window across a break, with a zero inside, or with fewer
 * points than {@link #LEAST_POINTS}. From an aggregate the members whose meaning changed in the window are taken away.
 */
record Window(double[] years, double[] values, Optional<Estimate> refusal, String leftOut) {

    /** A line through fewer points has no standard error. */
    static final int LEAST_POINTS = 3;

    private static final double[] NONE = {};

    /** The window of the years {@code from} to {@code to}, both included. */
    static Window of(Series series, int from, int to) {
        TreeSet<String> changed = series.changedMembers(from, to);
        Series whole = series.without(changed);
        OptionalInt first = whole.firstPositiveYear();
        List<Point> points = new ArrayList<>();
        for (Point point : whole.points()) {
            boolean inside = point.year() >= from && point.year() <= to;
            if (inside && point.entersFits() && first.isPresent() && point.year() >= first.getAsInt()) {
                points.add(point);
            }
        }
        return fault(whole, points)
                .map(fault -> new Window(NONE, NONE, Optional.of(fault), ""))
                .orElseGet(() -> new Window(
                        points.stream().mapToDouble(Point::year).toArray(),
                        points.stream().mapToDouble(Point::level).toArray(),
                        Optional.empty(),
                        changed.isEmpty() ? "" : "without " + String.join(", ", changed)));
    }

    private static Optional<Estimate> fault(Series series, List<Point> points) {
        int n = points.size();
        if (n > 0) {
            Optional<Point> bridged =
                    series.breakWithin(points.get(0).year(), points.get(n - 1).year());
            if (bridged.isPresent()) {
                Point point = bridged.get();
                return refusal(Status.BREAK, "would bridge " + point.year() + ": " + point.reason(), n);
            }
        }
        Optional<Point> zero =
                points.stream().filter(point -> !(point.level() > 0)).findFirst();
        if (zero.isPresent()) {
            String reason = String.format(
                    Locale.ROOT,
                    "the value of %d is %s",
                    zero.get().year(),
                    zero.get().level());
            return refusal(Status.INTERIOR_ZERO, reason, n);
        }
        return n < LEAST_POINTS
                ? refusal(Status.TOO_FEW_POINTS, "needs " + LEAST_POINTS + " measured points, has " + n, n)
                : Optional.empty();
    }

    private static Optional<Estimate> refusal(Status status, String reason, int n) {
        return Optional.of(Estimate.refused(status, reason, n));
    }

    int n() {
        return years.length;
    }

    /** What the computation gives for the window, or the window's refusal. */
    Estimate estimate(Function<Window, Estimate> computation) {
        return refusal.orElseGet(() -> {
            Estimate estimate = computation.apply(this);
            return leftOut.isEmpty() || estimate.status() != Status.OK
                    ? estimate
                    : estimate.noted(Status.LIKE_FOR_LIKE, leftOut);
        });
    }
}
