package org.electrongap.project;

/** What two records may have in common. */
public enum Hypothesis {
    /** Both describe one place. */
    CAMPUS("campus"),
    /** One developer filed one project in two places, of which at most one will be built. */
    FILING("filing");

    private final String code;

    Hypothesis(String code) {
        this.code = code;
    }

    /** The code in resource files and tables. */
    public String code() {
        return code;
    }
}
