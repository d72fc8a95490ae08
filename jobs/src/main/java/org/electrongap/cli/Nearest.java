package org.electrongap.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known name that a mistyped one most likely means. */
final class Nearest {

    private Nearest() {}

    /** The name with the fewest edits (Levenshtein 1966), or one that begins or ends alike; nothing when none comes near. */
    static Optional<String> to(String typed, Collection<String> names) {
        int most = Math.max(1, typed.length() / 2);
        LevenshteinDistance edits = LevenshteinDistance.getDefaultInstance();
        return names.stream()
                .filter(name -> name.startsWith(typed)
                        || name.endsWith("_" + typed)
                        || edits.apply(typed, shortOf(name)) <= most)
                .min(Comparator.<String>comparingInt(name -> edits.apply(typed, shortOf(name)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The hint that an error message ends with; empty when there is none. */
    static String hint(String typed, Collection<String> names) {
        return to(typed, names).map(name -> "; did you mean '" + name + "'").orElse("");
    }

    private static String shortOf(String name) {
        return name.substring(name.indexOf('/') + 1);
    }
}
