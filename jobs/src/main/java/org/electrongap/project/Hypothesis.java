package org.electrongap.project;

import java.util.Locale;

/** What two records may have in common. */
public enum Hypothesis {
    /** Both describe one place. */
    CAMPUS,
    /** One developer filed one project in two places, of which at most one will be built. */
    FILING;

    /** The code in resource files and tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
