package org.electrongap.growth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * One region's series in a comparison, read back from its trajectory.
 *
 * @param definition what it is
 * @param preferred whether it speaks for its region
 * @param series its levels
 * @param netChanges net change by year
 * @param growth year-on-year growth by year
 */
record Side(
        Definition definition,
        boolean preferred,
        Series series,
        Map<Integer, Estimate> netChanges,
        Map<Integer, Estimate> growth) {

    /** The series of one region, technology and metric, each source and basis apart. */
    static List<Side> read(Metric metric, Collection<TrajectoryCell> cells) {
        Map<Definition, List<TrajectoryCell>> byDefinition = new TreeMap<>();
        cells.forEach(cell -> byDefinition
                .computeIfAbsent(cell.definition(), key -> new ArrayList<>())
                .add(cell));
        return byDefinition.values().stream()
                .map(own -> of(metric, own))
                .filter(side -> !side.series.points().isEmpty())
                .toList();
    }

    private static Side of(Metric metric, List<TrajectoryCell> cells) {
        TrajectoryCell one = cells.get(0);
        Definition definition = one.definition();
        SeriesKey key = new SeriesKey(
                one.region(),
                one.technology(),
                metric,
                definition.basis(),
                definition.source(),
                definition.edition(),
                LocalDate.EPOCH);
        List<Point> points = cells.stream()
                .filter(cell -> cell.measure().equals(AnnualMeasures.LEVEL))
                .map(TrajectoryCell::point)
                .sorted(Comparator.comparingInt(Point::year))
                .toList();
        return new Side(
                definition,
                one.preferred(),
                partialThroughout(Series.asPublished(key, points)),
                estimates(cells, AnnualMeasures.NET_CHANGE),
                estimates(cells, AnnualMeasures.YEAR_ON_YEAR));
    }

    /** Levels that are partial in all years alike compare with each other. */
    private static Series partialThroughout(Series series) {
        List<Point> stated = series.points().stream()
                .filter(point -> point.value().isPresent())
                .toList();
        boolean partial = !stated.isEmpty()
                && stated.stream()
                        .filter(point -> point.status() != Status.CARRIED_FORWARD)
                        .allMatch(point -> point.status() == Status.PARTIAL);
        if (!partial) {
            return series;
        }
        List<Point> plain = series.points().stream()
                .map(point -> point.status() == Status.PARTIAL ? point.marked(Status.OK, "") : point)
                .toList();
        return series.withPoints(plain).withCaveat(stated.get(stated.size() - 1).reason());
    }

    private static Map<Integer, Estimate> estimates(List<TrajectoryCell> cells, String measure) {
        Map<Integer, Estimate> estimates = new TreeMap<>();
        cells.stream()
                .filter(cell -> cell.measure().equals(measure))
                .forEach(cell -> estimates.put(cell.year(), cell.estimate()));
        return estimates;
    }

    Estimate netChange(int year) {
        return netChanges.getOrDefault(year, absent(year));
    }

    Estimate growth(int year) {
        return growth.getOrDefault(year, absent(year));
    }

    /** The level as an estimate. */
    Estimate level(int year) {
        return series.at(year)
                .map(point ->
                        new Estimate(point.value(), java.util.Optional.empty(), 1, point.status(), point.reason()))
                .orElseGet(() -> absent(year));
    }

    private Estimate absent(int year) {
        return Estimate.refused(
                Status.MISSING, series.key().region() + " has no value of " + year + " in this source", 0);
    }

    OptionalDouble value(int year) {
        return level(year).value();
    }
}
