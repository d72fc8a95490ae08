package org.electrongap.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.electrongap.claim.Finding.Difference;

/** Answers what part of the load of data centres AI takes: both figures of one publisher, edition and year. */
final class AiShareFinder implements Finder {

    private final Levels levels;

    AiShareFinder(Levels levels) {
        this.levels = levels;
    }

    @Override
    public List<Finding> find(Question question) {
        if (!question.asksOfAiInDatacenters()) {
            return List.of();
        }
        List<Level> loads = levels.of(Measure.DATACENTER_LOAD, question.region(), Set.of());
        List<Finding> findings = new ArrayList<>();
        for (Level part : loads) {
            for (Level whole : loads) {
                if (isPartOf(part, whole)) {
                    question.inClaimUnit(part.value().over(whole.value()), new Unit("1", 1, "x"))
                            .ifPresent(value -> findings.add(finding(question, part, whole, value)));
                }
            }
        }
        return findings;
    }

    private static boolean isPartOf(Level part, Level whole) {
        return part.scope().equals("ai_only")
                && whole.scope().equals("all")
                && part.year() == whole.year()
                && part.samePublisher(whole)
                && part.dimension().equals(whole.dimension())
                && !whole.value().containsZero();
    }

    private static Finding finding(Question question, Level part, Level whole, Span value) {
        boolean ofYear = question.year().isEmpty() || question.year().getAsInt() == part.year();
        return new Finding(
                ofYear ? Difference.NONE : Difference.YEAR,
                value,
                part.inWords() + " over " + whole.inWords(),
                "AI share",
                Level.join(part, whole));
    }
}
