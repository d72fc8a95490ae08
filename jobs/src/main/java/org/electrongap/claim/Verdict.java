package org.electrongap.claim;

import java.util.Locale;

/** What the tables say of a claim. */
public enum Verdict {
    /** The claimed value holds under the claim's own definition. */
    SUPPORTED,
    /** Near, or right under another definition, year, source or ratio than the claim names. */
    OFF,
    /** Wrong by more than 10 %, by a power of ten, or against its own arithmetic. */
    CONTRADICTED,
    /** An opinion, too vague, or without evidence in the tables. */
    NOT_CHECKABLE;

    /** The form in the claims report. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
