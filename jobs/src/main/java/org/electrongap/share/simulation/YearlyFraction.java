package org.electrongap.share.simulation;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A fraction of the load that changes over the years: rows for some years, linear between them. All rows of a path share one
 * shock, so a path that is high stays high.
 */
public final class YearlyFraction {

    private final String name;
    private final NavigableMap<Integer, Assumption> rows;

    private YearlyFraction(String name, NavigableMap<Integer, Assumption> rows) {
        this.name = name;
        this.rows = new TreeMap<>(rows);
    }

    /** The fraction of that name; empty when the assumptions have no rows for it. */
    public static Optional<YearlyFraction> of(String name, Assumptions assumptions) {
        NavigableMap<Integer, Assumption> rows = assumptions.byYear(name);
        return rows.isEmpty() ? Optional.empty() : Optional.of(new YearlyFraction(name, rows));
    }

    /** Whether rows stand on both sides of the year. */
    boolean covers(int year) {
        return rows.floorKey(year) != null && rows.ceilingKey(year) != null;
    }

    /** The central value of a year; empty where no rows stand on both sides of it. */
    public OptionalDouble central(int year) {
        if (!covers(year)) {
            return OptionalDouble.empty();
        }
        Assumption before = rows.floorEntry(year).getValue();
        Assumption after = rows.ceilingEntry(year).getValue();
        int span = after.year().getAsInt() - before.year().getAsInt();
        double weight = span == 0 ? 0 : (year - before.year().getAsInt()) / (double) span;
        return OptionalDouble.of(before.value() + weight * (after.value() - before.value()));
    }

    double[] draw(PathBlock block, int year) {
        Assumption before = rows.floorEntry(year).getValue();
        Assumption after = rows.ceilingEntry(year).getValue();
        int span = after.year().getAsInt() - before.year().getAsInt();
        double weight = span == 0 ? 0 : (year - before.year().getAsInt()) / (double) span;
        double[] shock = block.normals(name);
        double[] fraction = new double[block.size()];
        for (int i = 0; i < fraction.length; i++) {
            double first = before.clipped(before.value() + before.spreadOrZero() * shock[i]);
            double second = after.clipped(after.value() + after.spreadOrZero() * shock[i]);
            fraction[i] = first + weight * (second - first);
        }
        return fraction;
    }
}
