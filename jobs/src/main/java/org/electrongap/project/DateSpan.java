package org.electrongap.project;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as precisely as its source gave it: all days from the first to the last that it may mean.
 *
 * @param first first day
 * @param last last day, not before the first
 */
public record DateSpan(LocalDate first, LocalDate last) {

    private static final Pattern PART = Pattern.compile("(\\d{4})-([QH])([1-4])");
    private static final int MONTHS_OF_QUARTER = 3;
    private static final int MONTHS_OF_HALF_YEAR = 6;

    public DateSpan {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a span of dates ends on " + last + ", before it starts on " + first);
        }
    }

    /**
     * Reads {@code 2027}, {@code 2027-03}, {@code 2027-03-15}, {@code 2027-Q3}, {@code 2027-H2} and ranges of two of these
     * joined by a slash; empty for a blank and for anything else.
     */
    public static Optional<DateSpan> parse(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String[] ends = text.strip().split("/", -1);
        try {
            return ends.length == 1 ? Optional.of(simple(ends[0])) : range(ends);
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Days between the two spans; 0 where they touch or overlap. */
    public long daysApart(DateSpan other) {
        long gap = Math.max(first.toEpochDay() - other.last.toEpochDay(), other.first.toEpochDay() - last.toEpochDay());
        return Math.max(gap, 0);
    }

    /** How many days the span covers, 1 for an exact day. */
    public long days() {
        return last.toEpochDay() - first.toEpochDay() + 1;
    }

    private static Optional<DateSpan> range(String[] ends) {
        return ends.length == 2
                ? Optional.of(new DateSpan(simple(ends[0]).first, simple(ends[1]).last))
                : Optional.empty();
    }

    private static DateSpan simple(String text) {
        Matcher part = PART.matcher(text);
        if (part.matches()) {
            int months = part.group(2).equals("Q") ? MONTHS_OF_QUARTER : MONTHS_OF_HALF_YEAR;
            int ordinal = Integer.parseInt(part.group(3));
            return months(YearMonth.of(Integer.parseInt(part.group(1)), (ordinal - 1) * months + 1), months);
        }
        return switch (text.length()) {
            case 4 -> months(YearMonth.of(Integer.parseInt(text), 1), 12);
            case 7 -> months(YearMonth.parse(text), 1);
            default -> new DateSpan(LocalDate.parse(text), LocalDate.parse(text));
        };
    }

    private static DateSpan months(YearMonth first, int months) {
        return new DateSpan(first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth());
    }
}
