package org.electrongap.statistics;

import java.util.Arrays;

/**
 * The solution of a least-squares problem whose QR decomposition is known, refined to the last digits.
 *
 * <p>Coefficients and residuals are corrected together, from the augmented system {@code r + Z b = y, Z'r = 0} whose defects
 * are accumulated without rounding. Source: A. Bjorck, Iterative refinement of linear least squares solutions I, BIT 7
 * (1967).
 */
final class RefinedSolution {

    private static final int STEPS = 4;

    private final double[][] x;
    private final double[] y;
    private final double[] roots;
    private final RegressorSpace space;
    private final HouseholderQr qr;

    private final double[] slopes;
    private final double[] residuals;
    private double level;

    /** @param roots the square roots of the weights; {@code residuals} are multiplied by them */
    RefinedSolution(double[][] x, double[] y, double[] roots, RegressorSpace space, HouseholderQr qr) {
        this.x = x;
        this.y = y;
        this.roots = roots;
        this.space = space;
        this.qr = qr;
        this.slopes = new double[space.scale().length];
        this.residuals = new double[y.length];
    }

    LinearFit fit() {
        for (int step = 0; step < STEPS; step++) {
            improve();
        }
        return new LinearFit(space, slopes, level, scatter());
    }

    private void improve() {
        double[] defect = defect();
        double[] h = Triangle.solveTransposed(qr.r(), slopeDefect());
        double shift = 0;
        if (space.hasIntercept()) {
            double outOfBalance = -CompensatedSum.dot(roots, residuals);
            double mean = CompensatedSum.dot(roots, defect) / space.weight();
            shift = outOfBalance / space.weight();
            level += mean - shift;
            subtract(defect, mean);
        }
        double[] rotated = qr.transposedTimes(defect);
        double[] right = new double[slopes.length];
        Arrays.setAll(right, j -> rotated[j] - h[j]);
        double[] change = Triangle.solve(qr.r(), right);
        System.arraycopy(h, 0, rotated, 0, h.length);
        double[] residualChange = qr.times(rotated);
        for (int j = 0; j < slopes.length; j++) {
            slopes[j] += change[j] / space.scale()[j];
        }
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] += residualChange[i] + roots[i] * shift;
        }
    }

    private void subtract(double[] vector, double mean) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= roots[i] * mean;
        }
    }

    /** {@code root (y - level - Z b) - r}. */
    private double[] defect() {
        double[] defect = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            CompensatedSum sum = new CompensatedSum().add(y[i]).add(-level);
            for (int j = 0; j < slopes.length; j++) {
                sum.addProduct(-slopes[j], x[i][j]).addProduct(slopes[j], space.centre()[j]);
            }
            sum.add(-residuals[i] / roots[i]);
            defect[i] = roots[i] * sum.value();
        }
        return defect;
    }

    /** {@code -Z'r} with the columns scaled. */
    private double[] slopeDefect() {
        double[] defect = new double[slopes.length];
        for (int j = 0; j < slopes.length; j++) {
            CompensatedSum sum = new CompensatedSum();
            for (int i = 0; i < residuals.length; i++) {
                double weighted = roots[i] * residuals[i];
                sum.addProduct(-x[i][j], weighted).addProduct(space.centre()[j], weighted);
            }
            defect[j] = sum.value() / space.scale()[j];
        }
        return defect;
    }

    private LinearFit.Scatter scatter() {
        double mean = 0;
        if (space.hasIntercept()) {
            mean = CompensatedSum.over(y.length, i -> roots[i] * roots[i] * y[i]) / space.weight();
        }
        double about = mean;
        double total = CompensatedSum.over(y.length, i -> square(roots[i] * (y[i] - about)));
        double squares = CompensatedSum.dot(residuals, residuals);
        double steps = CompensatedSum.over(y.length - 1, i -> square(residuals[i + 1] - residuals[i]));
        return new LinearFit.Scatter(y.length, squares, total, squares > 0 ? steps / squares : 0);
    }

    private static double square(double value) {
        return value * value;
    }
}
