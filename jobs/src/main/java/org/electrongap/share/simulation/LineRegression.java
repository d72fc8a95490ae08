package org.electrongap.share.simulation;

import java.util.Arrays;

/**
 * What is believed of a straight line y = b0 + b1 (year - centre) + noise: a Normal-Inverse-Gamma distribution of its two
 * coefficients and its noise variance. The predictive distribution of y at x is Student t with 2 a degrees of freedom, centre
 * x'm and scale sqrt((b / a)(1 + x'V x)).
 *
 * <p>Source: Bernardo and Smith, Bayesian Theory (1994), section 5.2; with a flat prior it is the textbook prediction
 * interval of least squares.
 *
 * @param centre the year at which b0 is the level
 * @param level mean of b0
 * @param slope mean of b1, per year
 * @param v00 V of the level
 * @param v01 V of level and slope
 * @param v11 V of the slope
 * @param shape a
 * @param scale b
 */
public record LineRegression(
        double centre, double level, double slope, double v00, double v01, double v11, double shape, double scale) {

    /**
     * The posterior of a normal prior with independent level and slope:
     * V_n = (V0^-1 + X'X)^-1, m_n = V_n (V0^-1 m0 + X'y), a_n = a0 + n/2,
     * b_n = b0 + (|y - X m_n|^2 + (m_n - m0)' V0^-1 (m_n - m0)) / 2, which equals the usual
     * b0 + (y'y + m0'V0^-1 m0 - m_n'V_n^-1 m_n) / 2 without its cancellation.
     *
     * @param years years of the observations
     * @param y the observations
     */
    public LineRegression updated(int[] years, double[] y) {
        double p00 = 1 / v00;
        double p11 = 1 / v11;
        double s00 = p00;
        double s01 = 0;
        double s11 = p11;
        double r0 = p00 * level;
        double r1 = p11 * slope;
        for (int i = 0; i < y.length; i++) {
            double x = years[i] - centre;
            s00 += 1;
            s01 += x;
            s11 += x * x;
            r0 += y[i];
            r1 += x * y[i];
        }
        double determinant = s00 * s11 - s01 * s01;
        double newLevel = (s11 * r0 - s01 * r1) / determinant;
        double newSlope = (s00 * r1 - s01 * r0) / determinant;
        double penalty = p00 * (newLevel - level) * (newLevel - level) + p11 * (newSlope - slope) * (newSlope - slope);
        double residuals = squaredResiduals(years, y, newLevel, newSlope);
        return new LineRegression(
                centre,
                newLevel,
                newSlope,
                s11 / determinant,
                -s01 / determinant,
                s00 / determinant,
                shape + y.length / 2.0,
                scale + (residuals + penalty) / 2);
    }

    /**
     * A prior with independent level and slope.
     *
     * @param centre the year of the level
     * @param level mean of the level
     * @param levelSd its standard deviation
     * @param slope mean of the slope
     * @param slopeSd its standard deviation
     * @param sigma expected noise: b0 = (a0 - 1) sigma^2
     * @param shape a0, above 1
     */
    public static LineRegression prior(
            double centre, double level, double levelSd, double slope, double slopeSd, double sigma, double shape) {
        double variance = sigma * sigma;
        return new LineRegression(
                centre,
                level,
                slope,
                levelSd * levelSd / variance,
                0,
                slopeSd * slopeSd / variance,
                shape,
                (shape - 1) * variance);
    }

    /**
     * A least-squares fit as a belief with a flat prior: Student t with n - 2 degrees of freedom about it.
     *
     * @param years years of the observations, at least three, not all the same
     * @param y the observations
     * @param level fitted value at the mean of the years
     * @param slope fitted slope
     */
    public static LineRegression leastSquares(int[] years, double[] y, double level, double slope) {
        double centre = Arrays.stream(years).average().orElseThrow();
        double sxx = 0;
        for (int year : years) {
            sxx += (year - centre) * (year - centre);
        }
        LineRegression line = new LineRegression(centre, level, slope, 1.0 / y.length, 0, 1 / sxx, 0, 0);
        double residuals = line.squaredResiduals(years, y, level, slope);
        return new LineRegression(
                centre, level, slope, 1.0 / y.length, 0, 1 / sxx, (y.length - 2) / 2.0, residuals / 2);
    }

    /** Degrees of freedom of the predictive distribution. */
    public double degreesOfFreedom() {
        return 2 * shape;
    }

    /** The centre of the predictive distribution at a year. */
    public double prediction(double year) {
        return level + slope * (year - centre);
    }

    /** The scale of the predictive distribution at a year. */
    public double predictionScale(double year) {
        double x = year - centre;
        return StrictMath.sqrt(scale / shape * (1 + v00 + 2 * v01 * x + v11 * x * x));
    }

    /** The standard deviation of the slope, about which it is Student t. */
    public double slopeScale() {
        return StrictMath.sqrt(scale / shape * v11);
    }

    /** Draws of y by year and path: coefficients and variance are shared by the years of a path, the noise is not. */
    double[][] paths(String variable, PathBlock block, TargetYears years) {
        double[] gamma = block.gammas(variable + " variance", shape);
        double[] first = block.normals(variable + " level");
        double[] second = block.normals(variable + " slope");
        double root00 = StrictMath.sqrt(v00);
        double root10 = v01 / root00;
        double root11 = StrictMath.sqrt(v11 - root10 * root10);
        double[][] paths = new double[years.count()][block.size()];
        for (int t = 0; t < years.count(); t++) {
            double x = years.first() + t - centre;
            double[] noise = block.normals(variable + " noise " + (years.first() + t));
            for (int i = 0; i < block.size(); i++) {
                double sigma = StrictMath.sqrt(scale / gamma[i]);
                double coefficients = root00 * first[i] + x * (root10 * first[i] + root11 * second[i]);
                paths[t][i] = level + slope * x + sigma * (coefficients + noise[i]);
            }
        }
        return paths;
    }

    private double squaredResiduals(int[] years, double[] y, double atLevel, double atSlope) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double residual = y[i] - atLevel - atSlope * (years[i] - centre);
            sum += residual * residual;
        }
        return sum;
    }
}
