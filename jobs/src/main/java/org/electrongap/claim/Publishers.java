package org.electrongap.claim;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which publishers a claim names, by full name or by initials. */
final class Publishers {

    /** A first word of this many letters is a name of its own: Goldman, McKinsey, Lawrence. */
    private static final int SURNAME = 7;

    private Publishers() {}

    static Set<String> namedIn(String text, Collection<String> sources) {
        Set<String> named = new TreeSet<>();
        for (String source : sources) {
            if (names(text, plain(source))) {
                named.add(source);
            }
        }
        return named;
    }

    /** The publisher without relay, edition and legal form. */
    static String plain(String source) {
        return source.replaceAll("\\|.*", "")
                .replaceAll("\\s*\\([^)]*\\)", "")
                .replaceAll("(?i)\\s*&? ?(company|inc|ltd)\\.?$", "")
                .replaceAll("^(US|U\\.S\\.) ", "")
                .trim();
    }

    /** Whose figure it is: of one that is "electron-gap, from Wood Mackenzie" or "Wood Mackenzie via POWER", Wood Mackenzie. */
    static String origin(String source) {
        return plain(source.replaceAll("^.*, from ", "").replaceAll(" via .*$", ""));
    }

    private static boolean names(String text, String publisher) {
        String initials = publisher
                .replaceAll("\\b(of|the|and|for)\\b", "")
                .replaceAll("[^\\p{L} ]", "")
                .replaceAll("(\\p{L})\\p{L}*\\s*", "$1");
        String family = publisher.split(" ")[0];
        boolean ownName = family.matches("\\p{Lu}{3,}") || (family.length() >= SURNAME && !isCommon(family));
        return hasWord(text, publisher)
                || (initials.length() >= 3 && hasWord(text, initials.toUpperCase(Locale.ROOT)))
                || (ownName && publisher.contains(" ") && hasWord(text, family));
    }

    /** The "American" of American Clean Power is in many claims that speak of nobody. */
    private static boolean isCommon(String word) {
        return Entities.isRegionWord(word) || word.equals("International") || word.equals("Central");
    }

    private static boolean hasWord(String text, String word) {
        return !word.isEmpty()
                && text.contains(word)
                && Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])")
                        .matcher(text)
                        .find();
    }
}
