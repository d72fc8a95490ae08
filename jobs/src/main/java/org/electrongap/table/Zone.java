package org.electrongap.table;

import java.util.Locale;

/** Where in the warehouse a table lies, and with it who writes it. */
public enum Zone {
    /** Loaded from data sets, all editions. */
    CORE,
    /** Results, replaced as a whole by the step that owns them. */
    OUT,
    /** What ran, what was read, what was rejected. */
    OPS;

    /** The folder of the zone below the warehouse. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
