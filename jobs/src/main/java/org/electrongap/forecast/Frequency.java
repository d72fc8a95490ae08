package org.electrongap.forecast;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How often a series is measured, and how its periods are written.
 *
 * <p>A period is counted by its ordinal: the year, or {@code 4 * year + quarter - 1}, or {@code 12 * year + month - 1}.
 */
public enum Frequency {
    /** Written {@code 2024}. */
    YEARLY(1, "(\\d{4})"),
    /** Written {@code 2024-Q3}. */
    QUARTERLY(4, "(\\d{4})-Q([1-4])"),
    /** Written {@code 2024-07}. */
    MONTHLY(12, "(\\d{4})-(0[1-9]|1[0-2])");

    private final int periodsPerYear;
    private final Pattern pattern;

    Frequency(int periodsPerYear, String pattern) {
        this.periodsPerYear = periodsPerYear;
        this.pattern = Pattern.compile(pattern);
    }

    /** Values a year. */
    public int periodsPerYear() {
        return periodsPerYear;
    }

    /** The name in tables: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The frequency of that label. */
    public static Frequency labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** The frequency in which a text is a period, or empty when it is none. */
    public static Optional<Frequency> ofText(String text) {
        for (Frequency frequency : values()) {
            if (frequency.pattern.matcher(text).matches()) {
                return Optional.of(frequency);
            }
        }
        return Optional.empty();
    }

    /**
     * The ordinal of a written period.
     *
     * @throws IllegalArgumentException when the text is not a period of this frequency
     */
    public int ordinal(String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a " + label() + " period");
        }
        int year = Integer.parseInt(matcher.group(1));
        return this == YEARLY ? year : year * periodsPerYear + Integer.parseInt(matcher.group(2)) - 1;
    }

    /** The period of an ordinal, as written. */
    public String text(int ordinal) {
        int year = Math.floorDiv(ordinal, periodsPerYear);
        int part = Math.floorMod(ordinal, periodsPerYear) + 1;
        return switch (this) {
            case YEARLY -> String.valueOf(year);
            case QUARTERLY -> year + "-Q" + part;
            case MONTHLY -> year + (part < 10 ? "-0" : "-") + part;
        };
    }

    /** The period of an ordinal and the {@code more} behind it, as written. */
    String[] texts(int ordinal, int more) {
        return IntStream.rangeClosed(ordinal, ordinal + more)
                .mapToObj(this::text)
                .toArray(String[]::new);
    }
}
