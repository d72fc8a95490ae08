package org.electrongap.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Answers a claim about the level of a national measure: so many GW added, installed, generated. */
final class LevelFinder implements Finder {

    private final Levels levels;
    private final Set<String> loadPublishers;

    LevelFinder(Levels levels, Set<String> loadPublishers) {
        this.levels = levels;
        this.loadPublishers = Set.copyOf(loadPublishers);
    }

    @Override
    public List<Finding> find(Question question) {
        if (!question.is(Relation.LEVEL) || question.measure().isEmpty()) {
            return List.of();
        }
        Measure measure = question.measure().get();
        List<Level> candidates = levels.of(measure, question.region(), question.technologies()).stream()
                .filter(level ->
                        question.inClaimUnit(level.value(), level.unit()).isPresent())
                .toList();
        Standing standing = new Standing(question, candidates, publishersFor(measure));
        List<Finding> findings = new ArrayList<>();
        for (Level level : candidates) {
            standing.of(level)
                    .ifPresent(difference -> findings.add(new Finding(
                            difference,
                            question.inClaimUnit(signed(question, level), level.unit())
                                    .orElseThrow(),
                            level.definition(),
                            family(level),
                            level.figures())));
        }
        return findings;
    }

    /** A fall of capacity within a year is a net change below zero, told without its sign. */
    private static Span signed(Question question, Level level) {
        return Relation.of(question.claim()) == Relation.CHANGE
                ? ClaimedChange.signed(question, level.value())
                : level.value();
    }

    private Set<String> publishersFor(Measure measure) {
        return measure == Measure.DATACENTER_LOAD ? loadPublishers : levels.publishers(measure);
    }

    /** Gross and net additions are two things; other bases are definitions of one. */
    static String family(Level level) {
        return level.measure() == Measure.ADDITIONS || level.measure() == Measure.RESERVE_MARGIN
                ? level.measure() + " " + level.basis() + " " + level.scope()
                : level.measure() + " " + level.scope();
    }
}
