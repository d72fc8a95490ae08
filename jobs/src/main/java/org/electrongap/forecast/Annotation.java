package org.electrongap.forecast;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A note on part of a series; {@code *} stands for every region, technology, source or edition.
 *
 * @param kind break, not_installed, missing, partial, mis_split, provisional or carried_forward
 */
record Annotation(
        String metric,
        String region,
        String technology,
        int yearFrom,
        int yearTo,
        String source,
        String edition,
        String kind,
        String reason)
        implements Serializable {

    /** Kinds whose values stay out of a fit of the series itself. */
    private static final Set<String> UNUSABLE = Set.of("missing", "not_installed", "partial", "mis_split");

    /** Kinds whose values also spoil a sum; a wrong split or an incomplete fuel leaves the sum right. */
    private static final Set<String> SPOILS_A_SUM = Set.of("missing", "not_installed");

    /** The notes of {@code core/annotations}: a short table, written by hand. */
    static List<Annotation> all(Dataset<Row> annotations) {
        return annotations
                .select(
                        "metric",
                        "region",
                        "technology",
                        "year_from",
                        "year_to",
                        "source",
                        "series_edition",
                        "kind",
                        "reason")
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> new Annotation(
                        row.getString(0),
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)))
                .sorted(java.util.Comparator.comparing(Annotation::toString))
                .toList();
    }

    boolean concerns(String ofMetric, String ofRegion, String ofSource, String ofEdition) {
        return metric.equals(ofMetric)
                && matches(region, ofRegion)
                && matches(source, ofSource)
                && matches(edition, ofEdition);
    }

    boolean concernsTechnology(String name) {
        return matches(technology, name);
    }

    boolean isBreak() {
        return kind.equals("break");
    }

    boolean makesUnusable(int year) {
        return UNUSABLE.contains(kind) && covers(year);
    }

    boolean spoilsSum(int year) {
        return SPOILS_A_SUM.contains(kind) && covers(year);
    }

    private boolean covers(int year) {
        return yearFrom <= year && year <= yearTo;
    }

    private static boolean matches(String pattern, String value) {
        return pattern.equals("*") || pattern.equals(value);
    }
}
