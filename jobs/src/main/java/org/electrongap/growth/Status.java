package org.electrongap.growth;

import java.util.Locale;

/**
 * How a value came about, or why there is none.
 *
 * <p>The names in lower case are the values of the column {@code status} of trajectories and comparisons.
 */
public enum Status {
    /** Measured, and computed as defined. */
    OK,
    /** Computed without the members of an aggregate whose meaning changed in the period; the reason names them. */
    LIKE_FOR_LIKE,
    /** Rests on a provisional value. */
    PROVISIONAL,
    /** A level: the first value of a new meaning. A change or fit: it would bridge a change of meaning. */
    BREAK,
    /** The value repeats the year before it: it counts as not measured. */
    CARRIED_FORWARD,
    /** The parts are known to be wrong, their sum is right. */
    MIS_SPLIT,
    /** Another meaning than installed, such as available. */
    NOT_INSTALLED,
    /** Members of the aggregate are missing. */
    PARTIAL,
    /** Graded recalled or single_article: shown, but in no change and no fit. */
    UNVERIFIED,
    /** No value for the period. */
    MISSING,
    /** The two values are not exactly one year apart. */
    GAP,
    /** A base or a divisor that is zero or negative. */
    NOT_POSITIVE_BASE,
    /** A zero or negative value after the first positive one: there is no logarithm. */
    INTERIOR_ZERO,
    /** Fewer points than the measure needs. */
    TOO_FEW_POINTS,
    /** The values do not vary, or lie exactly on the line. */
    NO_VARIATION,
    /** The interval contains zero: the sign is not known. */
    INTERVAL_CONTAINS_ZERO,
    /** The series falls: it never doubles. */
    FALLING,
    /** No structural break at the 5 % level. */
    NOT_SIGNIFICANT,
    /** The interval has no end. */
    UNBOUNDED,
    /** The follower does not grow faster than the leader. */
    NOT_CATCHING_UP,
    /** The two figures have unlike definitions; both are named. */
    BASES_DIFFER;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** The value of the column {@code status}. */
    public String text() {
        return text;
    }

    static Status ofText(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Whether a point of this status may enter a fit. */
    boolean entersFits() {
        return this == OK || this == BREAK;
    }

    /** Whether a point of this status may be an end of a change. */
    boolean entersChanges() {
        return entersFits() || this == PROVISIONAL;
    }
}
