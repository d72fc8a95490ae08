package org.electrongap.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        Set<String> ofBothSides = publishersOfBothSides(numerators, denominators);
        for (Level numerator : numerators) {
            for (Level denominator : denominators) {
                if (alike(numerator, denominator)) {
                    difference(standing.of(numerator), mixture(numerator, denominator, ofBothSides))
                            .flatMap(difference -> pair(question, difference, numerator, denominator))
                            .ifPresent(findings::add);
                }
            }
        }
        return findings;
    }

    /** The publishers that have both sides of some pair, so that neither needs another's. */
    private static Set<String> publishersOfBothSides(List<Level> numerators, List<Level> denominators) {
        return numerators.stream()
                .filter(above ->
                        denominators.stream().anyMatch(below -> alike(above, below) && above.samePublisher(below)))
                .map(Level::publisher)
                .collect(Collectors.toSet());
    }

    /** The one difference of a pair; empty when it differs in more than one respect. */
    private static Optional<Difference> difference(Optional<Difference> standing, Difference mixture) {
        return mixture == Difference.NONE
                ? standing
                : standing.filter(own -> own == Difference.NONE).map(own -> mixture);
    }

    /**
     * What two publishers in one pair make it. Two statistics that each count their own country are a definition when they
     * count alike; a figure of a publisher that has both countries, over another's, is a ratio of two sources.
     */
    private static Difference mixture(Level above, Level below, Set<String> ofBothSides) {
        if (above.measure() != below.measure() || above.measure() == Measure.PEAK) {
            return Difference.NONE;
        }
        if (!above.basis().countsLike(below.basis())) {
            return Difference.BASIS;
        }
        boolean eachCountsItsOwn = above.measure() == Measure.ADDITIONS || above.measure() == Measure.RESERVE_MARGIN;
        boolean mixed = ofBothSides.contains(above.publisher()) || ofBothSides.contains(below.publisher());
        return above.samePublisher(below) || eachCountsItsOwn || !mixed ? Difference.NONE : Difference.SOURCE;
    }

    private static boolean comparesTwo(Question question) {
        boolean twoRegions = !question.claim().comparisonRegion().isEmpty();
        boolean partOfWhole = !question.technologies().isEmpty() && question.is(Relation.SHARE);
        return switch (question.relation()) {
            case RATIO -> twoRegions || !question.otherTechnologies().isEmpty();
            case DIFFERENCE -> twoRegions;
            case SHARE -> twoRegions || partOfWhole || question.denominator().isPresent();
            default -> false;
        };
    }

    private static String otherRegion(Question question) {
        String other = question.claim().comparisonRegion();
        return other.isEmpty() ? question.region() : other;
    }

    private static Set<String> otherTechnologies(Question question) {
        if (!question.otherTechnologies().isEmpty()) {
            return question.otherTechnologies();
        }
        boolean twoRegions = !question.claim().comparisonRegion().isEmpty();
        return twoRegions && question.denominator().isEmpty() ? question.technologies() : Set.of();
    }

    private static List<Level> bothSides(List<Level> numerators, List<Level> denominators) {
        return numerators.stream()
                .filter(numerator -> denominators.stream().anyMatch(denominator -> alike(numerator, denominator)))
                .toList();
    }

    private Set<String> publishersFor(Measure measure) {
        return measure == Measure.DATACENTER_LOAD ? loadPublishers : levels.publishers(measure);
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

    /** Who is held against whom, with both values: "CHN 3351 GW over USA 1260 GW, installed capacity ...". */
    private static String words(Level above, Level below, String sign) {
        return above.region().equals(below.region())
                ? above.inWords() + sign + below.inWords()
                : above.region() + " " + above.inWords() + sign + below.region() + " " + below.inWords();
    }

    private static Optional<Finding> pair(Question question, Difference difference, Level above, Level below) {
        Span result = question.is(Relation.DIFFERENCE)
                ? above.value().minus(below.value())
                : above.value().over(below.value());
        Unit unit = question.is(Relation.DIFFERENCE) ? above.unit() : new Unit("1", 1, "x");
        Optional<Span> value = question.inClaimUnit(result, unit);
        String sign = question.is(Relation.DIFFERENCE) ? " less " : " over ";
        return value.map(found -> new Finding(
                difference,
                found,
                words(above, below, sign),
                question.relation() + " " + LevelFinder.family(above),
                Level.join(above, below)));
    }
}
