package org.electrongap.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.electrongap.statistics.CompensatedSum;

/**
 * A technology group as the sum of the technologies that a source gives.
 *
 * <p>Sources leave out a technology that is not reported or zero. When one is absent that the last accepted year had, the
 * coverage of the sum is its value over that year's; below {@link #LEAST_COVERAGE} the sum has no value until it is back
 * above, so that a big technology which is missing in the last year does not look like a fall. A fleet that moved under
 * another name keeps the coverage.
 */
final class LeafSum {

    /** A sum that covers less has no value. */
    static final double LEAST_COVERAGE = 0.95;

    private final SeriesKey key;
    private final List<Series> leaves;
    private final Annotations annotations;
    private double accepted = Double.NaN;
    private TreeSet<String> acceptedLeaves = new TreeSet<>();

    private LeafSum(SeriesKey key, List<Series> leaves, Annotations annotations) {
        this.key = key;
        this.leaves = leaves;
        this.annotations = annotations;
    }

    /** The sum of the leaves, each year that at least one of them has. */
    static Series of(SeriesKey key, List<Series> leaves, Annotations annotations) {
        LeafSum sum = new LeafSum(key, leaves, annotations);
        TreeSet<Integer> years = new TreeSet<>();
        leaves.forEach(leaf -> leaf.points().forEach(point -> years.add(point.year())));
        List<Point> points = new ArrayList<>();
        years.forEach(year -> points.add(sum.at(year)));
        return new Series(key, Series.Derivation.SUM_OF_LEAVES, points, List.of(), "");
    }

    private Point at(int year) {
        CompensatedSum value = new CompensatedSum();
        CompensatedSum measured = new CompensatedSum();
        TreeSet<String> present = new TreeSet<>();
        List<Point> parts = new ArrayList<>();
        for (Series leaf : leaves) {
            leaf.at(year).filter(point -> point.value().isPresent()).ifPresent(point -> {
                value.add(point.level());
                measured.add(point.level() * point.measured());
                present.add(leaf.key().technology());
                parts.add(point);
            });
        }
        double share = value.value() > 0 ? Math.min(1, measured.value() / value.value()) : 1;
        return covered(Point.of(year, value.value()), present, share, parts);
    }

    private Point covered(Point sum, TreeSet<String> present, double measured, List<Point> parts) {
        TreeSet<String> absent = new TreeSet<>(acceptedLeaves);
        absent.removeAll(present);
        double coverage = absent.isEmpty() || !(accepted > 0) ? 1 : Math.max(0, Math.min(1, sum.level() / accepted));
        Point point = new Point(sum.year(), sum.value(), sum.stated(), Status.OK, "", coverage, measured);
        if (present.isEmpty() || coverage < LEAST_COVERAGE) {
            return point.withoutValue(
                    Status.PARTIAL,
                    String.format(Locale.ROOT, "without %s the sum covers %.1f %%", absent, 100 * coverage));
        }
        accepted = sum.level();
        acceptedLeaves = present;
        return inherited(point, present, parts);
    }

    /** What is known about a part is known about the sum; what a part lacks, another part may have. */
    private Point inherited(Point sum, Set<String> present, List<Point> parts) {
        if (sum.measured() == 0 && sum.level() > 0) {
            return sum.carriedForward("every part repeats the year before");
        }
        TreeSet<String> misSplit = annotations.misSplit(key, sum.year());
        Point worst = sum;
        for (Point part : parts) {
            boolean healed = part.status() == Status.MIS_SPLIT && present.containsAll(misSplit);
            if (!healed && passesOn(part.status()) && part.status().compareTo(worst.status()) > 0) {
                worst = sum.marked(part.status(), part.reason());
            }
        }
        return worst;
    }

    private static boolean passesOn(Status status) {
        return switch (status) {
            case PROVISIONAL, MIS_SPLIT, NOT_INSTALLED, UNVERIFIED -> true;
            default -> false;
        };
    }
}
