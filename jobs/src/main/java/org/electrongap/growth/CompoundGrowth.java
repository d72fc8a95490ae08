package org.electrongap.growth;

import java.util.OptionalInt;
import java.util.function.Consumer;

/** Compound annual growth rates that end with the last usable year. */
final class CompoundGrowth {

    private static final int[] SPANS = {3, 5, 10};
    private static final String UNIT = "fraction per year";

    private final Series series;
    private final Consumer<Trajectory> out;

    CompoundGrowth(Series series, Consumer<Trajectory> out) {
        this.series = series;
        this.out = out;
    }

    void compute(int last) {
        for (int span : SPANS) {
            emit("cagr_" + span, last - span, last, Change.between(series, last - span, last, Change::compound));
        }
        OptionalInt start = start(last);
        if (start.isPresent() && start.getAsInt() < last) {
            int from = start.getAsInt();
            emit("cagr_start", from, last, Change.between(series, from, last, Change::compound));
        } else {
            Estimate refusal = Estimate.refused(
                    Status.TOO_FEW_POINTS, "there is no positive value before " + last + " to grow from", 0);
            emit("cagr_start", last, last, refusal);
        }
    }

    /** The first usable positive value of the last unbroken stretch. */
    private OptionalInt start(int last) {
        int from = series.breakWithin(Integer.MIN_VALUE, last).map(Point::year).orElse(Integer.MIN_VALUE);
        return series.points().stream()
                .filter(point -> point.year() >= from && point.entersChanges() && point.level() > 0)
                .mapToInt(Point::year)
                .findFirst();
    }

    private void emit(String measure, int from, int to, Estimate estimate) {
        out.accept(Trajectory.of(measure, UNIT, from, to, estimate));
    }
}
