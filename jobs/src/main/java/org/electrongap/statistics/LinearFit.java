package org.electrongap.statistics;

import java.util.Arrays;

/**
 * A fitted linear regression; made by {@link LeastSquares}.
 *
 * <p>The regressors of {@link #predict} and of the intervals are those that were fitted, without the constant 1. The first
 * coefficient is the intercept where there is one.
 */
public final class LinearFit {

    private final RegressorSpace space;
    private final double[] slopes;
    private final double level;
    private final Scatter scatter;

    /** What is left after the fit: residual and total sum of squares, Durbin-Watson statistic. */
    record Scatter(int n, double residualSquares, double totalSquares, double durbinWatson) {}

    LinearFit(RegressorSpace space, double[] slopes, double level, Scatter scatter) {
        this.space = space;
        this.slopes = slopes;
        this.level = level;
        this.scatter = scatter;
    }

    /** Number of observations. */
    public int n() {
        return scatter.n();
    }

    /** Observations less coefficients. */
    public int degreesOfFreedom() {
        return scatter.n() - coefficients().length;
    }

    /** The coefficients: intercept first where there is one, then one for each regressor. */
    public double[] coefficients() {
        if (!space.hasIntercept()) {
            return slopes.clone();
        }
        double[] all = new double[slopes.length + 1];
        CompensatedSum intercept = new CompensatedSum().add(level);
        for (int j = 0; j < slopes.length; j++) {
            intercept.addProduct(-slopes[j], space.centre()[j]);
            all[j + 1] = slopes[j];
        }
        all[0] = intercept.value();
        return all;
    }

    /** Standard errors, in the order of {@link #coefficients}. */
    public double[] standardErrors() {
        double s = residualStandardError();
        double[] slopeErrors = space.slopeFactors();
        if (!space.hasIntercept()) {
            return Arrays.stream(slopeErrors).map(factor -> s * factor).toArray();
        }
        double[] all = new double[slopeErrors.length + 1];
        all[0] = s * Math.sqrt(space.leverage(new double[slopes.length]));
        for (int j = 0; j < slopeErrors.length; j++) {
            all[j + 1] = s * slopeErrors[j];
        }
        return all;
    }

    /** Coefficient over its standard error, in the order of {@link #coefficients}; 0/0 of an exact fit gives 0. */
    public double[] tValues() {
        double[] b = coefficients();
        double[] se = standardErrors();
        double[] t = new double[b.length];
        for (int j = 0; j < b.length; j++) {
            t[j] = se[j] > 0 ? b[j] / se[j] : 0;
        }
        return t;
    }

    /** The estimated standard deviation of an observation of weight 1 about the line. */
    public double residualStandardError() {
        return Math.sqrt(scatter.residualSquares() / degreesOfFreedom());
    }

    /** Sum of the (weighted) squared residuals. */
    public double residualSumOfSquares() {
        return scatter.residualSquares();
    }

    /** Part of the variance that is explained; about 0, not about the mean, where there is no intercept. */
    public Outcome<Double> rSquared() {
        return scatter.totalSquares() > 0
                ? Outcome.of(1 - scatter.residualSquares() / scatter.totalSquares())
                : Outcome.refused("all observations are equal: there is no variance to explain");
    }

    /** The F statistic of the hypothesis that all slopes are 0. */
    public Outcome<Double> fStatistic() {
        if (!(scatter.residualSquares() > 0)) {
            return Outcome.refused("the fit is exact: F has no finite value");
        }
        double explained = (scatter.totalSquares() - scatter.residualSquares()) / slopes.length;
        return Outcome.of(explained / (scatter.residualSquares() / degreesOfFreedom()));
    }

    /**
     * The Durbin-Watson statistic of the residuals in the order of the observations: near 2 without autocorrelation, towards
     * 0 with a positive one (J. Durbin, G. Watson, Biometrika 37, 1950).
     */
    public Outcome<Double> durbinWatson() {
        return scatter.residualSquares() > 0
                ? Outcome.of(scatter.durbinWatson())
                : Outcome.refused("the fit is exact: there are no residuals");
    }

    /** The fitted value at {@code regressors}. */
    public double predict(double... regressors) {
        CompensatedSum sum = new CompensatedSum().add(level);
        for (int j = 0; j < slopes.length; j++) {
            sum.addProduct(slopes[j], regressors[j] - space.centre()[j]);
        }
        return sum.value();
    }

    /** Standard error of the fitted mean at {@code regressors}. */
    public double meanStandardError(double... regressors) {
        return residualStandardError() * Math.sqrt(space.leverage(regressors));
    }

    /** Standard error of a new observation of weight 1 at {@code regressors}. */
    public double predictionStandardError(double... regressors) {
        return residualStandardError() * Math.sqrt(1 + space.leverage(regressors));
    }

    /** Where the mean at {@code regressors} lies: Student t. */
    public Interval confidenceInterval(double confidence, double... regressors) {
        return Interval.around(predict(regressors), factor(confidence) * meanStandardError(regressors), confidence);
    }

    /** Where a new observation of weight 1 at {@code regressors} lies: Student t. */
    public Interval predictionInterval(double confidence, double... regressors) {
        return Interval.around(
                predict(regressors), factor(confidence) * predictionStandardError(regressors), confidence);
    }

    /** Where the coefficient number {@code index} of {@link #coefficients} lies: Student t. */
    public Interval coefficientInterval(int index, double confidence) {
        return Interval.around(coefficients()[index], factor(confidence) * standardErrors()[index], confidence);
    }

    private double factor(double confidence) {
        return Probability.studentTFactor(degreesOfFreedom(), confidence);
    }
}
