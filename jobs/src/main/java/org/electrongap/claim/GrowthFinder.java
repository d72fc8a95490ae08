package org.electrongap.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.electrongap.claim.Finding.Difference;

/** Answers a change of a national measure: on the year before, or between two years that the claim names. */
final class GrowthFinder implements Finder {

    private final Levels levels;
    private final EvidenceIndex index;

    GrowthFinder(Levels levels, EvidenceIndex index) {
        this.levels = levels;
        this.index = index;
    }

    @Override
    public List<Finding> find(Question question) {
        boolean isChange = ClaimedChange.isAskedBy(question) || question.is(Relation.CHANGE);
        if (!isChange || question.measure().isEmpty()) {
            return List.of();
        }
        Measure measure = question.measure().get();
        Measure stock = measure == Measure.ADDITIONS ? Measure.INSTALLED : measure;
        List<Level> stocks = levels.of(stock, question.region(), question.technologies());
        List<Finding> findings = new ArrayList<>();
        TwoYears.of(question.claim()).ifPresent(years -> {
            for (Level start : ofYear(stocks, years.from())) {
                for (Level end : ofYear(stocks, years.to())) {
                    between(question, years, start, end).ifPresent(findings::add);
                }
            }
        });
        if (measure == Measure.DATACENTER_LOAD && question.is(Relation.GROWTH)) {
            findings.addAll(published(question));
        }
        return findings;
    }

    private static List<Level> ofYear(List<Level> levels, int year) {
        return levels.stream().filter(level -> level.year() == year).toList();
    }

    private static Optional<Finding> between(Question question, TwoYears years, Level start, Level end) {
        boolean alike = start.samePublisher(end)
                && start.basis() == end.basis()
                && start.scope().equals(end.scope())
                && start.dimension().equals(end.dimension())
                && end.scope().equals(question.scope())
                && !start.dimension().equals("1");
        if (!alike || start.value().low() <= 0) {
            return Optional.empty();
        }
        Optional<Span> value = question.is(Relation.CHANGE)
                ? question.inClaimUnit(
                        ClaimedChange.signed(question, end.value().minus(start.value())), end.unit())
                : ClaimedChange.told(
                        question, end.value().middle() / start.value().middle(), years.length());
        return value.map(found -> new Finding(
                Difference.NONE,
                found,
                ClaimedChange.words(question.claim(), years) + ": " + start.inWords() + " to " + end.inWords(),
                "growth " + end.scope(),
                Level.join(start, end)));
    }

    private List<Finding> published(Question question) {
        List<Finding> findings = new ArrayList<>();
        for (Figure figure : index.loads(question.region())) {
            boolean fits = figure.quantity().startsWith("growth")
                    && figure.scope().equals(question.scope())
                    && question.year().isPresent()
                    && figure.speaksOf(question.year().getAsInt());
            if (fits) {
                question.inClaimUnit(figure.value(), figure.unit())
                        .ifPresent(value -> findings.add(new Finding(
                                Difference.NONE,
                                value,
                                LoadLevels.describe(figure),
                                figure.quantity(),
                                List.of(figure))));
            }
        }
        return findings;
    }
}
