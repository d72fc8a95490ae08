package org.electrongap.share;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * A value of core/market.
 *
 * @param series what is measured
 * @param region region
 * @param period the period as written
 * @param value value in its unit
 * @param unit unit
 * @param kind actual, forecast, ...
 * @param basis the definition
 * @param source who
 * @param published first visible day
 */
record MarketFigure(
        String series,
        String region,
        String period,
        double value,
        String unit,
        String kind,
        String basis,
        String source,
        LocalDate published) {

    /** The year with which the period begins. */
    OptionalInt year() {
        return period.length() >= 4 && period.substring(0, 4).chars().allMatch(c -> c >= '0' && c <= '9')
                ? OptionalInt.of(Integer.parseInt(period.substring(0, 4)))
                : OptionalInt.empty();
    }
}
