package org.electrongap.load.format;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Converts figures between units as decimal texts, so that nothing is lost on the way to the one rounding of the cast. */
final class Decimal {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}([, '\\u00a0\\u202f]\\d{3})+(\\.\\d+)?");

    private static final Pattern COMMA = Pattern.compile("[+-]?(\\d+(,\\d*)?|,\\d+)([eE][+-]?\\d{1,3})?");

    private static final Pattern GROUPED_COMMA = Pattern.compile("[+-]?\\d{1,3}([. '\\u00a0\\u202f]\\d{3})+(,\\d+)?");

    private Decimal() {}

    /**
     * A figure times a power of ten; a text that is no number is passed on as it is, for the cast to refuse.
     *
     * @param power -3 turns MW into GW, GWh into TWh; -6 turns MWh into TWh
     */
    static String scaled(String text, int power) {
        String figure = text.strip();
        return NUMBER.matcher(figure).matches()
                ? new BigDecimal(figure).scaleByPowerOfTen(power).toString()
                : text;
    }

    /** The figure that a text is; empty where it is none. */
    static Optional<BigDecimal> figure(String text) {
        return NUMBER.matcher(text.strip()).matches() ? Optional.of(new BigDecimal(text.strip())) : Optional.empty();
    }

    /** A figure whose thousands are set off by commas or blanks, such as 1,234.5, without them; any other text as it is. */
    static String withoutSeparators(String text) {
        String figure = text.strip();
        return GROUPED.matcher(figure).matches() ? figure.replaceAll("[, '\u00a0\u202f]", "") : figure;
    }

    /**
     * A figure that is written with a decimal comma, such as 1.234,5, as one with a decimal point; empty where it is none: a
     * point that does not set off thousands would be read a thousand times too small or too large.
     */
    static Optional<String> withDecimalComma(String text) {
        String figure = text.strip();
        if (GROUPED_COMMA.matcher(figure).matches()) {
            return Optional.of(figure.replaceAll("[. '\u00a0\u202f]", "").replace(',', '.'));
        }
        return COMMA.matcher(figure).matches() ? Optional.of(figure.replace(',', '.')) : Optional.empty();
    }

    /** A whole number that is written with an empty decimal part, such as 2016.0, without it. */
    static String whole(String text) {
        return text.strip().replaceFirst("\\.0+$", "");
    }
}
