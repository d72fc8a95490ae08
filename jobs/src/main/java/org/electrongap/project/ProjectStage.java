package org.electrongap.project;

import java.util.Locale;
import java.util.Optional;

/** How far a project has come, in the words of the contract of core/datacenter_projects. */
public enum ProjectStage {
    ANNOUNCED("early"),
    REQUESTED("early"),
    PERMITTED("advanced"),
    UNDER_CONSTRUCTION("under_construction"),
    ENERGISED(null),
    CANCELLED(null),
    /** The source's words were not understood; the record stays and its MW is reported, but nothing is expected of it. */
    UNKNOWN(null);

    private final String assumptionGroup;

    ProjectStage(String assumptionGroup) {
        this.assumptionGroup = assumptionGroup;
    }

    /** The stage with that code; a word that nobody has seen is {@link #UNKNOWN} and never dropped. */
    public static ProjectStage of(String code) {
        for (ProjectStage stage : values()) {
            if (stage.code().equals(code)) {
                return stage;
            }
        }
        return UNKNOWN;
    }

    /** The code in tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The ending of the assumptions that speak of this stage ({@code completion_early}); empty where none is needed. */
    public Optional<String> assumptionGroup() {
        return Optional.ofNullable(assumptionGroup);
    }
}
