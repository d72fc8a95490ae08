package org.electrongap.share;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * One published figure of data-centre load, past or future, from core/datacenter_load or core/published_forecasts.
 *
 * @param region region
 * @param year year of the load
 * @param quantity what low, mid and high measure
 * @param kind estimate, projection or forecast
 * @param scenario the publisher's scenario
 * @param scope all, ai_only, ...
 * @param low low end, or the bound of "more than"
 * @param mid point
 * @param high high end
 * @param basis denominator or kind of power
 * @param publisher who
 * @param title in what
 * @param edition when, as written
 * @param published the first day on which it is visible
 * @param grade how it was seen
 */
record LoadFigure(
        String region,
        int year,
        Quantity quantity,
        String kind,
        String scenario,
        String scope,
        OptionalDouble low,
        OptionalDouble mid,
        OptionalDouble high,
        String basis,
        String publisher,
        String title,
        String edition,
        LocalDate published,
        String grade) {

    /** What a figure measures, the most direct first. */
    enum Quantity {
        DATACENTER_TWH,
        SHARE,
        POWER_GW,
        GROWTH
    }

    static final String ESTIMATE = "estimate";

    /** Seen well enough to enter a fit: neither from memory nor from a single article. */
    boolean isSound() {
        return !grade.equals("recalled") && !grade.equals("single_article");
    }

    /** Computed by us from what was read. */
    boolean isOurs() {
        return grade.equals("derived");
    }

    /** Gathered from several others: as a forecaster it would count them twice. */
    boolean isCompilation() {
        return publisher.contains("(compilation");
    }

    boolean isOfScope(String wanted) {
        return scope.equals(wanted);
    }

    /** Whether only a bound is known: "more than". */
    boolean isBound() {
        return mid.isEmpty() && (low.isPresent() != high.isPresent());
    }

    /** The point, or the middle of the range, or the bound; empty where the figure has no number. */
    OptionalDouble centre() {
        if (mid.isPresent()) {
            return mid;
        }
        if (low.isPresent() && high.isPresent()) {
            return OptionalDouble.of((low.getAsDouble() + high.getAsDouble()) / 2);
        }
        return low.isPresent() ? low : high;
    }
}
