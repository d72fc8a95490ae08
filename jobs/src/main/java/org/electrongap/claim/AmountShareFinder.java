package org.electrongap.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.electrongap.claim.Finding.Difference;

/**
 * Answers an amount as a share of a country: 30 GW as a tenth of Japan's. Power is held against installed capacity and peak
 * demand, and, as running all year, against generation and demand; only the measure that the claim names is its own.
 */
final class AmountShareFinder implements Finder {

    private final Levels levels;

    AmountShareFinder(Levels levels) {
        this.levels = levels;
    }

    @Override
    public List<Finding> find(Question question) {
        Claim claim = question.claim();
        if (!question.is(Relation.SHARE)
                || !claim.comparisonRegion().isEmpty()
                || question.asksOf(Measure.DATACENTER_LOAD)) {
            return List.of();
        }
        Optional<Amount> amount = Amount.in(claim.subject() + ". " + claim.statement()).stream()
                .filter(Amount::isPowerOrEnergy)
                .findFirst();
        List<Finding> findings = new ArrayList<>();
        for (Measure whole : List.of(Measure.GENERATION, Measure.CONSUMPTION, Measure.INSTALLED, Measure.PEAK)) {
            amount.ifPresent(found -> findings.addAll(shares(question, found, whole)));
        }
        return findings;
    }

    private List<Finding> shares(Question question, Amount amount, Measure whole) {
        boolean energy = whole.dimension().equals("Wh");
        if (!energy && amount.unit().dimension().equals("Wh")) {
            return List.of();
        }
        List<Level> known = levels.of(whole, question.region(), question.technologies());
        int newest = known.stream()
                .mapToInt(Level::year)
                .filter(year -> year <= question.year().orElse(Integer.MAX_VALUE))
                .max()
                .orElse(0);
        List<Finding> findings = new ArrayList<>();
        for (Level level : known) {
            if (isCurrent(level, newest) && !level.value().containsZero()) {
                findings.add(share(question, amount, level));
            }
        }
        return findings;
    }

    /** The newest year, and other publications that have no newer one. */
    private static boolean isCurrent(Level level, int newest) {
        return level.year() == newest
                || (level.year() < newest && level.figures().stream().noneMatch(AmountShareFinder::isPanel));
    }

    private static boolean isPanel(Figure figure) {
        return figure.subject().isEmpty();
    }

    private static Finding share(Question question, Amount amount, Level level) {
        double above = level.dimension().equals("Wh") ? amount.wattHoursAYear() : amount.inBaseUnit();
        boolean own = question.measure()
                .map(measure -> isOwn(measure, level.measure()))
                .orElse(true);
        return new Finding(
                own ? Difference.NONE : Difference.BASIS,
                question.claim().unit().convert(Span.of(above).over(level.value()), new Unit("1", 1, "x")),
                Numbers.text(amount.value()) + " " + amount.unit().written()
                        + (level.dimension().equals("Wh")
                                        && amount.unit().dimension().equals("W")
                                ? " x 8,760 h"
                                : "")
                        + " over " + level.definition(),
                "share of " + level.measure().words(),
                level.figures());
    }

    private static boolean isOwn(Measure asked, Measure level) {
        return asked == level;
    }
}
