package org.electrongap.load.format;

import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as registers write them, turned into ISO 8601: a day, a month, a year, a quarter or half (2026-Q2, 2026-H2), or a
 * span of months (2025-05/2025-08) where a register says early, mid or late.
 */
final class PartialDate {

    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?(?:[T ].*)?");
    private static final Pattern AMERICAN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})/(\\d{4})");
    private static final Pattern PART = Pattern.compile("([QH])\\s*([1-4])[ ,/-]*(\\d{4})|(\\d{4})[ -]*([QH])([1-4])");
    private static final Pattern WORD = Pattern.compile("(EARLY|MID|LATE|END OF|BEGINNING OF)[ -]+(\\d{4})");
    private static final Pattern NAMED = Pattern.compile("([A-Z]{3,9})\\.?,? (?:(\\d{1,2}),? )?(\\d{4})");

    private PartialDate() {}

    /** The date in ISO 8601; empty where the text is none of the known forms, or names a day that does not exist. */
    static Optional<String> normalised(String text) {
        String date = text.strip().toUpperCase(Locale.ROOT);
        Matcher iso = ISO.matcher(date);
        if (iso.matches()) {
            return joined(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher american = AMERICAN.matcher(date);
        if (american.matches()) {
            return joined(american.group(3), american.group(1), american.group(2));
        }
        Matcher month = MONTH_YEAR.matcher(date);
        if (month.matches()) {
            return joined(month.group(2), month.group(1), null);
        }
        return inWords(date);
    }

    private static Optional<String> inWords(String date) {
        Matcher part = PART.matcher(date);
        if (part.matches()) {
            return part.group(1) != null
                    ? Optional.of(part.group(3) + "-" + part.group(1) + part.group(2))
                    : Optional.of(part.group(4) + "-" + part.group(5) + part.group(6));
        }
        Matcher word = WORD.matcher(date);
        if (word.matches()) {
            return Optional.of(months(word.group(1), word.group(2)));
        }
        Matcher named = NAMED.matcher(date);
        return named.matches()
                ? month(named.group(1)).flatMap(month -> joined(named.group(3), month, named.group(2)))
                : Optional.empty();
    }

    private static String months(String word, String year) {
        return switch (word) {
            case "EARLY", "BEGINNING OF" -> year + "-01/" + year + "-04";
            case "MID" -> year + "-05/" + year + "-08";
            default -> year + "-09/" + year + "-12";
        };
    }

    private static Optional<String> month(String name) {
        for (Month month : Month.values()) {
            if (month.name().equals(name) || (name.length() <= 4 && month.name().startsWith(name.substring(0, 3)))) {
                return Optional.of(Integer.toString(month.getValue()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> joined(String year, String month, String day) {
        try {
            int m = month == null ? 1 : Integer.parseInt(month);
            int d = day == null ? 1 : Integer.parseInt(day);
            String iso = LocalDate.of(Integer.parseInt(year), m, d).toString();
            return Optional.of(iso.substring(0, month == null ? 4 : day == null ? 7 : 10));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }
}
