package org.electrongap.claim;

import java.util.Map;
import java.util.Set;

/** Which states lie, wholly or in part, in the area of a grid operator. */
final class GridAreas {

    private static final Map<String, Set<String>> STATES = Map.of(
            // PJM Interconnection, "Territory served": 13 states, in part, and the District of Columbia
            "US-PJM",
            Set.of(
                    "US-DE", "US-IL", "US-IN", "US-KY", "US-MD", "US-MI", "US-NJ", "US-NC", "US-OH", "US-PA", "US-TN",
                    "US-VA", "US-WV", "US-DC"));

    private GridAreas() {}

    static boolean contains(String area, String state) {
        return STATES.getOrDefault(area, Set.of()).contains(state);
    }
}
