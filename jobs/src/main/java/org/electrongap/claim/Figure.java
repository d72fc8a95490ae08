package org.electrongap.claim;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One figure of a table, as evidence.
 *
 * @param table the table, written {@code core/market}
 * @param subject what it is about; a project's name and parties; empty in a panel
 * @param quantity which property of it: a series, a column or a project's property
 * @param region region code; empty where the table names none
 * @param technology technology of a panel; empty elsewhere
 * @param period year, date or period as written; empty where none is known
 * @param value value or range in {@code unit}, a date as days since 1970
 * @param unit unit of the value
 * @param basis what is counted, in the table's words
 * @param kind actual, planned, forecast, threshold and so on; empty where the table has no such word
 * @param scope scope of a data-centre figure; empty elsewhere
 * @param source who published it
 * @param edition when it was published
 * @param grade how it was seen
 */
record Figure(
        String table,
        String subject,
        String quantity,
        String region,
        String technology,
        String period,
        Span value,
        Unit unit,
        String basis,
        String kind,
        String scope,
        String source,
        String edition,
        String grade) {

    /** The days of the period, where one is known. */
    Optional<DateSpan> days() {
        return DateSpan.parse(period);
    }

    /** The last year of the period. */
    OptionalInt year() {
        return days().map(days -> OptionalInt.of(days.last().getYear())).orElse(OptionalInt.empty());
    }

    boolean speaksOf(int year) {
        return days().map(days -> days.touchesYear(year)).orElse(false);
    }

    /** Source and edition as a reader cites them. */
    String citation() {
        return edition.isEmpty() ? source : source + ", " + edition;
    }

    /** The value with its unit, as a reader reads it. */
    String valueText() {
        return Numbers.text(value, unit);
    }
}
