package org.electrongap.claim;

/** What a claim makes of the figures that it speaks of. */
enum Relation {
    /** The figure itself. */
    LEVEL,
    RATIO,
    SHARE,
    DIFFERENCE,
    /** A change in per cent. */
    GROWTH,
    /** An amount expressed in other things: homes, reactors, GPUs. */
    EQUIVALENCE;

    /** The relation that a claim's comparison, metric and unit say. */
    static Relation of(Claim claim) {
        String said = claim.comparison().isEmpty() ? claim.metric() : claim.comparison();
        if (Words.matches(said, "equivalen")) {
            return EQUIVALENCE;
        }
        if (Words.matches(said, "share(?!.*price)|fraction")) {
            return SHARE;
        }
        if (Words.matches(said, "\\bratio\\b|_ratio|ratio_|multiple")) {
            return RATIO;
        }
        if (Words.matches(said, "difference|\\bgap\\b")) {
            return DIFFERENCE;
        }
        return Words.matches(said, "growth|cagr|change$|increase")
                        && claim.unit().dimension().equals("1")
                ? GROWTH
                : byUnit(claim);
    }

    private static Relation byUnit(Claim claim) {
        if (claim.unit().written().contains("_of_")) {
            return SHARE;
        }
        boolean compares =
                !claim.comparisonRegion().isEmpty() && claim.unit().dimension().equals("1");
        if (compares && !Words.matches(claim.metric(), "margin")) {
            return claim.unit().factor() == 1 ? RATIO : SHARE;
        }
        return LEVEL;
    }
}
