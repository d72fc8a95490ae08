package org.electrongap.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.electrongap.claim.Finding.Difference;

/**
 * Holds a claim against its own article: a ratio or a growth against the numbers that it is made of, a level against another
 * claim of the very same thing. These findings are never evidence about the world.
 */
final class OwnArticleFinder implements Finder {

    /** Two claims speak of one thing when their subjects share this many words. */
    private static final int SHARED_WORDS = 2;

    private final Map<String, List<Question>> byArticle;

    OwnArticleFinder(List<Question> questions) {
        byArticle = questions.stream()
                .filter(question -> question.claim().value().isPresent()
                        && !question.claim().article().isEmpty())
                .collect(Collectors.groupingBy(
                        question -> question.claim().article(), TreeMap::new, Collectors.toList()));
    }

    @Override
    public List<Finding> find(Question question) {
        List<Question> article = byArticle.getOrDefault(question.claim().article(), List.of());
        if (question.is(Relation.RATIO) && question.measure().isPresent()) {
            return ratios(question, article);
        }
        if (question.is(Relation.LEVEL) && question.measure().isPresent()) {
            return repetitions(question, article);
        }
        return question.is(Relation.GROWTH) && question.measure().isEmpty() ? growths(question, article) : List.of();
    }

    private static List<Finding> ratios(Question question, List<Question> article) {
        return pairs(
                question,
                levelsOf(question, article, question.region()),
                levelsOf(question, article, question.claim().comparisonRegion()),
                Function.identity(),
                " over ");
    }

    /** What the article says elsewhere of the same measure, region, year and definition. */
    private static List<Finding> repetitions(Question question, List<Question> article) {
        return levelsOf(question, article, question.region()).stream()
                .filter(other -> other != question
                        && isPoint(other.claim())
                        && other.scope().equals(question.scope())
                        && other.basis().equals(question.basis())
                        && other.claim().unit().measuresLike(question.claim().unit()))
                .map(other -> new Finding(
                        Difference.OWN_REPETITION,
                        question.claim()
                                .unit()
                                .convert(
                                        other.claim().value().orElseThrow(),
                                        other.claim().unit()),
                        words(other.claim()) + " of the same article",
                        "own article",
                        List.of()))
                .toList();
    }

    /** "More than 10,000" beside 10,066 is no contradiction. */
    private static boolean isPoint(Claim claim) {
        return claim.comparator() == Comparator.EXACTLY || claim.comparator() == Comparator.ABOUT;
    }

    private static List<Question> levelsOf(Question question, List<Question> article, String region) {
        return article.stream()
                .filter(other -> other.is(Relation.LEVEL)
                        && other.measure().equals(question.measure())
                        && other.region().equals(region)
                        && other.technologies().equals(question.technologies())
                        && other.year().equals(question.year()))
                .toList();
    }

    private static List<Finding> growths(Question question, List<Question> article) {
        List<Question> alike = article.stream()
                .filter(other -> other != question
                        && !other.claim().unit().dimension().equals("1")
                        && !other.claim().unit().isDate()
                        && shareWords(question.claim(), other.claim()))
                .toList();
        return pairs(question, alike, alike, ratio -> ratio.plus(-1), " against ");
    }

    private static boolean shareWords(Claim a, Claim b) {
        Set<String> shared = new TreeSet<>(Words.of(a.subject()));
        shared.retainAll(Words.of(b.subject()));
        return shared.stream().filter(word -> !Entities.isRegionWord(word)).count() >= SHARED_WORDS;
    }

    private static List<Finding> pairs(
            Question question, List<Question> above, List<Question> below, Function<Span, Span> result, String sign) {
        List<Finding> findings = new ArrayList<>();
        for (Question a : above) {
            for (Question b : below) {
                if (a != b && a.claim().unit().measuresLike(b.claim().unit())) {
                    ratio(a.claim(), b.claim())
                            .ifPresent(ratio -> findings.add(new Finding(
                                    Difference.OWN_ARITHMETIC,
                                    question.claim().unit().convert(result.apply(ratio), new Unit("1", 1, "x")),
                                    words(a.claim()) + sign + words(b.claim()) + ", both of the same article",
                                    "own article",
                                    List.of())));
                }
            }
        }
        return findings;
    }

    private static Optional<Span> ratio(Claim above, Claim below) {
        Span a = above.value().orElseThrow().times(above.unit().factor());
        Span b = below.value().orElseThrow().times(below.unit().factor());
        return b.containsZero() ? Optional.empty() : Optional.of(a.over(b));
    }

    private static String words(Claim claim) {
        return claim.written() + " " + claim.unit().written().replace('_', ' ') + " (" + claim.subject() + ")";
    }
}
