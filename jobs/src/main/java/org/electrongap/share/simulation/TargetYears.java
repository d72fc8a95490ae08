package org.electrongap.share.simulation;

import java.util.stream.IntStream;

/**
 * The years of a simulation, first to last without a gap.
 *
 * @param first first year
 * @param last last year, included
 */
public record TargetYears(int first, int last) {

    public TargetYears {
        if (last < first) {
            throw new IllegalArgumentException("the last year " + last + " lies before the first, " + first);
        }
    }

    /** How many years. */
    public int count() {
        return last - first + 1;
    }

    /** The years in order. */
    public int[] toArray() {
        return IntStream.rangeClosed(first, last).toArray();
    }

    /** The place of a year in the arrays of the simulation. */
    public int indexOf(int year) {
        if (year < first || year > last) {
            throw new IllegalArgumentException(year + " is not one of the years " + first + " to " + last);
        }
        return year - first;
    }
}
