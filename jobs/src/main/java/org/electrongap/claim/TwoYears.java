package org.electrongap.claim;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two years between which something changed.
 *
 * @param from the earlier year
 * @param to the later year
 */
record TwoYears(int from, int to) {

    private static final Pattern BOTH = Pattern.compile("\\b((?:19|20)\\d{2})\\b.*?\\b((?:19|20)\\d{2})\\b");
    private static final Pattern SINCE = Pattern.compile("\\b(?:since|from|after) ((?:19|20)\\d{2})\\b");

    /** The years that a statement names: two of them, or one since which something changed until the claim's own year. */
    static Optional<TwoYears> namedIn(String statement, OptionalInt year) {
        Matcher both = BOTH.matcher(statement);
        if (both.find()) {
            return Optional.of(new TwoYears(Integer.parseInt(both.group(1)), Integer.parseInt(both.group(2))))
                    .filter(years -> years.from < years.to);
        }
        Matcher since = SINCE.matcher(statement);
        return since.find() && year.isPresent()
                ? Optional.of(new TwoYears(Integer.parseInt(since.group(1)), year.getAsInt()))
                        .filter(years -> years.from < years.to)
                : Optional.empty();
    }

    /** As {@link #namedIn}, else the claim's year and the one before. */
    static Optional<TwoYears> of(Claim claim) {
        Optional<TwoYears> named = namedIn(claim.statement(), claim.year());
        return named.isPresent() || claim.year().isEmpty()
                ? named
                : Optional.of(
                        new TwoYears(claim.year().getAsInt() - 1, claim.year().getAsInt()));
    }

    int length() {
        return to - from;
    }
}
