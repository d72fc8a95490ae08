package org.electrongap.claim;

import java.util.ArrayList;
import java.util.List;
import org.electrongap.claim.Finding.Difference;

/**
 * Answers the share of some regions in the world's data-centre load a second way: as their share of its growth between two
 * years of one publication. It is another ratio than the share of the load, and often quoted for it.
 */
final class LoadGrowthShareFinder implements Finder {

    private final Levels levels;

    LoadGrowthShareFinder(Levels levels) {
        this.levels = levels;
    }

    @Override
    public List<Finding> find(Question question) {
        String whole = question.claim().comparisonRegion();
        if (!question.asksOf(Measure.DATACENTER_LOAD) || !question.is(Relation.SHARE) || whole.isEmpty()) {
            return List.of();
        }
        List<Level> parts = levels.of(Measure.DATACENTER_LOAD, question.region(), question.technologies());
        List<Level> wholes = levels.of(Measure.DATACENTER_LOAD, whole, question.technologies());
        boolean asksOfGrowth = Words.matches(question.claim().words(), "growth|increase|rise");
        List<Finding> findings = new ArrayList<>();
        for (Level start : parts) {
            for (Level end : parts) {
                if (isLater(end, start)) {
                    growth(question, start, end, wholes, asksOfGrowth ? Difference.NONE : Difference.RATIO)
                            .forEach(findings::add);
                }
            }
        }
        return findings;
    }

    private static boolean isLater(Level end, Level start) {
        return end.year() > start.year() && isAlike(end, start);
    }

    private static boolean isAlike(Level a, Level b) {
        return a.samePublisher(b)
                && a.scope().equals(b.scope())
                && a.dimension().equals("Wh")
                && b.dimension().equals("Wh");
    }

    private static List<Finding> growth(
            Question question, Level start, Level end, List<Level> wholes, Difference difference) {
        List<Finding> findings = new ArrayList<>();
        for (Level from : wholes) {
            for (Level to : wholes) {
                boolean fits = from.year() == start.year()
                        && to.year() == end.year()
                        && isAlike(from, start)
                        && isAlike(to, end);
                if (fits && to.value().low() > from.value().high()) {
                    Span share =
                            end.value().minus(start.value()).over(to.value().minus(from.value()));
                    question.inClaimUnit(share, new Unit("1", 1, "x"))
                            .ifPresent(value -> findings.add(new Finding(
                                    difference,
                                    value,
                                    "share of the growth from " + from.year() + " to " + to.year() + " ("
                                            + start.figures().get(0).citation() + ")",
                                    "growth share",
                                    Level.join(end, to))));
                }
            }
        }
        return findings;
    }
}
