package org.electrongap.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.electrongap.claim.Finding.Difference;

/** Answers a change of a price in per cent, from one period of a price series to the next. */
final class PriceChangeFinder implements Finder {

    private final EvidenceIndex index;

    PriceChangeFinder(EvidenceIndex index) {
        this.index = index;
    }

    @Override
    public List<Finding> find(Question question) {
        if (!question.is(Relation.GROWTH) || question.measure().isPresent()) {
            return List.of();
        }
        Similarity similarity = new Similarity(index, question.claim());
        double best =
                StrictMath.max(Similarity.THRESHOLD, NamedFinder.bestScore(question, index) - NamedFinder.AS_GOOD);
        Map<String, List<Figure>> series = index.singles().stream()
                .filter(figure -> figure.unit().isMoney() && figure.days().isPresent())
                .filter(figure -> similarity.of(figure) >= best)
                .collect(Collectors.groupingBy(
                        figure -> figure.subject() + "|" + figure.quantity() + "|" + figure.region() + "|"
                                + figure.unit().dimension(),
                        TreeMap::new,
                        Collectors.toList()));
        List<Finding> findings = new ArrayList<>();
        series.values().forEach(figures -> findings.addAll(changes(question, figures)));
        return findings;
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
                findings.add(change(question, before, after, ofYear ? Difference.NONE : Difference.YEAR));
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

    private static Finding change(Question question, Figure before, Figure after, Difference difference) {
        double factor = after.value().middle()
                * after.unit().factor()
                / (before.value().middle() * before.unit().factor());
        Span value = question.claim().unit().convert(Span.of(factor - 1), new Unit("1", 1, "x"));
        String definition = after.quantity().replace('_', ' ') + " from " + before.valueText() + " (" + before.period()
                + ") to " + after.valueText() + " (" + after.period() + "), " + after.citation();
        return new Finding(difference, value, definition, "price change " + after.period(), List.of(after, before));
    }
}
