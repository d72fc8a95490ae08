package org.electrongap.share.simulation;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The linear opinion pool (Stone 1961): a path follows one component, chosen with the component's weight. Where a component
 * does not cover a year its weight goes to the others in proportion.
 *
 * @param weights weight of each component; they add to 1
 */
public record LinearPool(Map<ShareComponent, Double> weights) {

    private static final String CHOICE = "pool choice";

    public LinearPool {
        weights = Map.copyOf(weights);
    }

    /** The pool with the weights of the rows weight_bayes, weight_damped_growth, weight_bottom_up and weight_published. */
    public static LinearPool of(Assumptions assumptions) {
        Map<ShareComponent, Double> weights = new EnumMap<>(ShareComponent.class);
        weights.put(ShareComponent.BAYES, assumptions.require("weight_bayes").value());
        weights.put(
                ShareComponent.DAMPED_GROWTH,
                assumptions.require("weight_damped_growth").value());
        weights.put(
                ShareComponent.BOTTOM_UP,
                assumptions.require("weight_bottom_up").value());
        weights.put(
                ShareComponent.PUBLISHED,
                assumptions.require("weight_published").value());
        return new LinearPool(weights);
    }

    /** The weights with which the components that cover a year enter it: they add to 1. */
    public Map<ShareComponent, Double> of(Collection<LoadComponent> components, int year) {
        Map<ShareComponent, Double> present = new EnumMap<>(ShareComponent.class);
        components.stream()
                .filter(component -> component.covers(year) && weights.getOrDefault(component.component(), 0.0) > 0)
                .forEach(component -> present.put(component.component(), weights.get(component.component())));
        double total =
                present.values().stream().mapToDouble(Double::doubleValue).sum();
        present.replaceAll((component, weight) -> present.size() == weights.size() ? weight : weight / total);
        return present;
    }

    /**
     * The pooled paths of a year.
     *
     * @param components the paths of each component; an empty array where it does not cover the year
     * @param ceiling the most that a path may be; empty for no ceiling
     * @return empty when no component with a weight covers the year
     */
    double[] pooled(PathBlock block, Map<ShareComponent, double[]> components, double[] ceiling) {
        Map<ShareComponent, Double> present = presentWeights(components);
        double total =
                present.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!(total > 0)) {
            return new double[0];
        }
        double[] choice = block.uniforms(CHOICE);
        double[] pooled = new double[block.size()];
        for (int i = 0; i < pooled.length; i++) {
            double value = components.get(chosen(present, choice[i] * total))[i];
            pooled[i] = ceiling.length == 0 ? value : Math.min(value, ceiling[i]);
        }
        return pooled;
    }

    /** The weights of the components that cover a year, in the order of the components. */
    private Map<ShareComponent, Double> presentWeights(Map<ShareComponent, double[]> components) {
        Map<ShareComponent, Double> present = new TreeMap<>();
        components.forEach((component, paths) -> {
            double weight = weights.getOrDefault(component, 0.0);
            if (paths.length > 0 && weight > 0) {
                present.put(component, weight);
            }
        });
        return present;
    }

    private static ShareComponent chosen(Map<ShareComponent, Double> weights, double point) {
        double cumulative = 0;
        ShareComponent last = null;
        for (Map.Entry<ShareComponent, Double> weight : weights.entrySet()) {
            cumulative += weight.getValue();
            last = weight.getKey();
            if (point < cumulative) {
                return last;
            }
        }
        return last;
    }
}
