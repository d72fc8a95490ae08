package org.electrongap.claim;

import java.util.List;

/** A claims file that cannot be judged, with every fault that was found in it. */
public final class RejectedClaimsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    RejectedClaimsException(List<String> faults) {
        super("claims rejected, " + faults.size() + (faults.size() == 1 ? " fault: " : " faults: ")
                + String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One sentence a fault: where, what, and what to write instead. */
    public List<String> faults() {
        return faults;
    }
}
