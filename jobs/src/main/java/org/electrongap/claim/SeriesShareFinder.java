package org.electrongap.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.electrongap.claim.Finding.Difference;

/**
 * Answers what part of a named total something is: a series over the series whose name it extends, and over the change of that
 * total from the period before.
 */
final class SeriesShareFinder implements Finder {

    private final EvidenceIndex index;

    SeriesShareFinder(EvidenceIndex index) {
        this.index = index;
    }

    @Override
    public List<Finding> find(Question question) {
        if (!question.is(Relation.SHARE) || question.measure().isPresent()) {
            return List.of();
        }
        Claim claim = question.claim();
        Set<String> said = Words.ofAll(claim.subject(), claim.statement(), claim.basis());
        List<Finding> findings = new ArrayList<>();
        for (Figure part : index.singles()) {
            for (Figure whole : index.singles()) {
                if (isPartOf(part, whole, said) && regionFits(claim, part) && isOfYear(question, part)) {
                    findings.addAll(shares(question, part, whole, said.contains("change")));
                }
            }
        }
        return findings;
    }

    private static boolean regionFits(Claim claim, Figure figure) {
        return claim.region().equals(figure.region());
    }

    private static boolean isOfYear(Question question, Figure figure) {
        return question.year().isEmpty() || figure.speaksOf(question.year().getAsInt());
    }

    private boolean isPartOf(Figure part, Figure whole, Set<String> said) {
        if (!part.unit().measuresLike(whole.unit())
                || !part.region().equals(whole.region())
                || !part.period().equals(whole.period())
                || whole.value().containsZero()) {
            return false;
        }
        Set<String> ofPart = index.words(part);
        Set<String> ofWhole = index.words(whole);
        Set<String> extra = new TreeSet<>(ofPart);
        extra.removeAll(ofWhole);
        return !extra.isEmpty() && ofPart.containsAll(ofWhole) && said.containsAll(extra);
    }

    private List<Finding> shares(Question question, Figure part, Figure whole, boolean asksOfChange) {
        List<Finding> findings = new ArrayList<>();
        Span numerator = part.value().times(part.unit().factor());
        Span total = whole.value().times(whole.unit().factor());
        findings.add(finding(
                question,
                numerator.over(total),
                "share of the total: " + NamedFinder.describe(part) + " over " + NamedFinder.describe(whole),
                asksOfChange ? Difference.RATIO : Difference.NONE,
                List.of(part, whole)));
        periodBefore(whole).ifPresent(before -> {
            Span change = total.minus(before.value().times(before.unit().factor()));
            if (!change.containsZero()) {
                findings.add(finding(
                        question,
                        numerator.over(change),
                        "share of the change: " + NamedFinder.describe(part) + " over " + NamedFinder.describe(whole)
                                + " less " + NamedFinder.describe(before),
                        asksOfChange ? Difference.NONE : Difference.RATIO,
                        List.of(part, whole, before)));
            }
        });
        return findings;
    }

    private Optional<Figure> periodBefore(Figure whole) {
        return index.singles().stream()
                .filter(other -> other.quantity().equals(whole.quantity())
                        && other.subject().equals(whole.subject())
                        && other.region().equals(whole.region())
                        && other.unit().measuresLike(whole.unit())
                        && other.year().orElse(0) == whole.year().orElse(0) - 1)
                .findFirst();
    }

    private static Finding finding(
            Question question, Span share, String definition, Difference difference, List<Figure> figures) {
        Span value = question.claim().unit().convert(share, new Unit("1", 1, "x"));
        return new Finding(
                difference, value, definition, "share of " + figures.get(1).quantity(), figures);
    }
}
