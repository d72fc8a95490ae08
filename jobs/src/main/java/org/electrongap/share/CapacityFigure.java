package org.electrongap.share;

import java.time.LocalDate;

/**
 * Installed capacity of one technology at the end of a year.
 *
 * @param region region
 * @param year year
 * @param technology a leaf or a sum, as the source has it
 * @param gw capacity
 * @param basis net summer, nameplate, year-end
 * @param source who
 * @param edition when, as written
 * @param published first visible day
 */
record CapacityFigure(
        String region,
        int year,
        String technology,
        double gw,
        String basis,
        String source,
        String edition,
        LocalDate published) {}
