package org.electrongap.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Every measure of one series. */
public final class SeriesGrowth {

    private SeriesGrowth() {}

    /**
     * The trajectory of a series: levels and changes of each year, growth rates and trends of its last unbroken stretch.
     *
     * @param series the series
     * @param total the total of the same region, source and edition; empty for a total itself or where there is none
     */
    public static List<Trajectory> of(Series series, Optional<Series> total) {
        List<Trajectory> rows = new ArrayList<>();
        Consumer<Trajectory> out = row -> rows.add(row.underCaveat(series.caveat()));
        new AnnualMeasures(series, total, out).compute();
        series.lastUsableYear().ifPresent(last -> ofStretch(series, last, out));
        return rows;
    }

    /** The levels and changes of each year alone, without contributions to a total. */
    static List<Trajectory> annual(Series series) {
        List<Trajectory> rows = new ArrayList<>();
        new AnnualMeasures(series, Optional.empty(), row -> rows.add(row.underCaveat(series.caveat()))).compute();
        return rows;
    }

    private static void ofStretch(Series series, int last, Consumer<Trajectory> out) {
        new CompoundGrowth(series, out).compute(last);
        new TrendMeasures(series, stretchStart(series, last), last, out).compute();
        int first = series.firstPositiveYear().orElse(series.points().get(0).year());
        new SlopeMeasures(series, out).compute(first, last);
    }

    /** The year of the last break, or of the first positive value. */
    private static int stretchStart(Series series, int last) {
        int start = series.firstPositiveYear().orElse(last);
        return Math.max(
                start,
                series.breakWithin(Integer.MIN_VALUE, last).map(Point::year).orElse(start));
    }
}
