package org.electrongap.claim;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.electrongap.claim.Finding.Difference;
import org.electrongap.claim.Judgement.Rule;

/** Judges one claim by its findings: five rules, the first that matches wins. */
final class Judge {

    private final Claim claim;
    private final List<Finding> world;
    private final List<Finding> ownArticle;
    private final List<Finding> inOrder;
    private final Optional<Closeness> closeness;

    private Judge(Claim claim, List<Finding> findings) {
        this.claim = claim;
        closeness = claim.value().map(value -> new Closeness(claim));
        inOrder = findings.stream().sorted(byUse()).toList();
        world = inOrder.stream()
                .filter(finding -> !finding.difference().isOfArticle())
                .toList();
        ownArticle = inOrder.stream()
                .filter(finding -> finding.difference().isOfArticle())
                .toList();
    }

    static Judgement judge(Claim claim, List<Finding> findings) {
        Judge judge = new Judge(claim, findings);
        return Stream.<Supplier<Optional<Judgement>>>of(
                        judge::notCheckable, judge::supported, judge::underAnotherDefinition, judge::slip)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(judge::byDistance);
    }

    /** Direct findings first, then by how near they are, then by their words, so that the order is total. */
    private Comparator<Finding> byUse() {
        return Comparator.comparing(Finding::difference)
                .thenComparingDouble(finding ->
                        closeness.map(near -> near.distance(finding.value())).orElse(0.0))
                .thenComparingDouble(finding ->
                        closeness.map(near -> near.fromMiddle(finding.value())).orElse(0.0))
                .thenComparing(Finding::definition);
    }

    private Optional<Judgement> notCheckable() {
        if (claim.value().isEmpty()) {
            return Optional.of(noEvidence("The claim states no number that could be held against a table."));
        }
        boolean ownNumbersDecide = claim.metric().contains("growth") && !ownArticle.isEmpty();
        return world.isEmpty() && !ownNumbersDecide
                ? Optional.of(noEvidence("No table holds a figure in " + Numbers.words(claim.unit())
                        + " for this subject, region and year."))
                : Optional.empty();
    }

    private Judgement noEvidence(String reason) {
        return new Judgement(claim, Verdict.NOT_CHECKABLE, Rule.NO_EVIDENCE, Optional.empty(), "", reason, inOrder);
    }

    private Optional<Judgement> supported() {
        List<Finding> direct = world.stream().filter(Finding::isDirect).toList();
        Optional<Finding> held = direct.stream()
                .filter(finding -> closeness.orElseThrow().holds(finding.value()))
                .findFirst();
        return held.map(finding -> because(
                        Verdict.SUPPORTED,
                        Rule.HOLDS,
                        finding,
                        finding.definition(),
                        "Holds: " + sentence(finding) + "."))
                .or(() -> insideRange(direct));
    }

    private Optional<Judgement> insideRange(List<Finding> direct) {
        if (claim.unit().isDate()) {
            return Optional.empty();
        }
        Map<String, List<Finding>> families =
                direct.stream().collect(Collectors.groupingBy(Finding::family, TreeMap::new, Collectors.toList()));
        return families.values().stream()
                .filter(family -> family.size() > 1)
                .filter(family -> closeness.orElseThrow().meets(range(family)))
                .findFirst()
                .map(family -> because(
                        Verdict.SUPPORTED,
                        Rule.HOLDS,
                        family.get(0),
                        "range of " + family.size() + " definitions, " + Numbers.text(range(family), claim.unit()),
                        "Inside the range of its definitions, " + Numbers.text(range(family), claim.unit())
                                + "; the nearest is " + sentence(family.get(0)) + "."));
    }

    private static Span range(List<Finding> family) {
        return family.stream().map(Finding::value).reduce(Span::union).orElseThrow();
    }

    private Optional<Judgement> underAnotherDefinition() {
        Optional<Finding> other = world.stream()
                .filter(finding -> !finding.isDirect() && isTrueOf(finding))
                .min(Comparator.comparing(
                        finding -> !closeness.orElseThrow().isSame(finding.value()))); // of equals the first
        return other.map(finding -> because(
                        Verdict.OFF,
                        Rule.OTHER_DEFINITION,
                        finding,
                        finding.definition(),
                        "True under " + finding.difference().words() + ": " + sentence(finding) + againstDirect()
                                + "."))
                .or(this::insideAnotherRange)
                .or(this::inAnotherYear)
                .or(this::ownRatio);
    }

    /** What passes a bound in another year only says that years differ; of another definition a bound may hold. */
    private boolean isTrueOf(Finding other) {
        return other.difference() == Difference.YEAR
                ? closeness.orElseThrow().meets(other.value())
                : closeness.orElseThrow().holds(other.value());
    }

