package org.electrongap.statistics;

/**
 * Where the regressors of a fit lay: their centre, scale and triangular factor, from which every variance follows.
 *
 * <p>With the centred, scaled, weighted design {@code Z = QR}, the variance of the fitted value at {@code x} is {@code s^2
 * (1/W + |R^-T z(x)|^2)}; without an intercept the first term and the centring are absent. Source: G. Seber and A. Lee,
 * Linear Regression Analysis, 2003, sections 3.11 and 11.5.
 *
 * @param centre weighted mean of each regressor; zeros without an intercept
 * @param scale length of each centred column
 * @param r upper triangle of the decomposition
 * @param weight sum of the weights; infinite without an intercept
 */
record RegressorSpace(double[] centre, double[] scale, double[][] r, double weight) {

    boolean hasIntercept() {
        return Double.isFinite(weight);
    }

    /** Variance of the fitted mean at {@code regressors}, in units of s^2. */
    double leverage(double... regressors) {
        double[] z = new double[scale.length];
        for (int j = 0; j < z.length; j++) {
            z[j] = (regressors[j] - centre[j]) / scale[j];
        }
        double[] v = Triangle.solveTransposed(r, z);
        return 1 / weight + CompensatedSum.dot(v, v);
    }

    /** Standard error of each slope, in units of s. */
    double[] slopeFactors() {
        double[] factors = new double[scale.length];
        for (int j = 0; j < factors.length; j++) {
            double[] unit = new double[scale.length];
            unit[j] = 1;
            double[] v = Triangle.solveTransposed(r, unit);
            factors[j] = Math.sqrt(CompensatedSum.dot(v, v)) / scale[j];
        }
        return factors;
    }
}
