package org.electrongap.share.simulation;

/** The log odds of a probability, and back. */
final class Logit {

    private Logit() {}

    static double of(double probability) {
        return StrictMath.log(probability / (1 - probability));
    }

    static double inverse(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
