package org.electrongap.share;

import java.util.Locale;

/** What a row of a share report is. */
public enum ShareStatus {
    /** A value of a distribution. */
    OK,
    /** A point between the lowest and the highest published value: no measurement, and no forecast of ours. */
    BOUNDS,
    /** No value, for the reason that stands beside it. */
    REFUSED;

    /** The name as written in a row. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
