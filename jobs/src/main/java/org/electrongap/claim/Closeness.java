package org.electrongap.claim;

import java.util.OptionalInt;

/** How near a claimed value lies to a found one, by the project's stated tolerances. */
final class Closeness {

    /** A value within 2 % of a fact is that fact; "about" gives way by 5 %. */
    static final double EXACT = 0.02;

    static final double ABOUT = 0.05;
    /** Within half a per cent a number is a rounding of another. */
    private static final double SAME = 0.005;
    /** Within 10 % a claim is off, beyond it is contradicted. */
    static final double NEAR = 0.10;
    /** "Up to 100" says that something near 100 exists: the greatest value found must reach half of it. */
    private static final double REACHED = 0.5;

    private static final int LARGEST_POWER = 6;

    private final Claim claim;
    private final Span claimed;

    Closeness(Claim claim) {
        this.claim = claim;
        this.claimed = claim.value().orElseThrow();
    }

    /** Whether the claim holds when the truth is the found value or range. */
    boolean holds(Span found) {
        if (claim.unit().isDate()) {
            return holdsAsDate(found);
        }
        return switch (claim.comparator()) {
            case MORE_THAN, AT_LEAST ->
                meets(found) || (found.high() >= claimed.low() - margin(claimed.low()) && !isTenfold(found));
            case UP_TO ->
                meets(found)
                        || (found.high() <= claimed.high() + margin(claimed.high())
                                && found.high() >= REACHED * claimed.high());
            case LESS_THAN ->
                meets(found) || (found.low() <= claimed.high() + margin(claimed.high()) && !isTenfold(found));
            case ABOUT, EXACTLY -> meets(found);
        };
    }

    private boolean holdsAsDate(Span found) {
        return switch (claim.comparator()) {
            case UP_TO, LESS_THAN -> found.low() <= claimed.high();
            case MORE_THAN, AT_LEAST -> found.high() >= claimed.low();
            case ABOUT, EXACTLY -> found.overlaps(claimed);
        };
    }

    /** Whether claimed and found are equal within the tolerance, or one lies inside the other. */
    boolean meets(Span found) {
        if (claim.unit().isDate()) {
            return found.overlaps(claimed);
        }
        double margin = StrictMath.max(margin(claimed.low()), claimed.isPoint() ? 0 : margin(claimed.high()));
        return found.covers(claimed, margin) || claimed.covers(found, margin);
    }

    private double margin(double value) {
        double part = claim.comparator() == Comparator.ABOUT ? ABOUT : EXACT;
        return StrictMath.max(part * StrictMath.abs(value), claim.halfDigit());
    }

    /** The relative distance: 0 where they overlap, else the gap as part of the found value. */
    double distance(Span found) {
        double gap = claimed.distanceTo(found);
        double end = claimed.low() > found.high() ? found.high() : found.low();
        double size = end == 0 ? gap : StrictMath.abs(end); // against nothing found, any claim misses by all of itself
        return gap == 0 ? 0 : gap / size;
    }

    /** How far the middle of what was found lies from the middle of the claim, as part of the claim. */
    double fromMiddle(Span found) {
        double size = StrictMath.max(StrictMath.abs(claimed.middle()), Double.MIN_NORMAL);
        return StrictMath.min(StrictMath.abs(found.middle() - claimed.middle()) / size, Double.MAX_VALUE);
    }

    /** Whether claimed and found differ by rounding only: the one definition that the claim was copied from, most likely. */
    boolean isSame(Span found) {
        return fromMiddle(found) <= SAME;
    }

    boolean isNear(Span found) {
        return !claim.unit().isDate() && distance(found) <= NEAR;
    }

    private boolean isTenfold(Span found) {
        return powerOfTen(found).isPresent();
    }

    /**
     * The power of ten by which the claim misses: found = claimed x 10^k within 5 %, k from -6 to 6 and not 0. Empty when there
     * is none, or when claimed and found are near each other.
     */
    OptionalInt powerOfTen(Span found) {
        if (claim.unit().isDate() || claimed.low() <= 0 || found.low() <= 0 || isNear(found)) {
            return OptionalInt.empty();
        }
        for (int size = 1; size <= LARGEST_POWER; size++) {
            for (int power : new int[] {size, -size}) {
                if (isShifted(found, power)) {
                    return OptionalInt.of(power);
                }
            }
        }
        return OptionalInt.empty();
    }

    private boolean isShifted(Span found, int power) {
        Span shifted = claimed.times(StrictMath.pow(10, power));
        double margin = ABOUT * shifted.high();
        return found.covers(shifted, margin) || shifted.covers(found, margin);
    }

    /** For a date: how many years the claim must move, from -5 to 5, to meet what was found. */
    OptionalInt yearsApart(Span found) {
        if (!claim.unit().isDate()) {
            return OptionalInt.empty();
        }
        for (int size = 1; size <= 5; size++) {
            for (int years : new int[] {size, -size}) {
                if (found.overlaps(claimed.plus(StrictMath.round(years * 365.25)))) {
                    return OptionalInt.of(years);
                }
            }
        }
        return OptionalInt.empty();
    }
}
