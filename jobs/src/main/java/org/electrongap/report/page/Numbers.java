package org.electrongap.report.page;

import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as people read them: as many digits as the size of the number deserves, the unit behind. */
final class Numbers {

    private final Locale locale;

    Numbers(Locale locale) {
        this.locale = locale;
    }

    /** A number with its unit; fractions and probabilities in per cent. */
    String withUnit(double value, String unit) {
        return switch (unit) {
            case "fraction", "probability" -> percent(value);
            case "year" -> String.valueOf(Math.round(value));
            case "", "ratio" -> plain(value);
            case "×" -> plain(value) + "×";
            default -> plain(value) + " " + unit;
        };
    }

    /** A number for a table whose heading names the unit. */
    String bare(double value, String unit) {
        return switch (unit) {
            case "fraction", "probability", "year" -> withUnit(value, unit);
            default -> plain(value);
        };
    }

    /** An interval from the lower to the upper number. */
    String interval(double lower, double upper, String unit) {
        return bare(lower, unit) + " – " + withUnit(upper, unit);
    }

    /** A fraction in per cent; between 1 and 100 % always with one decimal, so that those of a column stand in line. */
    String percent(double fraction) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        double size = Math.abs(fraction);
        format.setMinimumFractionDigits(size >= .01 && size < 1 ? 1 : 0);
        format.setMaximumFractionDigits(size >= .01 || size == 0 ? 1 : size >= .001 ? 2 : 4);
        return format.format(fraction);
    }

    /** A fraction in per cent, whole. */
    String wholePercent(double fraction) {
        return NumberFormat.getPercentInstance(locale).format(fraction);
    }

    /** A whole number. */
    String whole(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** The change of a number, its sign always shown. */
    String change(double value, String unit) {
        return (value > 0 ? "+" : "") + withUnit(value, unit).replace('-', '−');
    }

    /** Percentage points, their sign always shown. */
    String points(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.abs(value) >= .1 ? 1 : 2);
        return (value > 0 ? "+" : "") + format.format(value).replace('-', '−');
    }

    private String plain(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        double size = Math.abs(value);
        format.setMaximumFractionDigits(
                size >= 1000 || size == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= .1 ? 3 : 4);
        return format.format(value);
    }
}
