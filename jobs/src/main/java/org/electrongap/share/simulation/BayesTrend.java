package org.electrongap.share.simulation;

import java.util.Arrays;

/** The prior of the conjugate regression of ln TWh, from the rows bayes_prior_level, bayes_prior_growth, bayes_prior_sigma. */
public final class BayesTrend {

    private BayesTrend() {}

    /** The prior: level in the year of its row, growth in log points a year, noise. */
    public static LineRegression prior(Assumptions assumptions) {
        Assumption level = assumptions.require("bayes_prior_level");
        Assumption growth = assumptions.require("bayes_prior_growth");
        Assumption sigma = assumptions.require("bayes_prior_sigma");
        return LineRegression.prior(
                level.year()
                        .orElseThrow(() -> new InvalidAssumptionsException(java.util.List.of(
                                "assumption 'bayes_prior_level' needs a year: the year of the level"))),
                StrictMath.log(level.value()),
                level.spreadOrZero(),
                growth.value(),
                growth.spreadOrZero(),
                sigma.value(),
                sigma.spreadOrZero());
    }

    /** Natural logarithms. */
    public static double[] logs(double... values) {
        return Arrays.stream(values).map(StrictMath::log).toArray();
    }
}
