package org.electrongap.statistics;

/**
 * The QR decomposition of a tall matrix by Householder reflections, columns stored first.
 *
 * <p>Source: G. Golub and C. Van Loan, Matrix Computations, 4th edition, 2013, section 5.2.1.
 */
final class HouseholderQr {

    /** Reflection vectors below and on the diagonal, by column. */
    private final double[][] reflectors;

    private final double[][] r;

    /** @param columns the matrix by columns, each of length n; at most n columns. The arrays are overwritten. */
    HouseholderQr(double[][] columns) {
        reflectors = columns;
        r = new double[columns.length][columns.length];
        for (int k = 0; k < columns.length; k++) {
            for (int j = 0; j < k; j++) {
                reflect(j, columns[k]);
                r[j][k] = columns[k][j];
            }
            r[k][k] = makeReflector(k);
        }
    }

    /** The upper triangle. */
    double[][] r() {
        return r;
    }

    /** {@code Q'v}. */
    double[] transposedTimes(double[] v) {
        double[] rotated = v.clone();
        for (int k = 0; k < reflectors.length; k++) {
            reflect(k, rotated);
        }
        return rotated;
    }

    /** {@code Qv}. */
    double[] times(double[] v) {
        double[] rotated = v.clone();
        for (int k = reflectors.length - 1; k >= 0; k--) {
            reflect(k, rotated);
        }
        return rotated;
    }

    private double makeReflector(int k) {
        double[] column = reflectors[k];
        for (int i = 0; i < k; i++) {
            column[i] = 0;
        }
        double length = Math.sqrt(CompensatedSum.dot(column, column));
        double diagonal = column[k] > 0 ? -length : length;
        column[k] -= diagonal;
        double norm = Math.sqrt(CompensatedSum.dot(column, column));
        for (int i = k; i < column.length && norm > 0; i++) {
            column[i] /= norm;
        }
        return diagonal;
    }

    private void reflect(int k, double[] vector) {
        double factor = 2 * CompensatedSum.dot(reflectors[k], vector);
        for (int i = k; i < vector.length; i++) {
            vector[i] = Math.fma(-factor, reflectors[k][i], vector[i]);
        }
    }
}
