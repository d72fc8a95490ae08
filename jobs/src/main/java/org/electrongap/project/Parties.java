package org.electrongap.project;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Companies as a register writes them, brought to the names of their parents. */
final class Parties {

    /** Contract: several joined by "; ". County registers also join owner and operator by a slash or a comma. */
    private static final Pattern JOINTS = Pattern.compile("[;/,]|\\s(?:for|and)\\s");

    private Parties() {}

    /** The parents named in the text; a company without a known alias stands for itself without its legal form. */
    static Set<String> parents(String text, Vocabulary vocabulary) {
        Set<String> parents = new TreeSet<>();
        if (text != null) {
            for (String party : JOINTS.split(text)) {
                addParent(Vocabulary.words(party), vocabulary, parents);
            }
        }
        return parents;
    }

    private static void addParent(List<String> words, Vocabulary vocabulary, Set<String> parents) {
        List<Vocabulary.Mention> mentions = vocabulary.mentions(words);
        mentions.forEach(mention -> parents.add(mention.parent()));
        if (mentions.isEmpty()) {
            String name = words.stream()
                    .filter(word -> vocabulary
                            .role(word)
                            .map(role -> role == Vocabulary.Role.MARK || role == Vocabulary.Role.PHASE)
                            .orElse(true))
                    .collect(Collectors.joining(" "));
            if (!name.isEmpty()) {
                parents.add(name);
            }
        }
    }
}
