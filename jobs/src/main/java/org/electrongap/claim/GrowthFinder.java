package org.electrongap.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.electrongap.claim.Finding.Difference;

/** Answers a change of a national measure in per cent: on the year before, or between two years that the claim names. */
final class GrowthFinder implements Finder {

    private static final Pattern YEARS = Pattern.compile("\\b((?:19|20)\\d{2})\\b.*?\\b((?:19|20)\\d{2})\\b");

    private final Levels levels;
    private final EvidenceIndex index;

    GrowthFinder(Levels levels, EvidenceIndex index) {
        this.levels = levels;
        this.index = index;
    }

    @Override
    public List<Finding> find(Question question) {
        if (!question.is(Relation.GROWTH) || question.measure().isEmpty()) {
            return List.of();
        }
        Measure measure = question.measure().get();
        Measure stock = measure == Measure.ADDITIONS ? Measure.INSTALLED : measure;
        List<Level> stocks = levels.of(stock, question.region(), question.technologies());
        List<Finding> findings = new ArrayList<>();
        for (Level start : stocks) {
            for (Level end : stocks) {
                between(question, start, end).ifPresent(findings::add);
            }
        }
        if (measure == Measure.DATACENTER_LOAD) {
            findings.addAll(published(question));
        }
        return findings;
    }

    private static Optional<Finding> between(Question question, Level start, Level end) {
        Optional<Integer> from = firstYear(question);
        OptionalInt to = from.isPresent() ? secondYear(question) : question.year();
        boolean asked = to.isPresent() && end.year() == to.getAsInt() && start.year() == from.orElse(to.getAsInt() - 1);
        boolean alike = start.samePublisher(end)
                && start.basis() == end.basis()
                && start.scope().equals(end.scope())
                && start.dimension().equals(end.dimension())
                && end.scope().equals(question.scope())
                && !start.dimension().equals("1");
        if (!asked || !alike || start.value().low() <= 0) {
            return Optional.empty();
        }
        return finding(question, start, end);
    }

    private static Optional<Finding> finding(Question question, Level start, Level end) {
        int years = end.year() - start.year();
        boolean yearly = years > 1 && Words.matches(question.claim().words(), "a year|per year|annual|yearly|CAGR");
        double ratio = end.value().middle() / start.value().middle();
        double growth = (yearly ? StrictMath.pow(ratio, 1.0 / years) : ratio) - 1;
        String how = (yearly ? "compound growth a year from " : "change from ") + start.year() + " to " + end.year();
        return question.inClaimUnit(Span.of(growth), new Unit("1", 1, "x"))
                .map(value -> new Finding(
                        Difference.NONE,
                        value,
                        how + ": " + start.definition() + " to " + end.definition(),
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

    private static Optional<Integer> firstYear(Question question) {
        Matcher years = YEARS.matcher(question.claim().statement());
        return years.find() ? Optional.of(Integer.parseInt(years.group(1))) : Optional.empty();
    }

    private static OptionalInt secondYear(Question question) {
        Matcher years = YEARS.matcher(question.claim().statement());
        return years.find() ? OptionalInt.of(Integer.parseInt(years.group(2))) : OptionalInt.empty();
    }

    /** Years around the claim's that growth needs besides the claim's own. */
    static Set<Integer> yearsNamedIn(String statement) {
        Matcher years = YEARS.matcher(statement);
        return years.find() ? Set.of(Integer.parseInt(years.group(1))) : Set.of();
    }
}
