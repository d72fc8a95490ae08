package org.electrongap.claim;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures of the tables, ready to be asked. Recalled figures and those of a single article are no evidence. */
final class EvidenceIndex {

    private static final Set<String> NO_EVIDENCE = Set.of("recalled", "single_article");
    private static final Set<String> PANELS = Set.of("core/capacity", "core/generation", "core/demand");
    private static final Set<String> LOADS = Set.of("core/datacenter_load", "core/published_forecasts");
    private static final Set<String> LOAD_SCOPES = Set.of(
            "all",
            "ai_only",
            "servers_only",
            "incl_crypto",
            "incl_crypto_excl_enterprise",
            "incl_chip_foundries",
            "colocation_and_hyperscale_it");

    private final Map<String, List<Figure>> panels;
    private final List<Figure> loads;
    private final List<Figure> singles;
    private final Map<String, Double> wordWeights;
    private final Map<Figure, Set<String>> subjectWords;
    private final Map<Figure, Set<String>> mainWords;
    private final Map<Figure, Set<String>> names;
    private final Map<Figure, Set<String>> texts;
    private final double nameWeight;

    EvidenceIndex(List<Figure> figures) {
        List<Figure> usable = figures.stream()
                .filter(figure -> !NO_EVIDENCE.contains(figure.grade()))
                .map(figure -> Map.entry(figure.toString(), figure))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        panels = usable.stream()
                .filter(figure -> PANELS.contains(figure.table()))
                .collect(Collectors.groupingBy(figure -> figure.table() + "|" + figure.region()));
        loads = usable.stream().filter(EvidenceIndex::isLoad).toList();
        singles = usable.stream()
                .filter(figure -> !PANELS.contains(figure.table()) && !isLoad(figure))
                .toList();
        subjectWords = singles.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), figure -> wordsOf(figure, figure.subject())));
        mainWords = singles.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), figure -> wordsOf(figure, withoutBrackets(figure))));
        names = singles.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), figure -> Entities.in(figure.subject())));
        texts = singles.stream().distinct().collect(Collectors.toMap(Function.identity(), this::textOf));
        Set<Set<String>> subjects = Set.copyOf(subjectWords.values());
        wordWeights = weights(subjects);
        nameWeight = StrictMath.log((subjects.size() + 1.0) / 0.5);
    }

    private static boolean isLoad(Figure figure) {
        return LOADS.contains(figure.table()) && LOAD_SCOPES.contains(figure.scope());
    }

    /** Panel figures of a region, of every source and edition. */
    List<Figure> panel(String table, String region) {
        return panels.getOrDefault(table + "|" + region, List.of());
    }

    /** Every source and edition of a panel's figures, in any region that is loaded. */
    Set<String> panelSources(String table) {
        return panels.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(table + "|"))
                .flatMap(entry -> entry.getValue().stream())
                .map(figure -> figure.source() + "|" + figure.edition())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Orders editions by their last day. */
    static int byPublication(String a, String b) {
        long dayA = DateSpan.parse(a).map(span -> span.last().toEpochDay()).orElse(Long.MIN_VALUE);
        long dayB = DateSpan.parse(b).map(span -> span.last().toEpochDay()).orElse(Long.MIN_VALUE);
        return dayA != dayB ? Long.compare(dayA, dayB) : a.compareTo(b);
    }

    /** Figures of data-centre load of a region, every publisher. */
    List<Figure> loads(String region) {
        return loads.stream().filter(figure -> figure.region().equals(region)).toList();
    }

    /** Single figures: market series, reference facts, projects, forecasts of something else than data-centre load. */
    List<Figure> singles() {
        return singles;
    }

    /** The words of a single figure's subject and quantity. */
    Set<String> words(Figure single) {
        return subjectWords.get(single);
    }

    /** The same without what stands in brackets: another name of the subject, or a list of those who take part. */
    Set<String> wordsBeforeBrackets(Figure single) {
        return mainWords.get(single);
    }

    /** The names in a single figure's subject. */
    Set<String> names(Figure single) {
        return names.get(single);
    }

    /** The words of a single figure's subject, quantity, basis and parties. */
    Set<String> text(Figure single) {
        return texts.get(single);
    }

    private Set<String> textOf(Figure figure) {
        Set<String> text = new TreeSet<>(subjectWords.get(figure));
        text.addAll(Words.ofAll(figure.basis(), figure.kind()));
        return text;
    }

    private static String withoutBrackets(Figure figure) {
        return figure.subject().replaceAll("\\([^)]*\\)", "");
    }

    private static Set<String> wordsOf(Figure figure, String subject) {
        Set<String> words = new TreeSet<>(Words.of(subject));
        words.addAll(Words.of(figure.quantity()));
        words.addAll(Words.of(figure.scope().equals("all") ? "" : figure.scope()));
        return words;
    }

    /** How much a word tells: ln((N + 1) / (n + 1/2)) for n of N subjects with it (Robertson and Sparck Jones 1976). */
    double weight(String word) {
        return wordWeights.getOrDefault(word, nameWeight);
    }

    /** The weight of a word that no figure has, which every name gets. */
    double nameWeight() {
        return nameWeight;
    }

    private static Map<String, Double> weights(Set<Set<String>> distinct) {
        Map<String, Integer> counts = new TreeMap<>();
        distinct.forEach(words -> words.forEach(word -> counts.merge(word, 1, Integer::sum)));
        Map<String, Double> weights = new TreeMap<>();
        counts.forEach((word, count) -> weights.put(word, StrictMath.log((distinct.size() + 1.0) / (count + 0.5))));
        return weights;
    }
}
