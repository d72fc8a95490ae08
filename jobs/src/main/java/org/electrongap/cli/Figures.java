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

    private static String number(double value, String unit) {
        return switch (unit) {
            case "fraction" -> String.format(Locale.ROOT, "%.1f %%", value * 100);
            case "probability" -> String.format(Locale.ROOT, "%.2f", value);
            case "ratio" -> String.format(Locale.ROOT, "%.1f times", value);
            case "year" -> String.format(Locale.ROOT, "%.0f", value);
            default -> String.format(Locale.ROOT, "%,.1f %s", value, unit);
        };
    }
}
