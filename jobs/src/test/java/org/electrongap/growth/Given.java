package org.electrongap.growth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Series and cells as tests need them. */
final class Given {

    static final String SOURCE = "a source";

    private Given() {}

    static SeriesKey key(String region, String technology) {
        return new SeriesKey(
                region, technology, Metric.CAPACITY_GW, "installed", SOURCE, "2025", LocalDate.of(2025, 3, 1));
    }

    static Series series(int firstYear, double... values) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(Point.of(firstYear + i, values[i]));
        }
        return Series.asPublished(key("AAA", "total"), points);
    }

    static Series series(int firstYear, int lastYear, IntToDoubleFunction value) {
        double[] values = new double[lastYear - firstYear + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.applyAsDouble(i);
        }
        return series(firstYear, values);
    }

    static Series marked(Series series, int year, Status status) {
        return series.withPoints(series.points().stream()
                .map(point -> point.year() == year ? point.marked(status, "a known reason") : point)
                .toList());
    }

    static Series without(Series series, int year) {
        return series.withPoints(
                series.points().stream().filter(point -> point.year() != year).toList());
    }

    static Cell cell(String region, String technology, int year, double value) {
        return cell(region, technology, year, value, "2025");
    }

    static Cell cell(String region, String technology, int year, double value, String edition) {
        return new Cell(
                region,
                year,
                technology,
                value,
                "installed",
                SOURCE,
                edition,
                LocalDate.of(Integer.parseInt(edition), 3, 1),
                "primary",
                "");
    }

    static Annotation note(String region, String technology, int year, Annotation.Kind kind) {
        return new Annotation("capacity", region, technology, year, year, SOURCE, "*", kind, "a known reason");
    }

    static Estimate measure(Series series, String measure, int year) {
        return measure(SeriesGrowth.of(series, Optional.empty()), measure, year);
    }

    static Estimate measure(List<Trajectory> rows, String measure, int year) {
        List<Estimate> found = rows.stream()
                .filter(row -> row.measure().equals(measure) && row.to() == year)
                .map(Trajectory::estimate)
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(measure + " " + year + ": " + found.size() + " rows");
        }
        return found.get(0);
    }

    static Series of(List<Series> panel, String technology) {
        return panel.stream()
                .filter(series -> series.key().technology().equals(technology))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no series " + technology));
    }
}
