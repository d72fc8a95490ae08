package org.electrongap.share.simulation;

import java.util.List;

/** Assumptions that cannot be used, with all their faults, each saying where, what and what to do. */
public final class InvalidAssumptionsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /** @param faults one sentence each, at least one */
    public InvalidAssumptionsException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** The faults, one sentence each. */
    public List<String> faults() {
        return faults;
    }
}
