package org.electrongap.claim;

import java.util.Set;

/** What a claim makes of the figures that it speaks of. */
enum Relation {
    /** The figure itself. */
    LEVEL,
    RATIO,
    SHARE,
    DIFFERENCE,
    /** A change in per cent. */
    GROWTH,
    /** A change in the unit of what changed. */
    CHANGE,
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
        if (Words.matches(said, "growth|cagr|change$|increase|decline|decrease")) {
            return switch (claim.unit().dimension()) {
                case "1", "1/year" -> GROWTH;
                case "W", "Wh" -> CHANGE;
                default -> byUnit(claim);
            };
        }
        return isCountOfPower(claim) ? EQUIVALENCE : byUnit(claim);
    }

    /** "1 GW is the use of 820,000 homes": power or energy as a number of things. */
    private static boolean isCountOfPower(Claim claim) {
        return Set.of("household", "reactor", "gpu").contains(claim.unit().counted())
                && Amount.in(claim.words()).stream().anyMatch(Amount::isPowerOrEnergy)
                && Words.matches(
                        claim.words(),
                        "as much|equal|equivalen|enough|\\buse of\\b|\\boutput of\\b|\\bpowers?\\b|\\bsuppl|correspond");
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
