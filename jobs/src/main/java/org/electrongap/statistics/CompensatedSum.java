package org.electrongap.statistics;

import java.util.function.IntToDoubleFunction;

/**
 * A running sum whose rounding error does not grow with the number of terms.
 *
 * <p>Source: A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54 (1974), algorithm
 * IV; products are split exactly as in T. Ogita, S. Rump, S. Oishi, Accurate sum and dot product, SIAM J. Sci. Comput. 26
 * (2005).
 */
public final class CompensatedSum {

    private double sum;
    private double correction;

    /** Adds a term. */
    public CompensatedSum add(double term) {
        double next = sum + term;
        correction += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
        return this;
    }

    /** Adds {@code a * b} without the rounding error of the product. */
    public CompensatedSum addProduct(double a, double b) {
        double product = a * b;
        correction += Math.fma(a, b, -product);
        return add(product);
    }

    /** The sum so far, rounded once. */
    public double value() {
        return sum + correction;
    }

    /** The sum of the values, in their order. */
    public static double of(double[] values) {
        return over(values.length, i -> values[i]);
    }

    /** The sum of {@code term(0) ... term(n - 1)}. */
    public static double over(int n, IntToDoubleFunction term) {
        CompensatedSum total = new CompensatedSum();
        for (int i = 0; i < n; i++) {
            total.add(term.applyAsDouble(i));
        }
        return total.value();
    }

    /** The scalar product of two vectors of equal length. */
    public static double dot(double[] a, double[] b) {
        CompensatedSum total = new CompensatedSum();
        for (int i = 0; i < a.length; i++) {
            total.addProduct(a[i], b[i]);
        }
        return total.value();
    }

    /** The arithmetic mean of at least one value. */
    public static double mean(double[] values) {
        return of(values) / values.length;
    }
}
