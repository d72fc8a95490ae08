package org.electrongap.share.simulation;

import java.util.Locale;

/** The models of data-centre load whose distributions are published side by side, and their pools. */
public enum ShareComponent {
    /** Regression of log load on the year: descriptive. */
    LOG_LINEAR("log-linear trend"),
    /** Regression of the logit of the share on the year: descriptive. */
    LOGIT_SHARE("logit trend of the share"),
    /** Conjugate regression with a stated growth prior. */
    BAYES("conjugate Bayes"),
    /** Growth that fades from a first to a last rate. */
    DAMPED_GROWTH("damped growth"),
    /** Projects by stage, above the fleet that exists. */
    BOTTOM_UP("bottom-up pipeline"),
    /** What others have published, one value a publisher. */
    PUBLISHED("published forecasts"),
    /** The most that additions of supply allow. */
    SUPPLY_CEILING("supply ceiling"),
    /** Linear pool of Bayes, damped growth, bottom-up and published, each path capped by the ceiling. */
    POOL("pool"),
    /** The pool widened to the error that published forecasts have had: the headline. */
    POOL_WIDENED("pool, widened"),
    /** Lowest and highest published value of a part of the load that nobody measures. */
    BOUNDS("bounds");

    private final String title;

    ShareComponent(String title) {
        this.title = title;
    }

    /** The name as written in a row. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name for people. */
    public String title() {
        return title;
    }
}
