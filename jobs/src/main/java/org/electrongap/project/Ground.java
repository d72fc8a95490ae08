package org.electrongap.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a record's words say of the ground that it stands on.
 *
 * @param lots exact names of one piece of ground or one building: {@code parcel|4288975}, {@code address|5420 tulane},
 *     {@code building|bldg7f3a21}
 * @param towns distinctive words of the place beside those
 */
record Ground(Set<String> lots, Set<String> towns) {

    private static final Pattern PARCEL = Pattern.compile("(?i)\\bparcel\\s+([^;,]*\\d[^;,]*)");
    private static final Pattern BUILDING = Pattern.compile("(?i)\\bbuilding\\s+([a-z]+-[0-9a-f]{6,})\\b");
    private static final Pattern EMPTY_DECIMALS = Pattern.compile("\\.0+$");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^a-z0-9]+");
    private static final Pattern HOUSE_NUMBER = Pattern.compile("\\d{1,5}");
    private static final Pattern TOWN = Pattern.compile("\\p{L}{3,}");
    /** Words between a house number and the kind of street, as in "8161 Jim Christal Rd". */
    private static final int LONGEST_STREET = 3;

    Ground {
        lots = Set.copyOf(lots);
        towns = Set.copyOf(towns);
    }

    /** Reads the place; a name is often an address, but no town. */
    static Ground of(String place, String name, Vocabulary vocabulary) {
        Set<String> lots = new TreeSet<>();
        Set<String> towns = new TreeSet<>();
        String rest = take(BUILDING, "building|", take(PARCEL, "parcel|", place, lots), lots);
        for (String word : takeAddress(Vocabulary.words(rest), vocabulary, lots)) {
            if (TOWN.matcher(word).matches() && vocabulary.isDistinctive(word)) {
                towns.add(word);
            }
        }
        takeAddress(Vocabulary.words(name), vocabulary, lots);
        return new Ground(lots, towns);
    }

    private static String take(Pattern pattern, String kind, String text, Set<String> lots) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            String number = EMPTY_DECIMALS.matcher(found.group(1).strip()).replaceAll("");
            lots.add(kind + plain(number));
        }
        return pattern.matcher(text).replaceAll(" ");
    }

    /** Registers write one number with and without punctuation and leading zeros. */
    private static String plain(String number) {
        return NEITHER_LETTER_NOR_DIGIT
                .matcher(number.toLowerCase(java.util.Locale.ROOT))
                .replaceAll("")
                .replaceFirst("^0+(?=\\d)", "");
    }

    /** The words without the address, which is a house number with what follows up to the kind of street. */
    private static List<String> takeAddress(List<String> words, Vocabulary vocabulary, Set<String> lots) {
        for (int start = 0; start + 1 < words.size(); start++) {
            int end = HOUSE_NUMBER.matcher(words.get(start)).matches() ? street(words, start, vocabulary) : -1;
            if (end > 0) {
                lots.add("address|" + String.join(" ", words.subList(start, end)));
                List<String> rest = new ArrayList<>(words.subList(0, start));
                rest.addAll(words.subList(end, words.size()));
                return rest;
            }
        }
        return words;
    }

    /** Where the kind of street stands; a highway has its number behind it. */
    private static int street(List<String> words, int start, Vocabulary vocabulary) {
        for (int i = start + 1; i < words.size() && i <= start + 1 + LONGEST_STREET; i++) {
            if (vocabulary.is(words.get(i), Vocabulary.Role.STREET)) {
                return i > start + 1 ? i : Math.min(i + 2, words.size());
            }
        }
        return -1;
    }
}
