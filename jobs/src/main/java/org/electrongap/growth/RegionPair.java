package org.electrongap.growth;

import java.io.Serializable;

/**
 * Two regions to compare: ratios are the second over the first, gaps the second less the first.
 *
 * @param a the first region
 * @param b the second region
 * @param scope which technologies
 */
public record RegionPair(String a, String b, Scope scope) implements Serializable {

    /** Which technologies are compared. */
    public enum Scope {
        TOTALS,
        ALL_TECHNOLOGIES
    }

    public RegionPair {
        if (a.equals(b)) {
            throw new IllegalArgumentException("a pair needs two regions, both are '" + a + "'");
        }
    }

    /** The pair with its totals alone. */
    public static RegionPair totals(String a, String b) {
        return new RegionPair(a, b, Scope.TOTALS);
    }

    /** The pair with every technology that both have. */
    public static RegionPair allTechnologies(String a, String b) {
        return new RegionPair(a, b, Scope.ALL_TECHNOLOGIES);
    }

    boolean joins(String one, String other) {
        return (a.equals(one) && b.equals(other)) || (a.equals(other) && b.equals(one));
    }
}
