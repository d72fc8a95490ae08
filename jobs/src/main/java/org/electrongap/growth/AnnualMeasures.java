package org.electrongap.growth;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Levels and what changed from one year to the next, one row a year. */
final class AnnualMeasures {

    static final String LEVEL = "level";
    static final String NET_CHANGE = "net_change";
    static final String YEAR_ON_YEAR = "year_on_year";
    static final String CONTRIBUTION = "contribution_to_growth";

    private static final String FRACTION = "fraction";

    private final Series series;
    private final Optional<Series> total;
    private final Consumer<Trajectory> out;

    AnnualMeasures(Series series, Optional<Series> total, Consumer<Trajectory> out) {
        this.series = series;
        this.total = total;
        this.out = out;
    }

    void compute() {
        List<Point> points = series.points();
        for (int i = 0; i < points.size(); i++) {
            level(points.get(i));
            if (i > 0) {
                changes(points.get(i - 1).year(), points.get(i).year());
            }
        }
    }

    private void level(Point point) {
        Estimate estimate = new Estimate(point.value(), Optional.empty(), 1, point.status(), point.reason());
        out.accept(new Trajectory(
                LEVEL,
                series.key().metric().unit(),
                point.year(),
                point.year(),
                estimate,
                point.coverage(),
                point.measured()));
    }

    private void changes(int before, int year) {
        String unit = series.key().metric().unit();
        if (year - before != 1) {
            Estimate gap = Estimate.refused(
                    Status.GAP, "the value before " + year + " is that of " + before + ", not one year earlier", 2);
            emit(NET_CHANGE, unit, year, gap);
            emit(YEAR_ON_YEAR, FRACTION, year, gap);
            return;
        }
        emit(NET_CHANGE, unit, year, Change.between(series, before, year, Change::net));
        emit(YEAR_ON_YEAR, FRACTION, year, Change.between(series, before, year, Change::relative));
        total.ifPresent(whole -> emit(CONTRIBUTION, FRACTION, year, contribution(whole, year)));
    }

    /** Net change of the technology over the total of the year before; the parts of a total add up to its growth. */
    private Estimate contribution(Series whole, int year) {
        TreeSet<String> leftOut = series.changedMembers(year - 1, year);
        leftOut.addAll(whole.changedMembers(year - 1, year));
        return Change.between(
                whole,
                year - 1,
                year,
                leftOut,
                base -> base.before() > 0
                        ? Change.between(
                                series,
                                year - 1,
                                year,
                                leftOut,
                                change -> Estimate.of((change.after() - change.before()) / base.before(), 2))
                        : base.relative());
    }

    private void emit(String measure, String unit, int year, Estimate estimate) {
        out.accept(Trajectory.of(measure, unit, year - 1, year, estimate));
    }
}
