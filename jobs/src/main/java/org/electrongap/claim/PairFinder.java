package org.electrongap.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.electrongap.claim.Finding.Difference;

/**
 * Answers ratios, shares and differences of two levels on one basis: two regions, or a technology and its total, or additions
 * over a fleet.
 */
final class PairFinder implements Finder {

    private final Levels levels;
    private final Set<String> loadPublishers;

    PairFinder(Levels levels, Set<String> loadPublishers) {
        this.levels = levels;
        this.loadPublishers = Set.copyOf(loadPublishers);
    }

    @Override
    public List<Finding> find(Question question) {
        if (question.measure().isEmpty() || !comparesTwo(question)) {
            return List.of();
        }
        Measure above = question.measure().get();
        Measure below = question.denominator().orElse(above);
        List<Level> numerators = levels.of(above, question.region(), question.technologies());
        List<Level> denominators = levels.of(below, otherRegion(question), otherTechnologies(question));
        List<Finding> findings = new ArrayList<>();
        Standing standing = new Standing(question, bothSides(numerators, denominators), publishersFor(above));
        for (Level numerator : numerators) {
            for (Level denominator : denominators) {
                if (alike(numerator, denominator)) {
                    pair(question, standing, numerator, denominator).ifPresent(findings::add);
                }
            }
        }
        return findings;
    }

    private static boolean comparesTwo(Question question) {
        boolean twoRegions = !question.claim().comparisonRegion().isEmpty();
        boolean partOfWhole = !question.technologies().isEmpty() && question.is(Relation.SHARE);
        return switch (question.relation()) {
            case RATIO, DIFFERENCE -> twoRegions;
            case SHARE -> twoRegions || partOfWhole || question.denominator().isPresent();
            default -> false;
        };
    }

    private static String otherRegion(Question question) {
        String other = question.claim().comparisonRegion();
        return other.isEmpty() ? question.region() : other;
    }

    private static Set<String> otherTechnologies(Question question) {
        boolean twoRegions = !question.claim().comparisonRegion().isEmpty();
        return twoRegions && question.denominator().isEmpty() ? question.technologies() : Set.of();
    }

    private static List<Level> bothSides(List<Level> numerators, List<Level> denominators) {
        return numerators.stream()
                .filter(numerator -> denominators.stream().anyMatch(denominator -> alike(numerator, denominator)))
                .toList();
    }

    private Set<String> publishersFor(Measure measure) {
        return measure == Measure.DATACENTER_LOAD ? loadPublishers : new TreeSet<>();
    }

    private static boolean alike(Level above, Level below) {
        if (!above.dimension().equals(below.dimension())
                || !above.scope().equals(below.scope())
                || below.value().containsZero()) {
            return false;
        }
        if (above.measure() != below.measure()) {
            return below.year() == above.year() || below.year() == above.year() - 1;
        }
        return above.year() == below.year() && likeBasis(above, below);
    }

    private static boolean likeBasis(Level above, Level below) {
        return switch (above.measure()) {
            case ADDITIONS, RESERVE_MARGIN ->
                above.basis() == below.basis()
                        && (above.basis() != Basis.NET && above.basis() != Basis.NET_WITH_STORAGE
                                || above.samePublisher(below));
            case DATACENTER_LOAD -> above.samePublisher(below);
            default -> true;
        };
    }

    private static Optional<Finding> pair(Question question, Standing standing, Level above, Level below) {
        Optional<Difference> difference = standing.of(above);
        Span result = question.is(Relation.DIFFERENCE)
                ? above.value().minus(below.value())
                : above.value().over(below.value());
        Unit unit = question.is(Relation.DIFFERENCE) ? above.unit() : new Unit("1", 1, "x");
        Optional<Span> value = question.inClaimUnit(result, unit);
        if (difference.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        String sign = question.is(Relation.DIFFERENCE) ? " less " : " over ";
        return Optional.of(new Finding(
                difference.get(),
                value.get(),
                above.definition() + sign + below.definition(),
                question.relation() + " " + LevelFinder.family(above),
                Level.join(above, below)));
    }
}
