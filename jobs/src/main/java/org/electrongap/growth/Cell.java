package org.electrongap.growth;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * One value of a core table, whatever table it is.
 *
 * @param region region of the value, which in the panel of an aggregate may be that of a member
 * @param year calendar year
 * @param technology technology, {@code total} for demand
 * @param value the value in the unit of the metric
 * @param basis what is counted
 * @param source who published it
 * @param edition the edition as written
 * @param published from when it is visible
 * @param grade how the figure was seen
 * @param maturity final, provisional, carried_forward, or empty
 */
record Cell(
        String region,
        int year,
        String technology,
        double value,
        String basis,
        String source,
        String edition,
        LocalDate published,
        String grade,
        String maturity) {

    /** Total order of the cells of one metric: no two rows of a core table are equal in all of it. */
    static final Comparator<Cell> ORDER = Comparator.comparing(Cell::region)
            .thenComparing(Cell::basis)
            .thenComparing(Cell::source)
            .thenComparing(Cell::published)
            .thenComparing(Cell::edition)
            .thenComparing(Cell::technology)
            .thenComparingInt(Cell::year)
            .thenComparingDouble(Cell::value);

    SeriesKey key(Metric metric) {
        return new SeriesKey(region, technology, metric, basis, source, edition, published);
    }

    Point point() {
        Point plain = Point.of(year, value);
        if (grade.equals("recalled") || grade.equals("single_article")) {
            return plain.marked(Status.UNVERIFIED, "graded " + grade);
        }
        return switch (maturity) {
            case "provisional" -> plain.marked(Status.PROVISIONAL, "the source calls it provisional");
            case "carried_forward" -> plain.carriedForward("the source repeats an older value");
            default -> plain;
        };
    }
}
