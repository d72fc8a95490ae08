package org.electrongap.statistics;

import java.util.Arrays;
import java.util.Optional;

/**
 * Linear regression by Householder QR of the centred and scaled regressors.
 *
 * <p>Centring and scaling keep the digits that normal equations lose (A. Bjorck, Numerical Methods for Least Squares
 * Problems, 1996, section 2.4); the solution is then refined, see {@link RefinedSolution}. Proved on the NIST Statistical
 * Reference Datasets. Regressors are passed by row: {@code x[i]} are those of observation i, without the
 * constant 1.
 */
public final class LeastSquares {

    /** A column that loses all but this part of its length to the columns before it depends on them. */
    private static final double RANK_TOLERANCE = 1e-13;

    private final double[][] x;
    private final double[] y;
    private final double[] weights;

    private LeastSquares(double[][] x, double[] y, double[] weights) {
        this.x = x;
        this.y = y;
        this.weights = weights;
    }

    /** Observations of equal weight. */
    public static LeastSquares of(double[][] x, double[] y) {
        double[] ones = new double[y.length];
        Arrays.fill(ones, 1);
        return new LeastSquares(x, y, ones);
    }

    /** One regressor, observations of equal weight. */
    public static LeastSquares of(double[] x, double[] y) {
        return of(Arrays.stream(x).mapToObj(value -> new double[] {value}).toArray(double[][]::new), y);
    }

    /** The powers 1 to {@code degree} of one regressor. */
    public static LeastSquares polynomial(double[] x, double[] y, int degree) {
        return of(Arrays.stream(x).mapToObj(value -> powers(value, degree)).toArray(double[][]::new), y);
    }

    /** The powers 1 to {@code degree}: what to pass to {@link LinearFit#predict} after {@link #polynomial}. */
    public static double[] powers(double value, int degree) {
        double[] powers = new double[degree];
        double power = 1;
        for (int j = 0; j < degree; j++) {
            power *= value;
            powers[j] = power;
        }
        return powers;
    }

    /** The same observations with weights: positive numbers, the inverse of each variance up to a common factor. */
    public LeastSquares weighted(double... observationWeights) {
        return new LeastSquares(x, y, observationWeights);
    }

    /** The fit with an intercept, or why there is none. */
    public Outcome<LinearFit> fit() {
        return fault(1).<Outcome<LinearFit>>map(Outcome::refused).orElseGet(() -> solve(CompensatedSum.of(weights)));
    }

    /** The fit through the origin, or why there is none. */
    public Outcome<LinearFit> fitThroughOrigin() {
        return fault(0).<Outcome<LinearFit>>map(Outcome::refused).orElseGet(() -> solve(Double.POSITIVE_INFINITY));
    }

    private Optional<String> fault(int intercepts) {
        if (x.length != y.length || weights.length != y.length) {
            throw new IllegalArgumentException("regressors, observations and weights differ in number: " + x.length
                    + ", " + y.length + ", " + weights.length);
        }
        int needed = (x.length == 0 ? 0 : x[0].length) + intercepts + 1;
        if (y.length < needed) {
            return Optional.of("needs " + needed + " points, has " + y.length);
        }
        boolean finite = Arrays.stream(y).allMatch(Double::isFinite)
                && Arrays.stream(x).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
        if (!finite) {
            return Optional.of("an observation or a regressor is not a finite number");
        }
        boolean positive = Arrays.stream(weights).allMatch(w -> w > 0 && Double.isFinite(w));
        return positive ? Optional.empty() : Optional.of("a weight is not a positive number");
    }

    private Outcome<LinearFit> solve(double totalWeight) {
        double[][] columns = columns();
        double[] centre = new double[columns.length];
        if (Double.isFinite(totalWeight)) {
            Arrays.setAll(centre, j -> CompensatedSum.dot(columns[j], weights) / totalWeight);
        }
        double[][] design = design(columns, centre);
        double[] scale = Arrays.stream(design).mapToDouble(LeastSquares::length).toArray();
        for (int j = 0; j < design.length; j++) {
            if (!(scale[j] > RANK_TOLERANCE * length(columns[j]))) {
                return Outcome.refused("regressor " + (j + 1) + " does not vary");
            }
            divide(design[j], scale[j]);
        }
        HouseholderQr qr = new HouseholderQr(design);
        for (int j = 0; j < design.length; j++) {
            if (Math.abs(qr.r()[j][j]) < RANK_TOLERANCE) {
                return Outcome.refused("regressor " + (j + 1) + " depends linearly on those before it");
            }
        }
        RegressorSpace space = new RegressorSpace(centre, scale, qr.r(), totalWeight);
        return Outcome.of(new RefinedSolution(x, y, roots(), space, qr).fit());
    }

    private double[][] columns() {
        double[][] columns = new double[x[0].length][y.length];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = x[i][j];
            }
        }
        return columns;
    }

    private double[][] design(double[][] columns, double[] centre) {
        double[] roots = roots();
        double[][] design = new double[columns.length][y.length];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < y.length; i++) {
                design[j][i] = roots[i] * (columns[j][i] - centre[j]);
            }
        }
        return design;
    }

    private double[] roots() {
        return Arrays.stream(weights).map(Math::sqrt).toArray();
    }

    private static double length(double[] vector) {
        return Math.sqrt(CompensatedSum.dot(vector, vector));
    }

    private static void divide(double[] vector, double divisor) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= divisor;
        }
    }
}
