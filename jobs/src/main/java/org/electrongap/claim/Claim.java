package org.electrongap.claim;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One claim as somebody made it.
 *
 * @param id identity, carried to the verdict and used for nothing else
 * @param article where it stands; claims of one article are held against each other
 * @param subject what it is about
 * @param metric what is claimed of it
 * @param region region code, several joined by {@code +}; empty where none is named
 * @param comparisonRegion region compared with; empty where none is
 * @param year year that it speaks of
 * @param value the claimed value in {@code unit}, a date as days since 1970; empty where it names none
 * @param halfDigit half of the last printed digit, in {@code unit}
 * @param written the value as printed
 * @param unit unit of the value
 * @param comparator how the value is meant
 * @param basis basis that the claim names; empty where it names none
 * @param comparison ratio, difference or share of two regions; empty where not said
 * @param statement the claim in words
 */
record Claim(
        String id,
        String article,
        String subject,
        String metric,
        String region,
        String comparisonRegion,
        OptionalInt year,
        Optional<Span> value,
        double halfDigit,
        String written,
        Unit unit,
        Comparator comparator,
        String basis,
        String comparison,
        String statement) {

    /** Subject, metric and statement: all that says what is asked. */
    String words() {
        return subject + ". " + metric.replace('_', ' ') + ". " + statement;
    }
}
