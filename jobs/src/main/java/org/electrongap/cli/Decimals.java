package org.electrongap.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * How the numbers of one column are written: with as many decimals as its largest needs, the same for all, except where a
 * number would lose a digit that counts.
 */
final class Decimals {

    private static final int MOST = 4;
    private static final double SAME = 1e-9;
    /** A number may be rounded by this part of itself to stand in line with the others. */
    private static final double ROUNDED = 0.005;

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final double SMALLEST_PLAIN = 1e-4;

    private final int decimals;

    private Decimals(int decimals) {
        this.decimals = decimals;
    }

    /** Four significant digits of the largest number, and no more decimals than any number has. */
    static Decimals of(List<Object> cells) {
        List<Double> numbers = cells.stream()
                .filter(Double.class::isInstance)
                .map(Double.class::cast)
                .filter(Double::isFinite)
                .toList();
        double largest = numbers.stream().mapToDouble(Math::abs).max().orElse(0);
        int wanted = largest >= 100 ? 1 : largest >= 10 ? 2 : largest >= 1 ? 3 : MOST;
        int needed = 0;
        while (needed < wanted && !areWhole(numbers, Math.pow(10, needed))) {
            needed++;
        }
        return new Decimals(needed);
    }

    private static boolean areWhole(List<Double> numbers, double factor) {
        return numbers.stream()
                .allMatch(number -> Math.abs(number * factor - Math.rint(number * factor))
                        <= SAME * Math.max(1, Math.abs(number * factor)));
    }

    /** A cell as text; a number too small for the decimals of its column with three digits of its own. */
    String text(Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Double number) {
            return String.format(Locale.ROOT, "%,." + decimalsOf(number) + "f", number)
                    .transform(text -> isTiny(number) ? String.format(Locale.ROOT, "%.2g", number) : text);
        }
        return cell.toString().replaceAll("\\p{Cntrl}", " ");
    }

    private static boolean isTiny(double number) {
        return number != 0 && Math.abs(number) < SMALLEST_PLAIN;
    }

    private int decimalsOf(double number) {
        double unit = Math.pow(10, decimals);
        boolean loses = Math.abs(Math.rint(number * unit) / unit - number) > ROUNDED * Math.abs(number);
        return loses && Double.isFinite(number)
                ? Math.max(
                        decimals,
                        new BigDecimal(number)
                                .round(THREE_DIGITS)
                                .stripTrailingZeros()
                                .scale())
                : decimals;
    }
}
