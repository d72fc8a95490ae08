package org.electrongap.claim;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The technologies that a text names, as the leaf technologies of the panels. */
final class Technologies {

    private static final Map<String, Set<String>> LEAVES = new TreeMap<>(Map.ofEntries(
            Map.entry("solar|photovoltaic|\\bpv\\b", Set.of("solar")),
            Map.entry("offshore wind", Set.of("wind_offshore")),
            Map.entry("onshore wind", Set.of("wind_onshore")),
            Map.entry("(?<!shore )\\bwind\\b", Set.of("wind", "wind_onshore", "wind_offshore")),
            Map.entry("nuclear", Set.of("nuclear")),
            Map.entry("\\bhydro", Set.of("hydro")),
            Map.entry("pumped", Set.of("pumped_storage")),
            Map.entry("\\bcoal\\b", Set.of("coal")),
            Map.entry("\\bgas\\b", Set.of("gas")),
            Map.entry("\\boil\\b", Set.of("oil")),
            Map.entry("geothermal", Set.of("geothermal")),
            Map.entry("bioenergy|biomass", Set.of("bioenergy")),
            Map.entry("batter(?:y|ies)", Set.of("storage")),
            Map.entry("\\brenewables?\\b", renewables()),
            Map.entry("\\bfossil\\b", Set.of("coal", "gas", "oil", "fossil_other"))));

    private Technologies() {}

    /** Leaf technologies named by a text; empty when it speaks of all electricity. */
    static Set<String> namedIn(String text) {
        Set<String> named = new TreeSet<>();
        String spaced = text.replace('_', ' ');
        LEAVES.forEach((pattern, leaves) -> {
            if (Words.matches(spaced, pattern)) {
                named.addAll(leaves);
            }
        });
        return named;
    }

    private static Set<String> renewables() {
        return Set.of(
                "solar",
                "wind",
                "wind_onshore",
                "wind_offshore",
                "hydro",
                "bioenergy",
                "geothermal",
                "marine",
                "other_renewable");
    }

    /** "solar", "wind" or "all technologies", for a definition. */
    static String words(Set<String> technologies) {
        if (technologies.isEmpty()) {
            return "all technologies";
        }
        if (technologies.containsAll(Set.of("wind", "wind_onshore"))) {
            Set<String> shorter = new TreeSet<>(technologies);
            shorter.removeAll(Set.of("wind_onshore", "wind_offshore"));
            return String.join(" and ", shorter);
        }
        return String.join(" and ", technologies);
    }
}
