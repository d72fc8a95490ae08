package org.electrongap.share;

import java.util.Optional;
import org.electrongap.share.simulation.Assumption;
import org.electrongap.share.simulation.Assumptions;

/**
 * The level of the prior: judged, until the load's publisher has put out a newer edition than the one that the regression
 * reads, with a figure of the prior's year. Then that figure is the level. The regression itself stays on one edition.
 */
final class BayesPriorLevel {

    private static final String NAME = "bayes_prior_level";

    private BayesPriorLevel() {}

    /** The assumptions with the level that holds. */
    static Assumptions of(Assumptions assumptions, LoadHistory history) {
        return published(assumptions, history).map(assumptions::with).orElse(assumptions);
    }

    /** The published figure that takes the place of the judged level; empty while there is none. */
    static Optional<Assumption> published(Assumptions assumptions, LoadHistory history) {
        LoadFigure newest = history.newest();
        return assumptions
                .find(NAME)
                .filter(level -> level.year().isPresent() && level.year().getAsInt() == newest.year())
                .filter(level -> !newest.edition().equals(history.edition()))
                .map(level -> level.at(newest.mid().getAsDouble())
                        .because(newest.publisher() + ", edition " + newest.edition()));
    }
}
