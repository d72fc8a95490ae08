package org.electrongap.cli;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A condition on a row, as {@code year >= 2020} or {@code region = USA}: compared as numbers where both sides are numbers, as
 * texts otherwise. Nothing in it is executed.
 *
 * @param column the column
 * @param operator one of = != < <= > >= ~ (contains) in (one of several, with commas between)
 * @param value the value compared with
 */
record Condition(String column, String operator, String value) implements Predicate<Map<String, Object>> {

    private static final Pattern FORM =
            Pattern.compile("\\s*(\\w+)\\s*(==|!=|<=|>=|=>|=<|=|<|>|~|\\bin\\b)\\s*(.*?)\\s*");

    /** The condition that a text means, or nothing when it has another form. */
    static Optional<Condition> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Condition(matcher.group(1), matcher.group(2), unquoted(matcher.group(3))))
                : Optional.empty();
    }

    @Override
    public boolean test(Map<String, Object> row) {
        Object cell = row.get(column);
        if (cell == null) {
            return operator.equals("!=") || (value.isEmpty() && (operator.equals("=") || operator.equals("==")));
        }
        if (operator.equals("~")) {
            return cell.toString()
                    .toLowerCase(java.util.Locale.ROOT)
                    .contains(value.toLowerCase(java.util.Locale.ROOT));
        }
        if (operator.equals("in")) {
            return Stream.of(value.split(","))
                    .anyMatch(one -> new Condition(column, "=", unquoted(one.strip())).test(row));
        }
        int order = compare(cell);
        return switch (operator) {
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=", "=<" -> order <= 0;
            case ">" -> order > 0;
            case ">=", "=>" -> order >= 0;
            default -> order == 0;
        };
    }

    /** Whether it asks for one text. */
    boolean isEquality() {
        return (operator.equals("=") || operator.equals("==")) && !value.isEmpty();
    }

    /** Whether a column of numbers can be held against the value: a number, several of them after {@code in}, or nothing. */
    boolean comparesNumbers() {
        return operator.equals("~")
                || value.isEmpty()
                || Stream.of(operator.equals("in") ? value.split(",") : new String[] {value})
                        .allMatch(one -> unquoted(one.strip()).matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?"));
    }

    private int compare(Object cell) {
        if (cell instanceof Number number) {
            try {
                return Double.compare(number.doubleValue(), Double.parseDouble(value));
            } catch (NumberFormatException e) {
                return cell.toString().compareTo(value);
            }
        }
        return cell.toString().compareTo(value);
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2
                && (text.startsWith("'") && text.endsWith("'") || text.startsWith("\"") && text.endsWith("\""));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
