package org.electrongap.project;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Two records that belong together, or that must not.
 *
 * @param a the smaller record number
 * @param b the larger record number
 * @param bits how strongly
 */
record Link(long a, long b, double bits) implements Serializable {

    /** The strongest first; ties by the records' numbers, so that the order depends on nothing else. */
    static final Comparator<Link> STRONGEST_FIRST = Comparator.comparingDouble(Link::bits)
            .reversed()
            .thenComparingLong(Link::a)
            .thenComparingLong(Link::b);

    static Link of(long one, long other, double bits) {
        return new Link(Math.min(one, other), Math.max(one, other), bits);
    }

    Link withoutBits() {
        return new Link(a, b, 0);
    }
}
