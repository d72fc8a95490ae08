package org.electrongap.claim;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days that a date of limited precision may mean, both ends included.
 *
 * @param first the earliest day
 * @param last the latest day
 */
public record DateSpan(LocalDate first, LocalDate last) {

    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern PART = Pattern.compile("(\\d{4})-?([QH])([1-4])");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})");
    private static final Pattern SEASON = Pattern.compile("(\\d{4})/(\\d{2})");
    private static final Pattern RANGE =
            Pattern.compile("(\\d{4}[-0-9QH]*)[/\u2013](\\d{4}[-0-9QH]*)|(\\d{4})-(\\d{4})");

    /** Reads a day, month, quarter, half year, year, a season such as 2025/26, or a range of these; empty for other text. */
    public static Optional<DateSpan> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            String trimmed = text.trim();
            Matcher range = RANGE.matcher(trimmed);
            return range.matches() ? parseRange(range) : parseOne(trimmed);
        } catch (DateTimeException e) {
            return Optional.empty(); // written like a date, but such as 2025-13: no date, and the caller says so
        }
    }

    private static Optional<DateSpan> parseRange(Matcher range) {
        Optional<DateSpan> from = parseOne(range.group(1) != null ? range.group(1) : range.group(3));
        Optional<DateSpan> to = parseOne(range.group(2) != null ? range.group(2) : range.group(4));
        return from.flatMap(a -> to.filter(b -> !b.last.isBefore(a.first)).map(b -> new DateSpan(a.first, b.last)));
    }

    private static Optional<DateSpan> parseOne(String text) {
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            LocalDate date = LocalDate.parse(text);
            return Optional.of(new DateSpan(date, date));
        }
        if (MONTH.matcher(text).matches()) {
            YearMonth month = YearMonth.parse(text);
            return Optional.of(new DateSpan(month.atDay(1), month.atEndOfMonth()));
        }
        Matcher part = PART.matcher(text);
        if (part.matches()) {
            return Optional.of(partOfYear(part));
        }
        Matcher season = SEASON.matcher(text);
        if (season.matches()) {
            int year = Integer.parseInt(season.group(1));
            return Optional.of(new DateSpan(LocalDate.of(year, 6, 1), LocalDate.of(year + 1, 5, 31)));
        }
        return YEAR.matcher(text).matches() ? Optional.of(ofYear(Integer.parseInt(text))) : Optional.empty();
    }

    private static DateSpan partOfYear(Matcher part) {
        int year = Integer.parseInt(part.group(1));
        int months = part.group(2).equals("Q") ? 3 : 6;
        YearMonth start = YearMonth.of(year, 1 + months * (Integer.parseInt(part.group(3)) - 1));
        return new DateSpan(start.atDay(1), start.plusMonths(months - 1L).atEndOfMonth());
    }

    static DateSpan ofYear(int year) {
        return new DateSpan(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    boolean touchesYear(int year) {
        return first.getYear() <= year && last.getYear() >= year;
    }

    /** The days counted from 1970-01-01. */
    Span days() {
        return new Span(first.toEpochDay(), last.toEpochDay());
    }
}
