package org.electrongap.claim;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a claim asks of the tables, as far as its words tell.
 *
 * @param claim the claim
 * @param relation what it makes of the figures
 * @param measure the national measure that it speaks of; empty when it speaks of something named
 * @param denominator for a share of another measure: that measure
 * @param technologies leaf technologies; empty for all electricity
 * @param otherTechnologies for a ratio of two technologies in one region: those of the divisor; else empty
 * @param basis basis that it names; empty where it names none
 * @param scope {@code ai_only} or {@code all}, for data centres
 * @param asOf the day of the audit: what lies after it is a forecast
 */
record Question(
        Claim claim,
        Relation relation,
        Optional<Measure> measure,
        Optional<Measure> denominator,
        Set<String> technologies,
        Set<String> otherTechnologies,
        Optional<Basis> basis,
        String scope,
        LocalDate asOf) {

    private static final String NO_NATIONAL_METRIC =
            "invest|cost|price|lead.?time|count|shortfall|shortage|deficit|\\bdate\\b|duration|market.?value|weight"
                    + "|density|equivalence|revenue|wage|poll|people";
    private static final String NO_NATIONAL_SUBJECT = "invest|\\bcosts?\\b|\\bprices?\\b|spending|\\bbills?\\b"
            + "|\\b(?:im|ex)ports?\\b|\\bloss(?:es)?\\b|\\bemissions?\\b|\\bintensity\\b|\\bper (?:person|capita|head)\\b"
            + "|\\bpipeline\\b|\\bannounced\\b|\\bqueues?\\b|\\brequests?\\b";
    /** Words of a metric that leave it to the subject what is measured. */
    private static final Set<String> NEUTRAL = Set.of(
            "power",
            "energy",
            "use",
            "usage",
            "load",
            "level",
            "value",
            "amount",
            "total",
            "quantity",
            "size",
            "annual",
            "yearly",
            "year",
            "figure",
            "number",
            "datacenter",
            "gw",
            "mw",
            "twh",
            "kwh");

    private static final Set<String> LOAD_WORDS = Set.of(
            "datacenter", "power", "energy", "use", "usage", "load", "demand", "consumption", "capacity", "total");

    private static final String AI_ONLY = "\\bAI[- ](?:only |specific |focused |optimi[sz]ed )?"
            + "(?:data.?cent|server|load|electricity|power|demand|compute)";
    private static final String NOT_AI_ONLY =
            "all data.?cent|data.?cent(?:er|re)s? (?:and|including|with) AI|AI and data.?cent";

    static Question of(Claim claim, LocalDate asOf) {
        Optional<Measure> measure = measure(claim, Relation.of(claim));
        Relation relation = isOneYearOfAdditions(claim, measure) ? Relation.LEVEL : Relation.of(claim);
        Set<String> others = relation == Relation.RATIO ? otherTechnologies(claim) : Set.of();
        String said = claim.basis() + " " + claim.metric() + " " + claim.subject() + " " + claim.statement();
        return new Question(
                claim,
                relation,
                measure,
                relation == Relation.SHARE
                        ? measure.flatMap(numerator -> denominator(claim, numerator))
                        : Optional.empty(),
                Technologies.namedIn(others.isEmpty() ? claim.subject() + " " + claim.metric() : sides(claim)[0]),
                others,
                Basis.namedIn(claim.basis()).or(() -> Basis.namedIn(said)),
                scope(claim),
                asOf);
    }

    /** A change of capacity within a year is a level of additions; over several years it stays a change. */
    private static boolean isOneYearOfAdditions(Claim claim, Optional<Measure> measure) {
        return measure.filter(found -> found == Measure.ADDITIONS).isPresent()
                && Relation.of(claim) == Relation.CHANGE
                && TwoYears.of(claim).filter(years -> years.length() > 1).isEmpty();
    }

    /** "Solar over wind capacity" of one region names a technology on either side. */
    private static Set<String> otherTechnologies(Claim claim) {
        String[] sides = sides(claim);
        boolean two = claim.comparisonRegion().isEmpty()
                && sides.length == 2
                && !Technologies.namedIn(sides[0]).isEmpty();
        return two ? Technologies.namedIn(sides[1]) : Set.of();
    }

    private static String[] sides(Claim claim) {
        return claim.subject().split("(?i)\\b(?:over|versus|vs|to|than)\\b|/", 2);
    }

    /** What a claim about data centres counts in, as far as it says so. */
    private static String scope(Claim claim) {
        if (isAiOnly(claim) && !isAiInDatacenters(claim)) {
            return "ai_only";
        }
        String said = claim.subject() + ". " + claim.basis() + ". " + claim.statement();
        if (Words.matches(said, "crypto") && !Words.matches(said, "(?:without|excluding|except|no) crypto")) {
            return "incl_crypto";
        }
        return Words.matches(said, "chip (?:foundr|fab|plant)") ? "incl_chip_foundries" : "all";
    }

    /** Whether it asks for the AI share of nothing else than the load of data centres: not of their floor space. */
    boolean asksOfAiInDatacenterLoad() {
        String[] sides = claim.subject().split("(?i)\\b(?:share|part|portion)\\b.*?\\bof\\b", 2);
        String shared = Words.raw(sides[sides.length - 1]).stream()
                .filter(word -> !Entities.isRegionWord(word))
                .collect(Collectors.joining(" "));
        return asksOfAiInDatacenters() && asksOf(Measure.DATACENTER_LOAD) && LOAD_WORDS.containsAll(Words.of(shared));
    }

    /** "The AI share of data-centre electricity": a part of the load, not of all electricity. */
    boolean asksOfAiInDatacenters() {
        return relation == Relation.SHARE && isAiInDatacenters(claim);
    }

    private static boolean isAiInDatacenters(Claim claim) {
        return Words.matches(claim.subject(), "\\bAI\\b.*\\b(?:share|part|portion)\\b.*\\bof\\b.*\\bdata.?cent");
    }

    private static boolean isAiOnly(Claim claim) {
        String said = claim.subject() + ". " + claim.basis() + ". " + claim.statement();
        return Words.matches(said, AI_ONLY) && !Words.matches(said, NOT_AI_ONLY);
    }

    private static Optional<Measure> measure(Claim claim, Relation relation) {
        if (Words.matches(claim.metric(), NO_NATIONAL_METRIC)
                || Words.matches(claim.subject(), NO_NATIONAL_SUBJECT)
                || !Entities.in(claim.subject()).isEmpty()
                || (relation == Relation.LEVEL && namesAnotherThing(claim.metric()))
                || relation == Relation.EQUIVALENCE) {
            return Optional.empty();
        }
        Optional<Measure> named = byMetric(claim)
                .or(() -> Measure.namedIn(claim.subject()))
                .or(() -> relation == Relation.LEVEL ? Optional.empty() : Measure.namedIn(claim.statement()));
        return named.map(measure -> byTechnology(measure, claim))
                .map(measure ->
                        relation == Relation.CHANGE && measure == Measure.INSTALLED ? Measure.ADDITIONS : measure)
                .filter(measure -> relation != Relation.LEVEL || fits(measure, claim.unit()));
    }

    /** A metric such as "retirements" is no measure of these tables, whatever its subject speaks of. */
    private static boolean namesAnotherThing(String metric) {
        return Measure.namedIn(metric).isEmpty() && !NEUTRAL.containsAll(Words.of(metric));
    }

    /** Nobody counts use by technology: "nuclear gives 8 % of the electricity" speaks of generation. */
    private static Measure byTechnology(Measure measure, Claim claim) {
        boolean ofTechnology = measure == Measure.CONSUMPTION
                && !Technologies.namedIn(claim.subject() + " " + claim.metric()).isEmpty();
        return ofTechnology ? Measure.GENERATION : measure;
    }

    /** A metric column that names a measure decides, except that data centres are named by the subject. */
    private static Optional<Measure> byMetric(Claim claim) {
        Optional<Measure> metric = Measure.namedIn(claim.metric());
        boolean ofDatacenters = (Measure.DATACENTER_LOAD.isNamedIn(claim.subject()) || isAiOnly(claim))
                && metric.map(m -> m == Measure.CONSUMPTION || m == Measure.PEAK || m == Measure.INSTALLED)
                        .orElse(false);
        return ofDatacenters ? Optional.of(Measure.DATACENTER_LOAD) : metric;
    }

    private static boolean fits(Measure measure, Unit unit) {
        return switch (measure) {
            case ADDITIONS -> unit.dimension().equals("W") || unit.dimension().equals("W/year");
            case DATACENTER_LOAD -> Set.of("W", "Wh", "Wh/year").contains(unit.dimension());
            case GENERATION, CONSUMPTION -> Set.of("Wh", "Wh/year").contains(unit.dimension());
            default -> unit.dimension().equals(measure.dimension());
        };
    }

    /** "Additions as a share of the fleet": a stock of the power system, named after the numerator and an "of". */
    private static Optional<Measure> denominator(Claim claim, Measure numerator) {
        String text = claim.subject() + ". " + claim.statement();
        int from = numerator.positionIn(text);
        if (from < 0 || numerator == Measure.DATACENTER_LOAD) {
            return Optional.empty();
        }
        String rest = text.substring(from);
        int of = Words.position(rest, "\\bof\\b|\\bover\\b");
        if (of >= 0 && numerator.isNamedIn(rest.substring(of).split("\\.", 2)[0])) {
            return Optional.empty(); // a share "of what the world added" is a share of the same measure
        }
        return Stream.of(Measure.INSTALLED, Measure.PEAK)
                .filter(stock -> stock != numerator && of >= 0 && isNamedIn(rest.substring(of), stock))
                .findFirst();
    }

    /** "The whole grid" as something to be a share of is its installed capacity. */
    private static boolean isNamedIn(String text, Measure stock) {
        return stock.isNamedIn(text) || (stock == Measure.INSTALLED && Words.matches(text, "\\bgrid\\b"));
    }

    OptionalInt year() {
        return claim.year();
    }

    String region() {
        return claim.region();
    }

    boolean is(Relation wanted) {
        return relation == wanted;
    }

    boolean asksOf(Measure wanted) {
        return measure.filter(found -> found == wanted).isPresent();
    }

    /** The value of a finding in the claim's unit, where both are of one dimension or differ by "a year" only. */
    Optional<Span> inClaimUnit(Span value, Unit unit) {
        String mine = claim.unit().dimension();
        String other = unit.dimension();
        boolean yearly = mine.equals(other + "/year") || other.equals(mine + "/year");
        return mine.equals(other) || (yearly && measure.isPresent())
                ? Optional.of(claim.unit().convert(value, unit))
                : Optional.empty();
    }
}
