package org.electrongap.growth;

/**
 * What is known about values of a panel and not said by the panel itself.
 *
 * @param metric the table concerned: capacity, generation or demand
 * @param region the region, or {@code *}
 * @param technology the technology, or {@code *}
 * @param yearFrom first year; for a break the first year of the new meaning
 * @param yearTo last year
 * @param source the series' source, or {@code *}
 * @param edition the series' edition, or {@code *}
 * @param kind what is the matter
 * @param reason one sentence
 */
public record Annotation(
        String metric,
        String region,
        String technology,
        int yearFrom,
        int yearTo,
        String source,
        String edition,
        Kind kind,
        String reason)
        implements java.io.Serializable {

    /** What can be the matter; the names in lower case are those of the table. The worst comes last. */
    public enum Kind {
        PROVISIONAL(Status.PROVISIONAL),
        CARRIED_FORWARD(Status.CARRIED_FORWARD),
        MIS_SPLIT(Status.MIS_SPLIT),
        BREAK(Status.BREAK),
        PARTIAL(Status.PARTIAL),
        NOT_INSTALLED(Status.NOT_INSTALLED),
        MISSING(Status.MISSING);

        private final Status status;

        Kind(Status status) {
            this.status = status;
        }

        Status status() {
            return status;
        }

        static Kind ofText(String text) {
            return valueOf(text.toUpperCase(java.util.Locale.ROOT));
        }
    }

    boolean concerns(SeriesKey key) {
        return metric.equals(key.metric().table())
                && matches(region, key.region())
                && matches(technology, key.technology())
                && matches(source, key.source())
                && matches(edition, key.edition());
    }

    boolean concerns(int year) {
        return kind == Kind.BREAK ? year == yearFrom : year >= yearFrom && year <= yearTo;
    }

    private static boolean matches(String pattern, String value) {
        return pattern.equals("*") || pattern.equals(value);
    }
}
