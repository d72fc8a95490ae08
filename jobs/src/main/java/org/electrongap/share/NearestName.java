package org.electrongap.share;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name that a misspelt one most likely means. */
final class NearestName {

    private NearestName() {}

    /** The known name with the fewest edits, unless that would change more than a third of it. */
    static Optional<String> to(String misspelt, Collection<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(name -> edits(misspelt, name))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> 3 * edits(misspelt, name) <= Math.max(name.length(), misspelt.length()));
    }

    /** Insertions, deletions and replacements between two words (Levenshtein 1966). */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
