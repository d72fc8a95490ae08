package org.electrongap.share;

import java.util.Optional;
import org.electrongap.share.simulation.BottomUp;
import org.electrongap.share.simulation.OtherLoad;
import org.electrongap.statistics.Outcome;

/**
 * Turns a published figure into TWh a year.
 *
 * @param otherLoad use that is no data centre, on the headline denominator
 * @param demand the ratios between denominators
 * @param primary the headline denominator
 * @param loadFactor average over facility power; empty where none is assumed
 */
record TwhConversion(OtherLoad otherLoad, DemandHistory demand, Denominator primary, Optional<Double> loadFactor) {

    /** The centre of a figure in TWh, or why it cannot be had. */
    Outcome<Double> twh(LoadFigure figure) {
        return figure.centre().isPresent()
                ? twh(figure, figure.centre().getAsDouble())
                : Outcome.refused("the publisher gives no number");
    }

    /** A value of a figure in TWh. */
    Outcome<Double> twh(LoadFigure figure, double value) {
        return switch (figure.quantity()) {
            case DATACENTER_TWH -> Outcome.of(value);
            case SHARE ->
                denominatorOf(figure)
                        .then(denominator -> demand.ratio(denominator, primary))
                        .then(ratio -> ofShare(value * ratio, figure.year()));
            case POWER_GW -> hours(figure).map(factor -> value * BottomUp.TWH_PER_GW_YEAR * factor);
            case GROWTH -> Outcome.refused("a growth rate has no level: its base is not published beside it");
        };
    }

    /** What a published share is a share of; a publisher who does not say is taken to mean the headline denominator. */
    Outcome<Denominator> denominatorOf(LoadFigure figure) {
        return switch (figure.basis()) {
            case "generation", "generation_plus_net_imports" -> Outcome.of(Denominator.GENERATION_PLUS_NET_IMPORTS);
            case "retail_sales" -> Outcome.of(Denominator.RETAIL_SALES);
            case "end_use", "as_published", "share_only", "average_power" -> Outcome.of(primary);
            default -> Outcome.refused("a share of " + figure.basis().replace('_', ' ') + " is no share of energy");
        };
    }

    private Outcome<Double> ofShare(double share, int year) {
        return share > 0 && share < 1
                ? Outcome.of(otherLoad.centralTwh(year) * share / (1 - share))
                : Outcome.refused("a share of " + share + " leaves nothing for other use");
    }

    private Outcome<Double> hours(LoadFigure figure) {
        if (figure.basis().equals("power_average")) {
            return Outcome.of(1.0);
        }
        if (figure.basis().equals("peak_demand")) {
            return Outcome.refused("power at the system peak is no energy, and its load factor is not published");
        }
        return loadFactor.map(Outcome::of).orElseGet(() -> Outcome.refused("no assumption load_factor for the region"));
    }
}
