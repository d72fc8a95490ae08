package org.electrongap.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.electrongap.claim.Finding.Difference;

/**
 * Answers a change of a named series: of a price from one period to the next, of any other between two years that the claim
 * names.
 */
final class SeriesChangeFinder implements Finder {

    private final EvidenceIndex index;

    SeriesChangeFinder(EvidenceIndex index) {
        this.index = index;
    }

    @Override
    public List<Finding> find(Question question) {
        if (!ClaimedChange.isAskedBy(question) || question.measure().isPresent()) {
            return List.of();
        }
        Optional<TwoYears> named = TwoYears.namedIn(question.claim().statement(), question.year());
        Similarity similarity = new Similarity(index, question.claim());
        double best =
                StrictMath.max(Similarity.THRESHOLD, NamedFinder.bestScore(question, index) - NamedFinder.AS_GOOD);
        Map<String, List<Figure>> series = index.singles().stream()
                .filter(figure -> figure.days().isPresent())
                .filter(figure -> figure.unit().isMoney() || (named.isPresent() && isAmount(figure)))
                .filter(figure -> similarity.of(figure) >= best)
                .collect(Collectors.groupingBy(
                        figure -> figure.subject() + "|" + figure.quantity() + "|" + figure.region() + "|"
                                + figure.unit().dimension(),
                        TreeMap::new,
                        Collectors.toList()));
        List<Finding> findings = new ArrayList<>();
        series.values()
                .forEach(figures -> findings.addAll(named.map(years -> between(question, figures, years))
                        .orElseGet(() -> changes(question, figures))));
        return findings;
    }

    private static boolean isAmount(Figure figure) {
        return !figure.unit().isDate() && !figure.unit().dimension().equals("1");
    }

    private static List<Finding> between(Question question, List<Figure> figures, TwoYears years) {
        List<Finding> findings = new ArrayList<>();
        for (Figure before : figures) {
            for (Figure after : figures) {
                boolean fits = before.year().orElse(0) == years.from()
                        && after.year().orElse(0) == years.to()
                        && before.value().low() > 0;
                if (fits) {
                    mixture(before, after)
                            .ifPresent(difference ->
                                    findings.addAll(change(question, before, after, years.length(), difference)));
                }
            }
        }
        return findings;
    }

    /**
     * What two figures make of a change. A price is one whoever reports it; of anything else two publishers tell no change, and
     * one publisher's two definitions tell it under another basis unless one is a part of the other.
     */
    private static Optional<Difference> mixture(Figure before, Figure after) {
        if (before.unit().isMoney()) {
            return Optional.of(Difference.NONE);
        }
        if (!Publishers.origin(before.source()).equals(Publishers.origin(after.source()))) {
            return Optional.empty();
        }
        Set<String> first = counted(before);
        Set<String> second = counted(after);
        boolean nested = first.containsAll(second) || second.containsAll(first);
        return Optional.of(nested ? Difference.NONE : Difference.BASIS);
    }

    /** The words of what a basis counts, before it tells how. */
    private static Set<String> counted(Figure figure) {
        return Words.of(figure.basis().split("[,:;(]", 2)[0]);
    }

    private static List<Finding> changes(Question question, List<Figure> figures) {
        List<Figure> inOrder = figures.stream()
                .sorted(Comparator.comparing(
                                (Figure figure) -> figure.days().orElseThrow().first())
                        .thenComparing(Figure::toString))
                .toList();
        boolean published = inOrder.stream().anyMatch(figure -> isPublishedIn(figure, question.year()));
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i < inOrder.size(); i++) {
            Figure before = inOrder.get(i - 1);
            Figure after = inOrder.get(i);
            if (before.value().low() > 0 && follows(before, after)) {
                boolean ofYear = published
                        ? isPublishedIn(after, question.year())
                        : question.year().isEmpty()
                                || after.speaksOf(question.year().getAsInt());
                findings.addAll(change(question, before, after, 1, ofYear ? Difference.NONE : Difference.YEAR));
            }
        }
        return findings;
    }

    /** An auction for a delivery year to come is an event of the year in which its result was published. */
    private static boolean isPublishedIn(Figure figure, OptionalInt year) {
        return year.isPresent()
                && figure.period().contains("/")
                && figure.days().orElseThrow().first().getYear() >= year.getAsInt()
                && DateSpan.parse(figure.edition())
                        .filter(published -> published.touchesYear(year.getAsInt()))
                        .isPresent();
    }

    private static boolean follows(Figure before, Figure after) {
        return after.year().orElse(0) - before.year().orElse(0) == 1;
    }

    private static List<Finding> change(
            Question question, Figure before, Figure after, int years, Difference difference) {
        double ratio = after.value().middle()
                * after.unit().factor()
                / (before.value().middle() * before.unit().factor());
        String definition = after.quantity().replace('_', ' ') + " from " + before.valueText() + " (" + before.period()
                + ") to " + after.valueText() + " (" + after.period() + "), " + after.citation();
        return ClaimedChange.told(question, ratio, years).stream()
                .map(value ->
                        new Finding(difference, value, definition, "change " + after.period(), List.of(after, before)))
                .toList();
    }
}
