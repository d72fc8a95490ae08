package org.electrongap.claim;

/**
 * A value or a range of values, in one unit.
 *
 * @param low the least value
 * @param high the greatest value, equal to {@code low} for a single value
 */
public record Span(double low, double high) {

    public Span {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException("a span needs finite ends in order, not " + low + " and " + high);
        }
    }

    static Span of(double value) {
        return new Span(value, value);
    }

    static Span between(double a, double b) {
        return new Span(StrictMath.min(a, b), StrictMath.max(a, b));
    }

    boolean isPoint() {
        return low == high;
    }

    double middle() {
        return low + (high - low) / 2;
    }

    Span times(double factor) {
        return between(low * factor, high * factor);
    }

    Span plus(double shift) {
        return new Span(low + shift, high + shift);
    }

    /** All quotients of a value here by a value there; the divisor must not contain zero. */
    Span over(Span divisor) {
        double a = low / divisor.high;
        double b = high / divisor.low;
        double c = low / divisor.low;
        double d = high / divisor.high;
        return new Span(
                StrictMath.min(StrictMath.min(a, b), StrictMath.min(c, d)),
                StrictMath.max(StrictMath.max(a, b), StrictMath.max(c, d)));
    }

    Span minus(Span other) {
        return new Span(low - other.high, high - other.low);
    }

    boolean containsZero() {
        return low <= 0 && high >= 0;
    }

    Span union(Span other) {
        return new Span(StrictMath.min(low, other.low), StrictMath.max(high, other.high));
    }

    /** Whether all of the other lies here when both ends may give way by a margin. */
    boolean covers(Span other, double margin) {
        return other.low >= low - margin && other.high <= high + margin;
    }

    boolean overlaps(Span other) {
        return other.low <= high && other.high >= low;
    }

    /** The smallest distance between a value here and a value there. */
    double distanceTo(Span other) {
        return StrictMath.max(0, StrictMath.max(other.low - high, low - other.high));
    }
}
