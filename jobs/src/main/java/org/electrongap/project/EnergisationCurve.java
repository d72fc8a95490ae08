package org.electrongap.project;

import java.io.Serializable;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which part of what will be completed is energised by the end of a year.
 *
 * <p>Straight lines run through the assumed points, from nothing at the end of the as-of year, and on with the slope of the
 * last line up to 1. A curve that starts before the as-of year is taken conditional on not being energised yet. No project
 * is energised before the year that its source reports: the curve is its delay.
 *
 * @param asOfYear year up to which nothing of the pipeline is energised
 * @param points cumulative part by year, non-decreasing
 */
record EnergisationCurve(int asOfYear, SortedMap<Integer, Double> points) implements Serializable {

    EnergisationCurve {
        TreeMap<Integer, Double> copy = new TreeMap<>(points);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("a curve of energisation needs a point");
        }
        points = copy;
    }

    /** Part energised by the end of the year, given that none was at the end of the as-of year. */
    double by(int year) {
        if (year <= asOfYear) {
            return 0;
        }
        double already = points.firstKey() > asOfYear ? 0 : assumed(asOfYear);
        return already >= 1 ? 1 : Math.min(1, Math.max(0, (assumed(year) - already) / (1 - already)));
    }

    /** Part energised in the year itself of a project whose source reports an earliest year. */
    double in(int year, int reportedYear) {
        if (year < reportedYear) {
            return 0;
        }
        return year == Math.max(reportedYear, asOfYear + 1) ? by(year) : by(year) - by(year - 1);
    }

    private double assumed(int year) {
        Map.Entry<Integer, Double> before = null;
        for (Map.Entry<Integer, Double> point : points.entrySet()) {
            if (point.getKey() >= year) {
                return before == null ? fromNothing(year, point) : line(before, point, year);
            }
            before = point;
        }
        return beyondLast(year);
    }

    private double fromNothing(int year, Map.Entry<Integer, Double> first) {
        return first.getKey() <= asOfYear ? first.getValue() : line(Map.entry(asOfYear, 0.0), first, year);
    }

    private double beyondLast(int year) {
        int last = points.lastKey();
        SortedMap<Integer, Double> earlier = points.headMap(last);
        Map.Entry<Integer, Double> from = earlier.isEmpty()
                ? Map.entry(Math.min(asOfYear, last - 1), 0.0)
                : Map.entry(earlier.lastKey(), earlier.get(earlier.lastKey()));
        return Math.min(1, line(from, Map.entry(last, points.get(last)), year));
    }

    private static double line(Map.Entry<Integer, Double> a, Map.Entry<Integer, Double> b, int year) {
        double part = (double) (year - a.getKey()) / (b.getKey() - a.getKey());
        return a.getValue() + part * (b.getValue() - a.getValue());
    }
}
