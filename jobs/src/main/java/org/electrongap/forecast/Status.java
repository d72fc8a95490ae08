package org.electrongap.forecast;

import java.util.Locale;

/** Whether a row has its value. */
public enum Status {
    OK,
    /** There is no value, and the row says why. */
    REFUSED;

    /** The name in tables: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
