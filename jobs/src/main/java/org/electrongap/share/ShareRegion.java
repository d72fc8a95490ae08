package org.electrongap.share;

import java.util.Arrays;

/** The regions whose share is forecast. */
enum ShareRegion {
    USA,
    CHN,
    JPN,
    /** The only country that meters its data centres. */
    IRL,
    WORLD;

    static Object[] codes() {
        return Arrays.stream(values()).map(ShareRegion::name).toArray();
    }
}
