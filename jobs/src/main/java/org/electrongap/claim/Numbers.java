package org.electrongap.claim;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;

/** Numbers as people read them in a reason: four significant digits, no exponent. */
final class Numbers {

    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    private Numbers() {}

    static String text(double value) {
        BigDecimal rounded = StrictMath.abs(value) >= 1e4
                ? BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_EVEN)
                : new BigDecimal(value).round(FOUR_DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    static String text(Span span) {
        return span.isPoint() ? text(span.low()) : text(span.low()) + " to " + text(span.high());
    }

    static String text(Span span, Unit unit) {
        if (unit.isDate()) {
            return dates(span);
        }
        if (unit.written().equals("fraction")) {
            return text(span.times(100)) + " %";
        }
        boolean large = unit.written().matches("USD(_per_.*)?") && span.high() >= 1e9;
        return large
                ? text(span.times(1e-9)) + " billion " + unit.written().replace('_', ' ')
                : text(span) + " " + words(unit);
    }

    /** The unit as people write it after a number. */
    static String words(Unit unit) {
        String written = unit.written().replace('_', ' ');
        return written.equals("x") ? "times" : written.replaceFirst("^percent\\b", "%");
    }

    private static String dates(Span days) {
        LocalDate first = LocalDate.ofEpochDay((long) days.low());
        LocalDate last = LocalDate.ofEpochDay((long) days.high());
        return first.equals(last) ? first.toString() : first + " to " + last;
    }
}
