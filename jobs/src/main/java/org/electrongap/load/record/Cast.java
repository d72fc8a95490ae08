package org.electrongap.load.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.electrongap.table.Column;

/**
 * Turns the text of one cell into the value that its column promises, or says which rule it breaks. Nothing is lost: a
 * number in the normal range of a double differs from its text by at most 2^-53 = 1.1e-16 of itself (IEEE 754, round to
 * nearest), and one outside of it is refused. Remembers the last text, because most columns repeat theirs from row to row;
 * so it serves one thread.
 */
final class Cast {

    static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}([,' \\u00a0\\u202f]\\d{3})+([.]\\d+)?");
    private static final Pattern NOT_FINITE =
            Pattern.compile("[+-]?(nan|inf|infinity|∞|1\\.#inf|1\\.#qnan)", Pattern.CASE_INSENSITIVE);

    private final Column column;
    private final Set<String> allowed;
    private final Optional<Pattern> pattern;
    private final Optional<RegionCodes> codes;
    private String lastText;
    private Object lastValue;

    private Cast(Column column) {
        this.column = column;
        this.allowed = Set.copyOf(column.allowed());
        this.pattern = column.pattern().map(Pattern::compile);
        this.codes = column.codes().map(RegionCodes::named);
    }

    static Cast to(Column column) {
        return new Cast(column);
    }

    /**
     * The value of a cell.
     *
     * @return null for a blank cell of a column that need not be filled
     * @throws BrokenRule when the text breaks a rule of the column
     */
    Object value(String text) throws BrokenRule {
        if (text != null && text.equals(lastText)) {
            return lastValue;
        }
        Object value = cast(text);
        lastText = text;
        lastValue = value;
        return value;
    }

    private Object cast(String text) throws BrokenRule {
        if (text == null || text.isBlank()) {
            if (column.required()) {
                throw broken("required", "is blank, and every row needs it");
            }
            return null;
        }
        return switch (column.type()) {
            case STRING -> string(text);
            case INTEGER -> Math.toIntExact(integer(text.strip(), Integer.MIN_VALUE, Integer.MAX_VALUE));
            case LONG -> integer(text.strip(), Long.MIN_VALUE, Long.MAX_VALUE);
            case NUMBER -> number(text.strip());
            case BOOLEAN -> bool(text.strip());
            case DATE -> date(text.strip());
            case DATETIME -> instant(text.strip());
        };
    }

    private String string(String text) throws BrokenRule {
        if (isDamaged(text)) {
            throw broken("damaged_text", "'" + shown(text) + "' holds control or replacement characters");
        }
        if (!allowed.isEmpty() && !allowed.contains(text)) {
            throw broken("not_in_list", "'" + shown(text) + "' is none of " + String.join(", ", column.allowed()));
        }
        if (pattern.isPresent() && !pattern.get().matcher(text).matches()) {
            throw broken("pattern", "'" + shown(text) + "' does not match " + pattern.get());
        }
        if (codes.isPresent() && !codes.get().holds(text)) {
            throw broken(
                    "unknown_region", "'" + shown(text) + "' " + codes.get().fault());
        }
        return text;
    }

    private double number(String text) throws BrokenRule {
        if (!isNumber(text)) {
            throw notANumber(text);
        }
        double value = Decimals.parsed(text);
        boolean lost = Double.isInfinite(value) || (Math.abs(value) < Double.MIN_NORMAL && namesNonZero(text));
        if (lost) {
            throw broken("number_range", "'" + shown(text) + "' does not fit a double without loss");
        }
        return withinBounds(value, text) + 0.0;
    }

    private long integer(String text, long least, long greatest) throws BrokenRule {
        if (!isInteger(text)) {
            throw NUMBER.matcher(text).matches()
                    ? broken("not_an_integer", "'" + shown(text) + "' is not a whole number")
                    : notANumber(text);
        }
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= greatest) {
                withinBounds(value, text);
                return value;
            }
        } catch (NumberFormatException e) {
            // More digits than a long holds: refused below like any other number outside the type.
        }
        throw broken("number_range", "'" + shown(text) + "' does not fit the column's integer type");
    }

    private double withinBounds(double value, String text) throws BrokenRule {
        if (column.minimum().isPresent() && value < column.minimum().get()) {
            throw broken(
                    "below_minimum",
                    shown(text) + " is below " + plain(column.minimum().get()) + unit());
        }
        if (column.maximum().isPresent() && value > column.maximum().get()) {
            throw broken(
                    "above_maximum",
                    shown(text) + " is above " + plain(column.maximum().get()) + unit());
        }
        return value;
    }

    private boolean bool(String text) throws BrokenRule {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw broken("not_a_boolean", "'" + shown(text) + "' is neither true nor false");
        };
    }

    private LocalDate date(String text) throws BrokenRule {
        try {
            LocalDate date = isPlainDay(text) ? plainDay(text) : LocalDate.parse(text);
            if (date.getYear() < 1800 || date.getYear() > 2200) {
                throw broken("date_range", "'" + shown(text) + "' is outside the years 1800 to 2200");
            }
            return date;
        } catch (DateTimeException e) {
            throw broken("not_a_date", "'" + shown(text) + "' is not a day written year-month-day");
        }
    }

    /** Whether the text is ten characters long, with digits and hyphens where they belong. */
    private static boolean isPlainDay(String text) {
        return text.length() == 10
                && digits(text, 0) == 4
                && text.charAt(4) == '-'
                && digits(text, 5) == 7
                && text.charAt(7) == '-'
                && digits(text, 8) == 10;
    }

    private static LocalDate plainDay(String text) {
        return LocalDate.of(
                Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, 10, 10));
    }

    private Instant instant(String text) throws BrokenRule {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw broken("not_a_time", "'" + shown(text) + "' is not a time in UTC such as 2026-01-31T05:00:00Z");
        }
    }

    private static boolean isDamaged(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isDamage(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The same as {@link #NUMBER}, without the machinery of a pattern: it is asked for nearly every cell. */
    private static boolean isNumber(String text) {
        int at = digits(text, sign(text, 0));
        int digits = at - sign(text, 0);
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = digits(text, at + 1);
            digits += fraction - at - 1;
            at = fraction;
        }
        if (digits > 0 && at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = sign(text, at + 1);
            at = digits(text, exponent);
            digits = at - exponent;
        }
        return digits > 0 && at == text.length();
    }

    private static boolean isInteger(String text) {
        int first = sign(text, 0);
        return first < text.length() && digits(text, first) == text.length();
    }

    /** The position behind a sign, if there is one. */
    private static int sign(String text, int from) {
        boolean signed = from < text.length() && (text.charAt(from) == '+' || text.charAt(from) == '-');
        return signed ? from + 1 : from;
    }

    /** The position behind the digits from there on. */
    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static boolean isDamage(int c) {
        return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == '\ufffd';
    }

    private BrokenRule notANumber(String text) {
        if (NOT_FINITE.matcher(text).matches()) {
            return broken("not_finite", "'" + shown(text) + "' is not a finite number");
        }
        if (THOUSANDS.matcher(text).matches()) {
            return broken("thousands_separator", "'" + shown(text) + "' is written with a thousands separator");
        }
        return broken("not_a_number", "'" + shown(text) + "' is not a number");
    }

    private BrokenRule broken(String rule, String reason) {
        return new BrokenRule(new Violation(rule, column.name(), column.name() + " " + reason));
    }

    private String unit() {
        return column.unit().isEmpty() ? "" : " " + column.unit();
    }

    private static boolean namesNonZero(String text) {
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        String digits = exponent < 0 ? text : text.substring(0, exponent);
        return digits.chars().anyMatch(c -> c >= '1' && c <= '9');
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15
                ? Long.toString((long) bound)
                : Double.toString(bound);
    }

    private static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }

    /** A cell breaks a rule. Carries no stack trace: damaged files throw it by the thousand. */
    static final class BrokenRule extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Violation violation;

        private BrokenRule(Violation violation) {
            super(violation.reason(), null, false, false);
            this.violation = violation;
        }

        Violation violation() {
            return violation;
        }
    }
}
