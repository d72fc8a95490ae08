package org.electrongap.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Answers how many times its need a region's capacity is: nameplate capacity over peak demand. */
final class SpareRatioFinder implements Finder {

    private final Levels levels;

    SpareRatioFinder(Levels levels) {
        this.levels = levels;
    }

    @Override
    public List<Finding> find(Question question) {
        if (!question.is(Relation.RATIO)
                || !question.asksOf(Measure.RESERVE_MARGIN)
                || !question.claim().comparisonRegion().isEmpty()) {
            return List.of();
        }
        List<Level> margins = levels.of(Measure.RESERVE_MARGIN, question.region(), Set.of());
        Standing standing = new Standing(question, margins, Set.of());
        List<Finding> findings = new ArrayList<>();
        for (Level margin : margins) {
            if (!margin.basis().isPlain()) {
                continue; // a target or an opinion is no measured ratio
            }
            standing.of(margin)
                    .ifPresent(difference -> findings.add(new Finding(
                            difference,
                            question.claim().unit().convert(margin.value().plus(1), margin.unit()),
                            "one plus " + margin.definition(),
                            LevelFinder.family(margin),
                            margin.figures())));
        }
        return findings;
    }
}
