package org.electrongap.cli;

import java.util.List;
import java.util.Locale;

/** How the numbers of one column are written: with as many decimals as its largest needs, the same for all. */
final class Decimals {

    private static final int MOST = 4;
    private static final double SAME = 1e-9;

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
            boolean vanishes = number != 0 && Math.abs(number) < 0.5 * Math.pow(10, -decimals);
            return String.format(Locale.ROOT, vanishes ? "%.2g" : "%,." + decimals + "f", number);
        }
        return cell.toString().replaceAll("\\p{Cntrl}", " ");
    }
}
