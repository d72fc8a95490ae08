package org.electrongap.claim;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a claim relates its number to the world. */
public enum Comparator {
    EXACTLY,
    ABOUT,
    MORE_THAN,
    AT_LEAST,
    UP_TO,
    LESS_THAN;

    private static final Map<Comparator, List<String>> PHRASES = Map.of(
            ABOUT,
                    List.of(
                            "about",
                            "around",
                            "roughly",
                            "approximately",
                            "nearly",
                            "almost",
                            "close to",
                            "some",
                            "approach(?:es|ing)?"),
            MORE_THAN,
                    List.of(
                            "(?<!\\b(?:no|not) )more than",
                            "(?<!\\bnot )over",
                            "(?<!\\bnot )above",
                            "(?<!\\b(?:not|never) )exceed(?:s|ing|ed)?"),
            AT_LEAST, List.of("at least", "not? (?:less|fewer) than", "not (?:under|below)", "a minimum of"),
            UP_TO, List.of("up to", "as much as", "as many as", "at most"),
            LESS_THAN,
                    List.of(
                            "(?<!\\b(?:no|not) )(?:less|fewer) than",
                            "(?<!\\bnot )(?:under|below)",
                            "not? more than",
                            "not (?:over|above)",
                            "(?:not|never) exceed(?:s|ing|ed)?"));
    /**
     * The same in Japanese, where some stand before the number and some behind its unit. What is the greatest of its kind, a
     * record or the world's largest, is no bound.
     */
    private static final Map<Comparator, String> JAPANESE_BEFORE =
            Map.of(ABOUT, "約|およそ|ほぼ|おおむね|概ね", UP_TO, "(?<!過去|過去の|史上|歴代|世界|国内|業界|これまでで)(?:最大|最高)");

    /** Between a number and the word that belongs to it stands a unit at most: no particle, no other number. */
    private static final String UNIT = "[^0-9。、のはがをにでとも]{0,12}?";

    private static final String MARK = "(?:の(?:水準|大台|規模|壁|節目))?";
    private static final String NOT = "[えさらりっ]?(?:て(?:は)?い?|ること(?:は|が)?)?(?:な[いかく]|ませ|ず|まい)";

    private static final Map<Comparator, String> JAPANESE_BEHIND = Map.of(
            MORE_THAN, "超(?![大高低小伝電巨音微])(?!" + NOT + ")|" + MARK + "を(?:超|上回)(?!" + NOT + ")",
            AT_LEAST, "以上|" + MARK + "を下回" + NOT,
            UP_TO, "以下",
            LESS_THAN, "未満|" + MARK + "(?:を下回(?!" + NOT + ")|に満たな|を(?:超|上回)" + NOT + ")",
            ABOUT, "近く|程度|前後");

    private static final String FRACTION_WORDS = "an? (?:half|third|quarter|fifth|tenth)|half|twice|double";

    /**
     * The comparator written in a contract's form.
     *
     * @throws IllegalArgumentException when the text is none of the six
     */
    public static Comparator parse(String code) {
        return valueOf(code.trim().toUpperCase(Locale.ROOT));
    }

    /** The form in tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The comparator that stands directly before a number, or before a fraction in words, in a claim's own statement.
     * "Nearly" and "close to" count as about. English and Japanese are read.
     */
    public static Optional<Comparator> readFrom(String statement, String number) {
        String text = Normalizer.normalize(statement, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace(",", "");
        for (Comparator comparator : List.of(MORE_THAN, AT_LEAST, UP_TO, LESS_THAN, ABOUT)) {
            for (String phrase : PHRASES.get(comparator)) {
                if (precedes(text, phrase, number)) {
                    return Optional.of(comparator);
                }
            }
        }
        return readFromJapanese(text, number);
    }

    private static Optional<Comparator> readFromJapanese(String text, String number) {
        return Stream.of(MORE_THAN, AT_LEAST, UP_TO, LESS_THAN, ABOUT)
                .filter(comparator -> standsBeside(text, comparator, number))
                .findFirst();
    }

    private static boolean standsBeside(String text, Comparator comparator, String number) {
        String before = JAPANESE_BEFORE.getOrDefault(comparator, "(?!)");
        String behind = JAPANESE_BEHIND.getOrDefault(comparator, "(?!)");
        return Pattern.compile("(?:" + before + ")\\s*([0-9][0-9.]*)|([0-9][0-9.]*)" + UNIT + "(?:" + behind + ")")
                .matcher(text)
                .results()
                .anyMatch(found -> sameDigits(found.group(1) == null ? found.group(2) : found.group(1), number));
    }

    private static boolean precedes(String text, String phrase, String number) {
        Matcher found = Pattern.compile("\\b" + phrase + "(?: (?:the|us|usd|\\$|another))?\\s*\\$?\\s*("
                        + FRACTION_WORDS + "|[0-9][0-9.]*)")
                .matcher(text);
        while (found.find()) {
            if (!Character.isDigit(found.group(1).charAt(0)) || sameDigits(found.group(1), number)) {
                return true;
            }
        }
        return false;
    }

    /** Whether two numbers have the same significant digits, so that 1.5 trillion and 1500 billion meet. */
    static boolean sameDigits(String a, String b) {
        return significant(a).equals(significant(b));
    }

    private static String significant(String number) {
        String digits = number.replace(".", "").replace("-", "");
        return digits.replaceAll("^0+", "").replaceAll("0+$", "");
    }
}
