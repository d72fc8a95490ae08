package org.electrongap.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.electrongap.claim.Finding.Difference;

/** Answers what part of the load of data centres AI takes: both figures of one publisher, edition and year. */
final class AiShareFinder implements Finder {

    private final Levels levels;
    private final Set<String> loadPublishers;

    AiShareFinder(Levels levels, Set<String> loadPublishers) {
        this.levels = levels;
        this.loadPublishers = Set.copyOf(loadPublishers);
    }

    @Override
    public List<Finding> find(Question question) {
        if (!question.asksOfAiInDatacenterLoad()) {
            return List.of();
        }
        List<Level> loads = levels.of(Measure.DATACENTER_LOAD, question.region(), Set.of());
        List<Level> wholes = loads.stream()
                .filter(whole -> loads.stream().anyMatch(part -> isPartOf(part, whole)))
                .toList();
        Standing standing = new Standing(question, wholes, loadPublishers);
        List<Finding> findings = new ArrayList<>();
        for (Level whole : wholes) {
            standing.of(whole)
                    .ifPresent(difference -> loads.stream()
                            .filter(part -> isPartOf(part, whole))
                            .forEach(part ->
                                    finding(question, difference, part, whole).ifPresent(findings::add)));
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

    private static Optional<Finding> finding(Question question, Difference difference, Level part, Level whole) {
        return question.inClaimUnit(part.value().over(whole.value()), new Unit("1", 1, "x"))
                .map(value -> new Finding(
                        difference,
                        value,
                        part.inWords() + " over " + whole.inWords(),
                        "AI share",
                        Level.join(part, whole)));
    }
}
