package org.electrongap.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Puts each claim to every finder and then to the judge. No Spark here: the same claims and figures give the same verdicts. */
final class ClaimCourt {

    private final List<Finder> finders;

    private ClaimCourt(List<Finder> finders) {
        this.finders = finders;
    }

    /** The judgements, in the order of the claims' ids. */
    static List<Judgement> judge(List<Claim> claims, List<Figure> figures, LocalDate asOf) {
        List<Question> questions = claims.stream()
                .sorted(Comparator.comparing(Claim::id))
                .map(claim -> Question.of(claim, asOf))
                .toList();
        EvidenceIndex index = new EvidenceIndex(figures);
        ClaimCourt court = new ClaimCourt(finders(index, questions, publishers(figures)));
        return questions.stream().map(court::judge).toList();
    }

    private static Set<String> publishers(List<Figure> figures) {
        Set<String> publishers = new TreeSet<>();
        figures.stream()
                .filter(figure -> figure.table().equals("core/datacenter_load")
                        || figure.table().equals("core/published_forecasts"))
                .forEach(figure -> publishers.add(figure.source() + "|" + figure.edition()));
        return publishers;
    }

    private static List<Finder> finders(EvidenceIndex index, List<Question> questions, Set<String> loadPublishers) {
        Levels levels = new Levels(index);
        return List.of(
                new LevelFinder(levels, loadPublishers),
                new PairFinder(levels, loadPublishers),
                new PublishedRatioFinder(index),
                new LoadShareFinder(levels, loadPublishers),
                new AiShareFinder(levels, loadPublishers),
                new LoadGrowthShareFinder(levels),
                new GrowthFinder(levels, index),
                new SpareRatioFinder(levels),
                new AmountShareFinder(levels),
                new EquivalenceFinder(index),
                new SeriesChangeFinder(index),
                new SeriesShareFinder(index),
                new NamedFinder(index),
                new OwnArticleFinder(questions));
    }

    private Judgement judge(Question question) {
        List<Finding> findings = new ArrayList<>();
        finders.forEach(finder -> findings.addAll(finder.find(question)));
        return Judge.judge(question.claim(), findings);
    }
}
