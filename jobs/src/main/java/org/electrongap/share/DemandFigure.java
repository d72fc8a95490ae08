package org.electrongap.share;

import java.time.LocalDate;

/**
 * A year's demand.
 *
 * @param region region
 * @param year calendar year
 * @param denominator what is counted
 * @param twh demand
 * @param source who
 * @param edition when, as written
 * @param published first visible day
 */
record DemandFigure(
        String region,
        int year,
        Denominator denominator,
        double twh,
        String source,
        String edition,
        LocalDate published) {}
