package org.electrongap.share.simulation;

import java.util.List;
import java.util.Optional;

/**
 * All that a simulation of one region needs.
 *
 * @param otherLoad use that is no data centre
 * @param components the components that can be had
 * @param ceiling the supply ceiling, which caps the pool
 * @param pool the weights
 * @param floor the least width of the headline
 * @param aiFraction the part of the load that is AI; empty where nobody judges it
 */
public record LoadModel(
        OtherLoad otherLoad,
        List<LoadComponent> components,
        Optional<SupplyCeiling> ceiling,
        LinearPool pool,
        VintageFloor floor,
        Optional<YearlyFraction> aiFraction) {

    public LoadModel {
        components = List.copyOf(components);
    }

    /** The model without the components that only describe, and without the AI part: enough for the headline. */
    public LoadModel pooledOnly() {
        List<LoadComponent> weighted = components.stream()
                .filter(component -> pool.weights().getOrDefault(component.component(), 0.0) > 0)
                .toList();
        return new LoadModel(otherLoad, weighted, ceiling, pool, floor, Optional.empty());
    }
}
