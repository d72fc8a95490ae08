package org.electrongap.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.electrongap.claim.Finding.Difference;

/**
 * Answers equivalences by arithmetic on stated constants: power or energy as so many homes, reactors or GPUs, and the other
 * way round; an amount of money in another currency.
 */
final class EquivalenceFinder implements Finder {

    private final EvidenceIndex index;

    EquivalenceFinder(EvidenceIndex index) {
        this.index = index;
    }

    @Override
    public List<Finding> find(Question question) {
        Claim claim = question.claim();
        if (!question.is(Relation.EQUIVALENCE)) {
            return List.of();
        }
        List<Amount> amounts = Amount.in(claim.subject() + ". " + claim.statement());
        if (claim.unit().isMoney()) {
            return inCurrency(question, amounts);
        }
        if (!claim.unit().isCount()) {
            return fromCount(question, amounts);
        }
        Optional<Amount> amount =
                amounts.stream().filter(Amount::isPowerOrEnergy).findFirst();
        return amount.isPresent()
                ? toCount(question, amount.get(), List.of(), claimAmount(amount.get()))
                : fromFigure(question);
    }

    private static String claimAmount(Amount amount) {
        return Numbers.text(amount.value()) + " " + amount.unit().written();
    }

    private List<Finding> toCount(Question question, Amount amount, List<Figure> amountFigures, String amountWords) {
        List<Finding> findings = new ArrayList<>();
        for (Figure constant : constants(question.claim().unit().counted(), question.region())) {
            boolean energy = constant.unit().dimension().startsWith("Wh");
            double total =
                    energy || amount.unit().dimension().equals("Wh") ? amount.wattHoursAYear() : amount.inBaseUnit();
            double hours = !energy && amount.unit().dimension().equals("Wh") ? Amount.HOURS_A_YEAR : 1;
            Span each = constant.value().times(constant.unit().factor() * hours);
            List<Figure> figures = new ArrayList<>(amountFigures);
            figures.add(constant);
            findings.add(new Finding(
                    Difference.NONE,
                    Span.of(total).over(each).times(1 / question.claim().unit().factor()),
                    amountWords + (energy && amount.unit().dimension().equals("W") ? " x 8,760 h" : "") + " over "
                            + NamedFinder.describe(constant),
                    "equivalence",
                    figures));
        }
        return findings;
    }

    /** Figures of what one household uses, one reactor gives, one GPU takes: about the thing counted and nobody's in particular. */
    private List<Figure> constants(String counted, String region) {
        return index.singles().stream()
                .filter(figure -> Entities.in(figure.subject()).isEmpty()
                        && Similarity.regionsMeet(region, figure.region())
                        && isPerOne(figure, counted)
                        && !figure.value().containsZero())
                .sorted(Comparator.comparing(Figure::period).reversed().thenComparing(Figure::toString))
                .toList();
    }

    private boolean isPerOne(Figure figure, String counted) {
        Set<String> dimensions = Set.of("W", "Wh", "Wh/year", "W/" + counted, "Wh/" + counted);
        return !counted.isEmpty()
                && dimensions.contains(figure.unit().dimension())
                && (index.words(figure).contains(counted)
                        || figure.unit().dimension().endsWith("/" + counted));
    }

    /** No amount in the words: the energy of the thing named, from the figures. */
    private List<Finding> fromFigure(Question question) {
        Similarity similarity = new Similarity(index, question.claim());
        String counted = question.claim().unit().counted();
        return index.singles().stream()
                .filter(figure -> figure.unit().dimension().equals("Wh") && !isPerOne(figure, counted))
                .filter(figure -> similarity.of(figure) >= Similarity.THRESHOLD)
                .flatMap(figure -> toCount(
                        question,
                        new Amount(figure.value().middle(), figure.unit()),
                        List.of(figure),
                        NamedFinder.describe(figure))
                        .stream())
                .toList();
    }

    /** "8 million homes use as much as 10 GW": the count is in the words, the power or energy is claimed. */
    private List<Finding> fromCount(Question question, List<Amount> amounts) {
        List<Finding> findings = new ArrayList<>();
        for (Amount amount : amounts) {
            for (Figure constant : constants(amount.unit().counted(), question.region())) {
                Span total = constant.value().times(constant.unit().factor() * amount.inBaseUnit());
                boolean energy = constant.unit().dimension().startsWith("Wh");
                boolean wantsPower = question.claim().unit().dimension().equals("W");
                double hours = energy == wantsPower ? (energy ? 1 / Amount.HOURS_A_YEAR : Amount.HOURS_A_YEAR) : 1;
                findings.add(new Finding(
                        Difference.NONE,
                        total.times(hours / question.claim().unit().factor()),
                        claimAmount(amount) + " x " + NamedFinder.describe(constant),
                        "equivalence",
                        List.of(constant)));
            }
        }
        return findings;
    }

    private List<Finding> inCurrency(Question question, List<Amount> amounts) {
        Unit unit = question.claim().unit();
        List<Finding> findings = new ArrayList<>();
        for (Amount amount : amounts) {
            for (Figure rate : index.singles()) {
                if (rate.unit()
                        .dimension()
                        .equals(unit.dimension() + "/" + amount.unit().dimension())) {
                    findings.add(new Finding(
                            Difference.NONE,
                            rate.value().times(rate.unit().factor() * amount.inBaseUnit() / unit.factor()),
                            claimAmount(amount) + " x " + NamedFinder.describe(rate),
                            "equivalence",
                            List.of(rate)));
                }
            }
        }
        return findings;
    }
}
