package org.electrongap.share;

import java.util.Arrays;

/** The regions whose share is forecast. */
enum ShareRegion {
    USA,
    CHN,
    JPN,
    WORLD;

    static Object[] codes() {
        return Arrays.stream(values()).map(ShareRegion::name).toArray();
    }
}
