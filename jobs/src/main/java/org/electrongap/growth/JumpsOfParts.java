package org.electrongap.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Breaks of a part that show in a sum.
 *
 * <p>A fleet that moved under another name breaks its two parts and leaves the sum; one that entered the statistics breaks
 * the sum too. The values tell which: the sum is broken where it moved, against what it does in the years beside, in the
 * direction of the part and by at least half as much. A jump below 2.5 % of the sum drowns in the growth of an ordinary year
 * and breaks nothing but its part.
 */
final class JumpsOfParts {

    private static final double LEAST_SHARE = 0.5;
    private static final double LEAST_PART_OF_SUM = 0.025;

    private final Map<String, Series> byTechnology;
    private final Set<String> given;

    /**
     * The series of one region and edition.
     *
     * @param given the technologies that the source itself gives
     */
    JumpsOfParts(Map<String, Series> byTechnology, Set<String> given) {
        this.byTechnology = byTechnology;
        this.given = given;
    }

    /** All series, their sums broken where a broken part moved them. */
    List<Series> shownInSums() {
        List<Series> result = new ArrayList<>();
        byTechnology.forEach((technology, series) -> result.add(broken(series)));
        return result;
    }

    private Series broken(Series series) {
        Optional<TechnologyGroup> group = TechnologyGroup.of(series.key().technology());
        if (group.isEmpty()) {
            return series;
        }
        List<String> leaves = group.get().leaves(given);
        List<Point> points = new ArrayList<>();
        series.points().forEach(point -> points.add(broken(series, point, leaves)));
        return series.withPoints(points);
    }

    private Point broken(Series sum, Point point, List<String> leaves) {
        if (!point.entersChanges()) {
            return point;
        }
        return leaves.stream()
                .map(byTechnology::get)
                .filter(leaf -> movesWith(sum, leaf, point.year()))
                .findFirst()
                .map(leaf -> point.marked(
                        Status.BREAK,
                        leaf.key().technology() + ": "
                                + leaf.at(point.year()).orElseThrow().reason()))
                .orElse(point);
    }

    private static boolean movesWith(Series sum, Series leaf, int year) {
        boolean breaks =
                leaf.at(year).filter(point -> point.status() == Status.BREAK).isPresent();
        if (!breaks) {
            return false;
        }
        double jump = change(leaf, year);
        boolean material = Math.abs(jump) >= LEAST_PART_OF_SUM * value(sum, year);
        return material && excess(sum, year) / jump >= LEAST_SHARE;
    }

    /** What a sum changed by, beyond the mean change of the year before and the year after. */
    private static double excess(Series sum, int year) {
        double usual = IntStream.of(year - 1, year + 1)
                .mapToDouble(beside -> change(sum, beside))
                .filter(Double::isFinite)
                .average()
                .orElse(0);
        return change(sum, year) - usual;
    }

    private static double change(Series series, int year) {
        return value(series, year) - value(series, year - 1);
    }

    private static double value(Series series, int year) {
        return series.at(year).map(point -> point.value().orElse(Double.NaN)).orElse(Double.NaN);
    }
}
