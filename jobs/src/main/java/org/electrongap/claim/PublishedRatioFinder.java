package org.electrongap.claim;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.electrongap.claim.Finding.Difference;

/** Answers a ratio of two regions by figures that were published as that ratio, its projections among them. */
final class PublishedRatioFinder implements Finder {

    private final EvidenceIndex index;

    PublishedRatioFinder(EvidenceIndex index) {
        this.index = index;
    }

    @Override
    public List<Finding> find(Question question) {
        String other = question.claim().comparisonRegion();
        if (!question.is(Relation.RATIO) || question.measure().isEmpty() || other.isEmpty()) {
            return List.of();
        }
        Set<String> regions = Set.of(question.region(), other);
        return index.singles().stream()
                .filter(figure -> figure.region().contains("+")
                        && regions.equals(Set.of(figure.region().split("\\+")))
                        && Words.matches(figure.quantity(), "\\bratio\\b")
                        && question.claim().unit().measuresLike(figure.unit())
                        && Measure.namedIn(figure.subject()).equals(question.measure())
                        && Technologies.namedIn(figure.subject()).equals(question.technologies()))
                .map(figure -> finding(question, figure))
                .toList();
    }

    private static Finding finding(Question question, Figure figure) {
        OptionalInt year = question.year();
        boolean ofYear = year.isEmpty() || figure.speaksOf(year.getAsInt());
        return new Finding(
                ofYear ? Difference.NONE : Difference.YEAR,
                question.claim().unit().convert(figure.value(), figure.unit()),
                NamedFinder.describe(figure),
                "published ratio",
                List.of(figure));
    }
}
