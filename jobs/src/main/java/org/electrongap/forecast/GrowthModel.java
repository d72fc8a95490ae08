package org.electrongap.forecast;

import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import org.electrongap.statistics.Interval;
import org.electrongap.statistics.Outcome;
import org.electrongap.statistics.Probability;

/**
 * A regression of yearly log growth on region and technology, as its coefficients: {@code growth = intercept + effect of the
 * region + effect of the technology}; the first region and the first technology have effect 0.
 *
 * @param kind the regression
 * @param origin the last year that it saw, {@link Calibration#END} for all
 * @param regions effect of each region, log points a year
 * @param technologies effect of each {@code metric/technology}, log points a year
 * @param residualDeviation standard deviation of one year's log growth about the fit
 * @param n how many growths were fitted
 */
record GrowthModel(
        Kind kind,
        int origin,
        Effect intercept,
        Map<String, Effect> regions,
        Map<String, Effect> technologies,
        double residualDeviation,
        long n)
        implements Serializable {

    /** Which regression. */
    enum Kind {
        /** Weighted least squares of log growth. */
        PANEL("linear regression of log growth"),
        /** Gamma regression of the growth factor with log link. */
        GLM("gamma regression of the growth factor, log link");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        String description() {
            return description;
        }
    }

    /** A coefficient with its standard error, which is null where the solver gives none. */
    record Effect(double coefficient, Double standardError) implements Serializable {}

    /** The growth of a series, log points a year, or why the regression has none for it. */
    Outcome<Double> growth(SeriesRow series) {
        Effect region = regions.get(series.text(SeriesTable.REGION));
        Effect technology = technologies.get(technologyOf(series));
        if (region == null || technology == null) {
            return Outcome.refused("the regression saw no growth of "
                    + (region == null ? series.text(SeriesTable.REGION) : technologyOf(series)));
        }
        return Outcome.of(intercept.coefficient() + region.coefficient() + technology.coefficient());
    }

    /** Independent normal errors of each year's log growth: {@code +- z s sqrt(step)} about the log of the forecast. */
    Interval interval(double point, int step, double level) {
        double half = Probability.normalQuantile((1 + level) / 2) * residualDeviation * Math.sqrt(step);
        return new Interval(point * StrictMath.exp(-half), point * StrictMath.exp(half), level);
    }

    private static String technologyOf(SeriesRow series) {
        return series.text(SeriesTable.METRIC) + "/" + series.text(SeriesTable.TECHNOLOGY);
    }
}
