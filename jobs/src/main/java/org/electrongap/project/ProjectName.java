package org.electrongap.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A project's name taken apart.
 *
 * @param words distinctive words, sorted
 * @param buildings designators of a building or phase: {@code iad79}, {@code 2}, {@code phase 2}, {@code expansion}, sorted
 * @param parties parents of companies that the name mentions, sorted
 */
public record ProjectName(Set<String> words, Set<String> buildings, Set<String> parties) {

    private static final Pattern DESIGNATOR = Pattern.compile("([a-z]{1,5})(\\d{1,3})([a-z]?)");
    private static final Pattern LETTERS_OF_DESIGNATOR = Pattern.compile("[a-z]{2,4}");
    /** In a name, two Latin letters are the form of a company or the code of a state or a port. */
    private static final Pattern ABBREVIATION = Pattern.compile("[a-z]{2}");
    /** Opens the designator of a phase, so that phase 2 is not taken for building 2. */
    static final String PHASE = "phase ";

    private static final Pattern NUMBER = Pattern.compile("0*(\\d{1,3})[a-z]?");
    private static final Map<String, String> COUNTED = Map.ofEntries(
            Map.entry("i", "1"),
            Map.entry("ii", "2"),
            Map.entry("iii", "3"),
            Map.entry("iv", "4"),
            Map.entry("v", "5"),
            Map.entry("vi", "6"),
            Map.entry("vii", "7"),
            Map.entry("viii", "8"),
            Map.entry("ix", "9"),
            Map.entry("first", "1"),
            Map.entry("second", "2"),
            Map.entry("third", "3"));

    public ProjectName {
        words = Set.copyOf(words);
        buildings = Set.copyOf(buildings);
        parties = Set.copyOf(parties);
    }

    /** Takes a name apart by the words' roles. */
    public static ProjectName of(String name, Vocabulary vocabulary) {
        List<String> words = Vocabulary.words(name);
        List<String> rest = new ArrayList<>();
        Set<String> parties = new TreeSet<>();
        int start = 0;
        for (Vocabulary.Mention mention : vocabulary.mentions(words)) {
            rest.addAll(words.subList(start, mention.start()));
            parties.add(mention.parent());
            start = mention.end();
        }
        rest.addAll(words.subList(start, words.size()));
        return sorted(rest, parties, vocabulary);
    }

    private static ProjectName sorted(List<String> rest, Set<String> parties, Vocabulary vocabulary) {
        Set<String> distinctive = new TreeSet<>();
        Set<String> buildings = new TreeSet<>();
        for (int i = 0; i < rest.size(); i++) {
            String word = rest.get(i);
            String next = i + 1 < rest.size() ? rest.get(i + 1) : "";
            Optional<String> phase = vocabulary.is(word, Vocabulary.Role.PHASE) ? number(next) : Optional.empty();
            if (phase.isPresent()) {
                buildings.add(PHASE + phase.get());
                i++;
            } else if (opensDesignator(word, next, vocabulary)) {
                buildings.add(word + withoutZeros(next));
                i++;
            } else {
                place(word, vocabulary, distinctive, buildings);
            }
        }
        return new ProjectName(distinctive, buildings, parties);
    }

    private static Optional<String> number(String word) {
        return COUNTED.containsKey(word)
                ? Optional.of(COUNTED.get(word))
                : Optional.of(word).filter(w -> NUMBER.matcher(w).matches()).map(ProjectName::withoutZeros);
    }

    private static boolean opensDesignator(String word, String next, Vocabulary vocabulary) {
        return LETTERS_OF_DESIGNATOR.matcher(word).matches()
                && NUMBER.matcher(next).matches()
                && vocabulary.isDistinctive(word);
    }

    private static void place(String word, Vocabulary vocabulary, Set<String> distinctive, Set<String> buildings) {
        Matcher designator = DESIGNATOR.matcher(word);
        if (COUNTED.containsKey(word)) {
            buildings.add(COUNTED.get(word));
        } else if (NUMBER.matcher(word).matches()) {
            buildings.add(withoutZeros(word));
        } else if (designator.matches()) {
            buildings.add(designator.group(1) + withoutZeros(designator.group(2)) + designator.group(3));
        } else if (word.length() == 1
                || vocabulary.role(word).filter(r -> r == Vocabulary.Role.PART).isPresent()) {
            buildings.add(word);
        } else if (vocabulary.isDistinctive(word) && !ABBREVIATION.matcher(word).matches()
                || vocabulary.role(word).filter(r -> r == Vocabulary.Role.STATE).isPresent()) {
            distinctive.add(word);
        }
    }

    private static String withoutZeros(String number) {
        return number.replaceFirst("^0+(?=\\d)", "");
    }
}
