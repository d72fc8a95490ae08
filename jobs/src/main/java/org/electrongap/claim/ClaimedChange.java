package org.electrongap.claim;

import java.util.Optional;

/** How a claim tells a change: in per cent, in per cent a year, as so many times what was, or as a fall without a sign. */
final class ClaimedChange {

    private ClaimedChange() {}

    /**
     * Whether a claim speaks of a change between two years: a growth, or a ratio of one region to itself and not of two
     * technologies in it.
     */
    static boolean isAskedBy(Question question) {
        boolean ratioInTime = question.is(Relation.RATIO)
                && question.claim().comparisonRegion().isEmpty()
                && question.otherTechnologies().isEmpty()
                && TwoYears.namedIn(question.claim().statement(), question.year())
                        .isPresent();
        return question.is(Relation.GROWTH) || ratioInTime;
    }

    /** The change as the claim tells it, in its unit, when the later value is the earlier one times a ratio. */
    static Optional<Span> told(Question question, double ratio, int years) {
        Claim claim = question.claim();
        double told;
        if (isTimes(claim)) {
            told = ratio;
        } else {
            double change = (isYearly(claim, years) ? StrictMath.pow(ratio, 1.0 / years) : ratio) - 1;
            told = ClaimedFall.isToldBy(claim) ? -change : change;
        }
        return Optional.of(claim.unit().convert(Span.of(told), new Unit("1", 1, "x")));
    }

    /** What was computed, in words. */
    static String words(Claim claim, TwoYears years) {
        String what = isTimes(claim)
                ? "ratio of the later to the earlier, "
                : isYearly(claim, years.length()) ? "compound growth a year from " : "change from ";
        return what + years.from() + " to " + years.to();
    }

    private static boolean isTimes(Claim claim) {
        return claim.unit().dimension().equals("1")
                && claim.unit().factor() == 1
                && !claim.unit().written().equals("fraction");
    }

    private static boolean isYearly(Claim claim, int years) {
        return years > 1
                && (claim.unit().dimension().endsWith("/year")
                        || Words.matches(claim.words(), "a year|per year|annual|yearly|CAGR"));
    }

    /** A change in the unit of what changed; turned round where the claim tells a fall without the sign. */
    static Span signed(Question question, Span change) {
        return ClaimedFall.isToldBy(question.claim()) ? change.times(-1) : change;
    }
}
