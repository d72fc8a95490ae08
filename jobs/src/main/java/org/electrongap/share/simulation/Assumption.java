package org.electrongap.share.simulation;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * One judged input.
 *
 * @param name its name in the table of assumptions
 * @param year the year for which it holds, or whose level it is; empty where it holds for all
 * @param value central value in its unit
 * @param low low end that was considered
 * @param high high end that was considered
 * @param kind how it spreads
 * @param spread first parameter of the kind
 * @param spread2 second parameter of the kind
 * @param unit unit of the value
 * @param source who says so
 */
public record Assumption(
        String name,
        OptionalInt year,
        double value,
        OptionalDouble low,
        OptionalDouble high,
        DistributionKind kind,
        OptionalDouble spread,
        OptionalDouble spread2,
        String unit,
        String source) {

    /** The standard normal deviate between which and its negative 80 % lie. */
    private static final double TENTH = 1.2815515655446004;

    /** The same assumption at another central value; a spread that is relative to the value moves with it. */
    public Assumption at(double newValue) {
        return new Assumption(name, year, newValue, low, high, kind, spread, spread2, unit, source);
    }

    /** The same assumption held at a value, without spread. */
    public Assumption heldAt(double newValue) {
        return new Assumption(
                name,
                year,
                newValue,
                low,
                high,
                DistributionKind.FIXED,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                unit,
                source);
    }

    /** The same assumption of another year. */
    public Assumption in(int newYear) {
        return new Assumption(name, OptionalInt.of(newYear), value, low, high, kind, spread, spread2, unit, source);
    }

    /** The same assumption, from another source. */
    public Assumption because(String newSource) {
        return new Assumption(name, year, value, low, high, kind, spread, spread2, unit, newSource);
    }

    /** Name and year, which together tell one row from another. */
    public String key() {
        return year.isPresent() ? name + "@" + year.getAsInt() : name;
    }

    /** The first spread; zero where the row states none. */
    public double spreadOrZero() {
        return spread.orElse(0);
    }

    /** Shape parameters of the beta distribution whose mean is the value and whose size is spread + spread_2. */
    double[] betaShapes() {
        double size = spread.getAsDouble() + spread2.getAsDouble();
        return new double[] {value * size, (1 - value) * size};
    }

    /** A number, moved into low to high where the row states them. */
    double clipped(double number) {
        double above = Math.max(number, low.orElse(Double.NEGATIVE_INFINITY));
        return Math.min(above, high.orElse(Double.POSITIVE_INFINITY));
    }

    /**
     * The range that a sensitivity moves it over: low and high where the row states both (of a clipped kind they are
     * its bounds, and do not count), else the 10 % and the 90 % quantile of its distribution; empty where it does not spread.
     */
    public Optional<double[]> range() {
        if (kind != DistributionKind.NORMAL_CLIPPED && low.isPresent() && high.isPresent()) {
            return Optional.of(new double[] {low.getAsDouble(), high.getAsDouble()});
        }
        double s = spreadOrZero();
        return switch (kind) {
            case NORMAL ->
                spread.isPresent()
                        ? Optional.of(new double[] {value - TENTH * s, value + TENTH * s})
                        : Optional.empty();
            case NORMAL_CLIPPED -> Optional.of(new double[] {clipped(value - TENTH * s), clipped(value + TENTH * s)});
            case NORMAL_RELATIVE -> Optional.of(new double[] {value * (1 - TENTH * s), value * (1 + TENTH * s)});
            case LOGNORMAL ->
                Optional.of(new double[] {value * StrictMath.exp(-TENTH * s), value * StrictMath.exp(TENTH * s)});
            case LOGIT_COMMON_SHOCK ->
                Optional.of(new double[] {
                    Logit.inverse(Logit.of(value) - TENTH * s), Logit.inverse(Logit.of(value) + TENTH * s)
                });
            case BETA -> Optional.of(betaRange());
            case FIXED, STUDENT_T, INVERSE_GAMMA, LOG_SD_FLOOR -> Optional.empty();
        };
    }

    private double[] betaRange() {
        double[] shapes = betaShapes();
        BetaDistribution beta = BetaDistribution.of(shapes[0], shapes[1]);
        return new double[] {beta.inverseCumulativeProbability(.1), beta.inverseCumulativeProbability(.9)};
    }
}
