package org.electrongap.project;

import java.io.Serializable;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;

/**
 * A judged input.
 *
 * @param name its name
 * @param value its central value, in its unit
 * @param distribution how it spreads: fixed, beta, lognormal, logit_common_shock
 * @param spread first parameter of the distribution, 0 where it has none
 * @param spread2 second parameter of the distribution, 0 where it has none
 * @param source who says so, with the edition
 */
record Assumption(String name, double value, String distribution, double spread, double spread2, String source)
        implements Serializable {

    /** The value below which the assumption lies with probability p. */
    double quantile(double p) {
        return switch (distribution) {
            case "beta" -> BetaDistribution.of(spread, spread2).inverseCumulativeProbability(p);
            case "lognormal" ->
                LogNormalDistribution.of(StrictMath.log(value), spread).inverseCumulativeProbability(p);
            case "fixed" -> value;
            default ->
                throw new IllegalArgumentException("assumption " + name + ": the pipeline cannot use distribution '"
                        + distribution + "'; write fixed, beta or lognormal");
        };
    }

    /** Standard deviation of the common shock on the logit scale. */
    OptionalDouble commonShock() {
        return distribution.equals("logit_common_shock") ? OptionalDouble.of(spread) : OptionalDouble.empty();
    }
}
