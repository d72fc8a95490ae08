package org.electrongap.share;

import java.util.List;
import java.util.Map;

/**
 * A named set of changes to the assumptions.
 *
 * @param name its name, as written in the reports
 * @param overrides the changes
 */
public record Scenario(String name, List<AssumptionOverride> overrides) {

    /** The name of the forecast without changes. */
    public static final String BASE = "base";

    public Scenario {
        overrides = List.copyOf(overrides);
        if (name.isBlank() || name.equals(BASE)) {
            throw new IllegalArgumentException("a scenario needs a name other than '" + BASE + "'");
        }
    }

    /**
     * The scenarios of a file, one for each value of its column scenario; without that column one, named by the caller.
     *
     * @throws org.electrongap.share.simulation.InvalidAssumptionsException naming every fault with its line
     */
    public static List<Scenario> read(String name, String origin, List<Map<String, String>> records) {
        return AssumptionOverride.read(origin, records).entrySet().stream()
                .map(entry -> new Scenario(entry.getKey().isEmpty() ? name : entry.getKey(), entry.getValue()))
                .toList();
    }
}
