package org.electrongap.share;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.electrongap.share.simulation.ShareComponent;
import org.electrongap.share.simulation.ShareDistribution;
import org.electrongap.share.simulation.SimulatedLoad;
import org.electrongap.share.simulation.TargetYears;

/**
 * A region's forecast under one scenario.
 *
 * @param parts the model and what it rests on
 * @param scenario the scenario's name
 * @param years the years that were asked for
 * @param simulated the paths; empty where the model was refused
 * @param sorted the distributions that have been asked for: sorting them is the dear part
 */
record RegionForecast(
        ModelParts parts,
        String scenario,
        TargetYears years,
        Optional<SimulatedLoad> simulated,
        Map<String, Optional<ShareDistribution>> sorted) {

    RegionForecast(ModelParts parts, String scenario, TargetYears years, Optional<SimulatedLoad> simulated) {
        this(parts, scenario, years, simulated, new ConcurrentHashMap<>());
    }

    /** The distribution of a component in a year, if there is one. */
    Optional<ShareDistribution> distribution(ShareComponent component, int year) {
        return sorted.computeIfAbsent(
                component.code() + year, key -> simulated.flatMap(paths -> paths.distribution(component, year)));
    }

    /** Why there is no distribution of a component in a year. */
    String refusal(ShareComponent component, int year) {
        return parts.model()
                .reason()
                .or(() -> Optional.ofNullable(parts.refusals().get(component)))
                .orElseGet(() -> component == ShareComponent.BOUNDS
                        ? "no row ai_only_fraction for " + parts.region()
                        : component.title() + ": nothing is known that reaches " + year
                                + (component == ShareComponent.PUBLISHED ? " from two publishers or more" : ""));
    }
}
