package org.electrongap.project;

import java.util.Locale;

/** What becomes of a record's MW. */
public enum Role {
    /** Stands for its phase: its MW is unique, of an expansion what no newer register's power holds. */
    COUNTED,
    /** Another register's, or a second, record of a phase that is counted. */
    DUPLICATE,
    /** A filing of a counted phase at another place: at most one of them will be built. */
    ALTERNATIVE,
    /** A programme whose sites are records of their own. */
    UMBRELLA,
    /** Its MW cannot be right. */
    REJECTED;

    /** The code in tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