    /** Between the figures that one other definition has in several sources. */
    private Optional<Judgement> insideAnotherRange() {
        Map<String, List<Finding>> families = world.stream()
                .filter(finding -> finding.difference() == Difference.BASIS || finding.difference() == Difference.SCOPE)
                .collect(Collectors.groupingBy(Finding::family, TreeMap::new, Collectors.toList()));
        return families.values().stream()
                .filter(family -> family.size() > 1 && !claim.unit().isDate())
                .filter(family -> closeness.orElseThrow().meets(range(family)))
                .findFirst()
                .map(family -> because(
                        Verdict.OFF,
                        Rule.OTHER_DEFINITION,
                        family.get(0),
                        "range of " + family.size() + " figures under "
                                + family.get(0).difference().words() + ", "
                                + Numbers.text(range(family), claim.unit()),
                        "True under " + family.get(0).difference().words() + ", inside the range of " + family.size()
                                + " figures, " + Numbers.text(range(family), claim.unit()) + "; for instance "
                                + sentence(family.get(0)) + againstDirect() + "."));
    }

    private Optional<Judgement> inAnotherYear() {
        for (Finding finding : world) {
            OptionalInt years = closeness.orElseThrow().yearsApart(finding.value());
            if (years.isPresent()) {
                String direction = years.getAsInt() > 0 ? " later" : " earlier";
                return Optional.of(because(
                        Verdict.OFF,
                        Rule.OTHER_DEFINITION,
                        finding,
                        finding.definition(),
                        "True of another year, " + StrictMath.abs(years.getAsInt()) + direction + ": "
                                + sentence(finding) + "."));
            }
        }
        return Optional.empty();
    }

    private Optional<Judgement> ownRatio() {
        if (world.isEmpty()) {
            return Optional.empty();
        }
        return ownArticle.stream()
                .filter(finding -> finding.difference() == Difference.OWN_ARITHMETIC
                        && closeness.orElseThrow().meets(finding.value()))
                .findFirst()
                .map(finding -> because(
                        Verdict.OFF,
                        Rule.OTHER_DEFINITION,
                        world.get(0),
                        world.get(0).definition(),
                        "Follows from " + finding.definition() + ", a base that the tables do not hold; they give "
                                + sentence(world.get(0)) + "."));
    }

    private Optional<Judgement> slip() {
        for (Finding finding : judgedAgainst()) {
            OptionalInt power = closeness.orElseThrow().powerOfTen(finding.value());
            if (power.isPresent()) {
                return Optional.of(because(
                        Verdict.CONTRADICTED,
                        Rule.SLIP,
                        finding,
                        finding.definition(),
                        Slips.name(power.getAsInt(), claim.unit()) + ": " + sentence(finding) + "."));
            }
        }
        return againstItsArticle();
    }

    /** Against every number that its own article gives for it. */
    private Optional<Judgement> againstItsArticle() {
        if (ownArticle.isEmpty() || ownArticle.stream().anyMatch(this::agrees)) {
            return Optional.empty();
        }
        Finding nearest = ownArticle.get(0);
        boolean repetition = nearest.difference() == Difference.OWN_REPETITION;
        String own = Numbers.text(nearest.value(), claim.unit());
        return Optional.of(because(
                Verdict.CONTRADICTED,
                Rule.SLIP,
                nearest,
                nearest.definition(),
                repetition
                        ? "Against another claim, " + nearest.definition() + "."
                        : "Against its own arithmetic: " + nearest.definition() + " give " + own + "."));
    }

    /** The numbers of an article are rounded, so that its arithmetic is; what it says twice is not. */
    private boolean agrees(Finding own) {
        return own.difference() == Difference.OWN_REPETITION
                ? closeness.orElseThrow().holds(own.value())
                : closeness.orElseThrow().isNear(own.value());
    }

    private Judgement byDistance() {
        List<Finding> against = judgedAgainst();
        if (against.isEmpty()) {
            return noEvidence("The tables speak of other years only"
                    + (world.isEmpty() ? "." : ": " + sentence(world.get(0)) + "."));
        }
        Finding nearest = against.get(0);
        boolean near = closeness.orElseThrow().isNear(nearest.value());
        double percent = 100 * closeness.orElseThrow().distance(nearest.value());
        String distance = claim.unit().isDate() ? "Another date" : "Differs by " + Numbers.text(percent) + " %";
        return because(
                near ? Verdict.OFF : Verdict.CONTRADICTED,
                Rule.DISTANCE,
                nearest,
                nearest.definition(),
                distance + " from the nearest definition: " + sentence(nearest) + ".");
    }

    /** What a claim may be contradicted by: its own definition, or where none is known another one of the same year. */
    private List<Finding> judgedAgainst() {
        List<Finding> direct = world.stream().filter(Finding::isDirect).toList();
        return !direct.isEmpty()
                ? direct
                : world.stream()
                        .filter(finding -> finding.difference() != Difference.YEAR)
                        .toList();
    }

    private String againstDirect() {
        return world.stream()
                .filter(Finding::isDirect)
                .findFirst()
                .map(finding -> "; as claimed it is " + sentence(finding))
                .orElse("");
    }

    /** The value and what it is; a definition that begins with the value tells it itself. */
    private String sentence(Finding finding) {
        String value = Numbers.text(finding.value(), claim.unit());
        return finding.definition().startsWith(value + ",")
                        || finding.definition().startsWith(value + " in ")
                ? finding.definition()
                : value + ", " + finding.definition();
    }

    private Judgement because(Verdict verdict, Rule rule, Finding finding, String definition, String reason) {
        return new Judgement(claim, verdict, rule, Optional.of(finding), definition, reason, inOrder);
    }
}
