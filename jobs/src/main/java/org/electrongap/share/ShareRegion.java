package org.electrongap.share;

import java.util.Arrays;

/** The regions whose share is forecast. */
enum ShareRegion {
    USA,
    CHN,
    JPN,
    /** Its statistics office publishes what data centres use by meter. */
    IRL,
    WORLD;

    static Object[] codes() {
        return Arrays.stream(values()).map(ShareRegion::name).toArray();
    }
}
