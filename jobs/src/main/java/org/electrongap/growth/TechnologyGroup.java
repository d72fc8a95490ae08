package org.electrongap.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Technologies that are sums of others, and of which, so that nothing is counted twice.
 *
 * <p>Where a source gives both a part and its own parts ({@code wind} beside {@code wind_onshore}), only the coarser one is
 * added. Pumped storage is in the total alone: it stores, it is neither fossil nor renewable. Batteries ({@code storage})
 * are in no sum: panels of installed capacity leave them out.
 */
enum TechnologyGroup {
    WIND("wind", List.of("wind_onshore", "wind_offshore")),
    FOSSIL("fossil", List.of("coal", "gas", "oil", "fossil_other")),
    RENEWABLE("renewable", List.of("hydro", "wind", "solar", "bioenergy", "geothermal", "marine", "other_renewable")),
    TOTAL("total", List.of("fossil", "nuclear", "renewable", "pumped_storage", "other_nonrenewable", "other"));

    private final String technology;
    private final List<String> parts;

    TechnologyGroup(String technology, List<String> parts) {
        this.technology = technology;
        this.parts = parts;
    }

    String technology() {
        return technology;
    }

    /** The parts to add up, given what the source has: a part that it has not is replaced by its own parts. */
    List<String> leaves(Set<String> given) {
        List<String> leaves = new ArrayList<>();
        for (String part : parts) {
            if (given.contains(part)) {
                leaves.add(part);
            } else {
                of(part).ifPresent(inner -> leaves.addAll(inner.leaves(given)));
            }
        }
        return leaves;
    }

    /** Whether values of the technology overlap others: no leaf, whoever gives it. */
    static boolean isGroup(String technology) {
        return technology.equals("total") || technology.equals("fossil") || technology.equals("renewable");
    }

    /** The group of that name, if there is one. */
    static Optional<TechnologyGroup> of(String technology) {
        return Arrays.stream(values())
                .filter(group -> group.technology.equals(technology))
                .findFirst();
    }
}
