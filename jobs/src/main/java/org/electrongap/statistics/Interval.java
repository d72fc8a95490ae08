package org.electrongap.statistics;

import java.io.Serializable;
import java.util.function.DoubleUnaryOperator;

/**
 * A finite interval that holds its quantity with a stated probability.
 *
 * @param lower lower end, at most {@code upper}
 * @param upper upper end
 * @param level the probability, strictly between 0 and 1
 */
public record Interval(double lower, double upper, double level) implements Serializable {

    public Interval {
        if (!(Double.isFinite(lower) && Double.isFinite(upper) && lower <= upper)) {
            throw new IllegalArgumentException("not an interval: [" + lower + ", " + upper + "]");
        }
        Probability.requireLevel(level);
    }

    /** The interval {@code centre +- halfWidth}. */
    public static Interval around(double centre, double halfWidth, double level) {
        return new Interval(centre - halfWidth, centre + halfWidth, level);
    }

    public double width() {
        return upper - lower;
    }

    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** The interval with both ends not below a bound. */
    public Interval atLeast(double bound) {
        return new Interval(Math.max(bound, lower), Math.max(bound, upper), level);
    }

    /** The image under an increasing function, such as the exponential. */
    public Interval mapIncreasing(DoubleUnaryOperator increasing) {
        return new Interval(increasing.applyAsDouble(lower), increasing.applyAsDouble(upper), level);
    }
}
