package org.electrongap.cli;

import java.util.Locale;
import org.electrongap.report.Manifest;

/** How a headline number is written in the terminal. */
final class Figures {

    private Figures() {}

    /** The number with its unit, its interval and its denominator. */
    static String text(Manifest.Figure figure) {
        StringBuilder text = new StringBuilder(number(figure.value(), figure.unit()));
        if (figure.lower() != null && figure.upper() != null) {
            text.append(" [")
                    .append(number(figure.lower(), figure.unit()))
                    .append(" to ")
                    .append(number(figure.upper(), figure.unit()))
                    .append(
                            figure.level() == null
                                    ? "]"
                                    : String.format(Locale.ROOT, ", %.0f %%]", figure.level() * 100));
        }
        if (!figure.denominator().isEmpty()) {
            text.append(" of ").append(figure.denominator());
        }
        return text.toString();
    }

    /** A difference with its sign; that of a percentage in points. */
    static String change(double difference, String unit) {
        String size = switch (unit) {
            case "fraction", "probability" -> String.format(Locale.ROOT, "%.2f points", 100 * Math.abs(difference));
            case "percentage points" -> String.format(Locale.ROOT, "%.2f points", Math.abs(difference));
            default -> number(Math.abs(difference), unit);
        };
        return (difference < 0 ? "-" : "+") + size;
    }

    /** The number in its unit. */
    static String number(double value, String unit) {
        return switch (unit) {
            case "fraction" -> String.format(Locale.ROOT, "%.1f %%", value * 100);
            case "probability" -> String.format(Locale.ROOT, "%.2f", value);
            case "ratio" -> String.format(Locale.ROOT, "%.1f times", value);
            case "year" -> String.format(Locale.ROOT, "%.0f", value);
            default -> String.format(Locale.ROOT, "%,.1f %s", value, unit);
        };
    }
}
