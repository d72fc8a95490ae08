package org.electrongap.claim;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of claims and tables as sets of comparable words: lower case, without plural, spelling variants made one. */
final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}&]+(?:\\.(?=\\d)[\\p{N}]+)?");

    private static final Set<String> EMPTY_WORDS = Set.of(
            "a",
            "an",
            "the",
            "of",
            "in",
            "on",
            "to",
            "for",
            "and",
            "or",
            "by",
            "with",
            "from",
            "at",
            "per",
            "as",
            "is",
            "be",
            "are",
            "was",
            "it",
            "its",
            "this",
            "that",
            "vs",
            "versus",
            "about",
            "than",
            "will",
            "would",
            "into",
            "via",
            "all",
            "over",
            "last",
            "which",
            "who",
            "were",
            "off",
            "electricity",
            "electric",
            "s");

    /** Words that mean the same in this field; the value is the one that is kept. */
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("centre", "center"),
            Map.entry("datacentre", "datacenter"),
            Map.entry("home", "household"),
            Map.entry("residence", "household"),
            Map.entry("bill", "price"),
            Map.entry("tariff", "price"),
            Map.entry("consumer", "retail"),
            Map.entry("customer", "retail"),
            Map.entry("residential", "retail"),
            Map.entry("ratepayer", "retail"),
            Map.entry("utility", "utility"),
            Map.entry("yoy", "change"),
            Map.entry("rise", "change"),
            Map.entry("increase", "change"),
            Map.entry("growth", "change"),
            Map.entry("gpus", "gpu"),
            Map.entry("gpt", "llm"),
            Map.entry("approval", "licence"),
            Map.entry("license", "licence"),
            Map.entry("permit", "licence"),
            Map.entry("accelerator", "gpu"),
            Map.entry("cost", "cost"),
            Map.entry("worth", "value"),
            Map.entry("duration", "term"),
            Map.entry("contract", "deal"),
            Map.entry("agreement", "deal"),
            Map.entry("partnership", "deal"),
            Map.entry("pledged", "pledge"),
            Map.entry("commitment", "pledge"),
            Map.entry("spending", "investment"),
            Map.entry("spend", "investment"),
            Map.entry("invests", "investment"),
            Map.entry("invest", "investment"),
            Map.entry("invested", "investment"),
            Map.entry("stock", "share"),
            Map.entry("cap", "capitalisation"),
            Map.entry("dropped", "offline"),
            Map.entry("tripped", "offline"),
            Map.entry("disconnected", "offline"),
            Map.entry("outage", "event"),
            Map.entry("incident", "event"),
            Map.entry("photovoltaic", "solar"),
            Map.entry("pv", "solar"),
            Map.entry("battery", "storage"));

    /** The patterns of this package's code, each compiled once. */
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private Words() {}

    /** The words of a text that carry meaning, in order of first use. */
    static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String raw : raw(text)) {
            String word = normal(raw);
            if (!word.isEmpty() && !EMPTY_WORDS.contains(word) && !word.matches("[\\d.]+")) {
                words.add(word);
            }
        }
        joinDatacenter(words);
        return words;
    }

    static Set<String> ofAll(String... texts) {
        Set<String> words = new TreeSet<>();
        for (String text : texts) {
            words.addAll(of(text));
        }
        return words;
    }

    private static void joinDatacenter(Set<String> words) {
        if (words.contains("data") && words.contains("center")) {
            words.remove("data");
            words.remove("center");
            words.add("datacenter");
        }
    }

    /** The words as written, without punctuation. */
    static List<String> raw(String text) {
        String plain = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC)
                .replace("U.S.", "US")
                .replace('_', ' ');
        return WORD.matcher(plain).results().map(found -> found.group()).toList();
    }

    /** One word in its comparable form. */
    static String normal(String raw) {
        String word = raw.toLowerCase(Locale.ROOT);
        String singular = word.length() > 3 && word.endsWith("ies")
                ? word.substring(0, word.length() - 3) + "y"
                : word.length() > 3 && word.endsWith("s") && !word.matches(".*(ss|us|is)$")
                        ? word.substring(0, word.length() - 1)
                        : word;
        return SAME.getOrDefault(word, SAME.getOrDefault(singular, singular));
    }

    static boolean matches(String text, String pattern) {
        return text != null && compiled(pattern).matcher(text).find();
    }

    private static Pattern compiled(String pattern) {
        return COMPILED.computeIfAbsent(pattern, text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE));
    }

    /** The position of the first match, or -1. */
    static int position(String text, String pattern) {
        Matcher matcher = compiled(pattern).matcher(text == null ? "" : text);
        return matcher.find() ? matcher.start() : -1;
    }
}
