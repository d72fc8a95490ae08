package org.electrongap.project;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What words in names and companies mean: which companies belong to one parent, and which words tell nothing.
 *
 * @param parents the parent by alias, both lower case with single blanks
 * @param large parents with hundreds of sites: that two records share one of these says less
 * @param roles what a word of a name is; a word without a role is distinctive
 * @param frequent what many of the records at hand have
 */
public record Vocabulary(Map<String, String> parents, Set<String> large, Map<String, Role> roles, Frequent frequent)
        implements Serializable {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST_ALIAS_WORDS = 5;

    /** What a word does in a name. */
    public enum Role {
        /** So common that it tells nothing. */
        GENERIC,
        /** Part of a company's form. */
        LEGAL,
        /** The next word counts parts of a campus, as in "phase 2". */
        MARK,
        /** The next word counts phases: "phase 2" is not building 2. */
        PHASE,
        /** Names a part of a campus by itself, as in "expansion". */
        PART,
        /** A state, which the subdivision's code tells already. */
        STATE,
        /** A kind of street: with the number before it, it makes an address. */
        STREET
    }

    /** An alias found among words: the words from start, included, to end, excluded, name the parent. */
    record Mention(int start, int end, String parent) {}

    public Vocabulary {
        parents = Map.copyOf(parents);
        large = Set.copyOf(large);
        roles = Map.copyOf(roles);
    }

    /** The same for records among which these words and parents are frequent. */
    Vocabulary with(Frequent others) {
        return new Vocabulary(parents, large, roles, others);
    }

    /** The text's words: lower case, no accents, nothing but letters and digits. */
    static List<String> words(String text) {
        if (text == null) {
            return List.of();
        }
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        return Arrays.stream(SEPARATORS.split(plain.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether the word has no role and so tells projects apart. */
    boolean isDistinctive(String word) {
        return !roles.containsKey(word);
    }

    boolean is(String word, Role role) {
        return roles.get(word) == role;
    }

    Optional<Role> role(String word) {
        return Optional.ofNullable(roles.get(word));
    }

    /** The parents mentioned among the words, from left to right, the longest alias first. */
    List<Mention> mentions(List<String> words) {
        List<Mention> found = new ArrayList<>();
        int start = 0;
        while (start < words.size()) {
            Optional<Mention> mention = mentionAt(words, start);
            mention.ifPresent(found::add);
            start = mention.map(Mention::end).orElse(start + 1);
        }
        return found;
    }

    private Optional<Mention> mentionAt(List<String> words, int start) {
        int longest = Math.min(words.size(), start + LONGEST_ALIAS_WORDS);
        return IntStream.iterate(longest, end -> end > start, end -> end - 1)
                .mapToObj(end -> new Mention(start, end, parents.get(String.join(" ", words.subList(start, end)))))
                .filter(mention -> mention.parent() != null)
                .findFirst();
    }
}
