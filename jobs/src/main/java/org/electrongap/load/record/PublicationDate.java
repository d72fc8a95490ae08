package org.electrongap.load.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** The first day on which a figure was visible, by the as-of rule. */
public final class PublicationDate {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private PublicationDate() {}

    /**
     * The day from which an edition counts as published. A day counts as itself; a month or a year as its last day, or as
     * the day of retrieval if that is earlier; a range, a blank or any other text is never visible.
     *
     * @param edition a day, month or year in ISO 8601
     * @param retrieved the day on which the source was read
     */
    public static Optional<LocalDate> of(String edition, LocalDate retrieved) {
        String text = edition == null ? "" : edition.strip();
        try {
            if (DAY.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text));
            }
            if (MONTH.matcher(text).matches()) {
                return Optional.of(earlier(YearMonth.parse(text).atEndOfMonth(), retrieved));
            }
            if (YEAR.matcher(text).matches()) {
                return Optional.of(earlier(Year.parse(text).atMonth(12).atEndOfMonth(), retrieved));
            }
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate earlier(LocalDate lastDay, LocalDate retrieved) {
        return retrieved != null && retrieved.isBefore(lastDay) ? retrieved : lastDay;
    }
}
