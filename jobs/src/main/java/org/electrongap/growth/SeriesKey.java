package org.electrongap.growth;

import java.time.LocalDate;

/**
 * What identifies a series: never more than one source and one edition.
 *
 * @param region code of the region
 * @param technology what makes the electricity, or {@code total}, {@code fossil}, {@code renewable}
 * @param metric what is measured
 * @param basis what is counted
 * @param source who published it, and in what
 * @param edition the edition, as written
 * @param published the day from which the edition is visible
 */
public record SeriesKey(
        String region,
        String technology,
        Metric metric,
        String basis,
        String source,
        String edition,
        LocalDate published) {

    SeriesKey ofTechnology(String other) {
        return new SeriesKey(region, other, metric, basis, source, edition, published);
    }

    boolean sameEdition(SeriesKey other) {
        return metric == other.metric
                && basis.equals(other.basis)
                && source.equals(other.source)
                && edition.equals(other.edition);
    }
}
