package org.electrongap.statistics;

/** Systems of equations with an upper triangular matrix. */
final class Triangle {

    private Triangle() {}

    /** Solves {@code R x = b}. */
    static double[] solve(double[][] r, double[] b) {
        double[] x = new double[r.length];
        for (int i = r.length - 1; i >= 0; i--) {
            CompensatedSum sum = new CompensatedSum().add(b[i]);
            for (int j = i + 1; j < r.length; j++) {
                sum.addProduct(-r[i][j], x[j]);
            }
            x[i] = sum.value() / r[i][i];
        }
        return x;
    }

    /** Solves {@code R' x = b}. */
    static double[] solveTransposed(double[][] r, double[] b) {
        double[] x = new double[r.length];
        for (int i = 0; i < r.length; i++) {
            CompensatedSum sum = new CompensatedSum().add(b[i]);
            for (int j = 0; j < i; j++) {
                sum.addProduct(-r[j][i], x[j]);
            }
            x[i] = sum.value() / r[i][i];
        }
        return x;
    }
}
