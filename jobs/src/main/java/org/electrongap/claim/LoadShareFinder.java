package org.electrongap.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.electrongap.claim.Finding.Difference;

/** Answers the share of a region's electricity that data centres take: as published, and computed on each denominator. */
final class LoadShareFinder implements Finder {

    private final Levels levels;
    private final Set<String> loadPublishers;

    LoadShareFinder(Levels levels, Set<String> loadPublishers) {
        this.levels = levels;
        this.loadPublishers = Set.copyOf(loadPublishers);
    }

    @Override
    public List<Finding> find(Question question) {
        if (!question.asksOf(Measure.DATACENTER_LOAD)
                || !question.is(Relation.SHARE)
                || !question.claim().comparisonRegion().isEmpty()
                || question.asksOfAiInDatacenters()) {
            return List.of();
        }
        List<Level> loads = levels.of(Measure.DATACENTER_LOAD, question.region(), Set.of());
        List<Level> shares = new ArrayList<>();
        loads.stream().filter(load -> load.dimension().equals("1")).forEach(shares::add);
        for (Measure denominator : List.of(Measure.CONSUMPTION, Measure.GENERATION)) {
            shares.addAll(computed(loads, levels.of(denominator, question.region(), Set.of())));
        }
        Standing standing = new Standing(question, shares, loadPublishers);
        List<Finding> findings = new ArrayList<>();
        shares.forEach(share -> finding(question, standing, share).ifPresent(findings::add));
        return findings;
    }

    private static List<Level> computed(List<Level> loads, List<Level> denominators) {
        List<Level> shares = new ArrayList<>();
        for (Level load : loads) {
            for (Level whole : denominators) {
                if (load.dimension().equals("Wh") && load.year() == whole.year()) {
                    shares.add(new Level(
                            Measure.DATACENTER_LOAD,
                            load.basis(),
                            load.scope(),
                            load.region(),
                            load.year(),
                            load.value().over(whole.value()),
                            "1",
                            load.publisher(),
                            load.definition() + " over " + whole.definition(),
                            Level.join(load, whole)));
                }
            }
        }
        return shares;
    }

    private static Optional<Finding> finding(Question question, Standing standing, Level share) {
        Optional<Span> value = question.inClaimUnit(share.value(), share.unit());
        return standing.of(share)
                .filter(difference -> value.isPresent())
                .map(difference -> new Finding(
                        denominatorDiffers(question, share) ? Difference.BASIS : difference,
                        value.orElseThrow(),
                        share.definition(),
                        "share " + share.scope(),
                        share.figures()));
    }

    /** A claim that names its denominator in the basis column is held to it where the share is computed on another. */
    private static boolean denominatorDiffers(Question question, Level share) {
        String named = question.claim().basis();
        boolean onGeneration = share.figures().stream().anyMatch(f -> f.table().equals("core/generation"));
        boolean onDemand = share.figures().stream().anyMatch(f -> f.table().equals("core/demand"));
        return (onGeneration && Words.matches(named, "end.?use|sales|consumption"))
                || (onDemand && Words.matches(named, "^generation$|of generation"));
    }
}
