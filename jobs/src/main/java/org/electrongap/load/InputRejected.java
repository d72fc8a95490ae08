package org.electrongap.load;

import java.util.List;
import java.util.stream.Collectors;
import org.electrongap.load.record.Fault;

/** Thrown when a data package or a list of files cannot be used; holds every fault that was found. */
public final class InputRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * @param subject what is rejected, as the user knows it
     * @param faults every fault that was found
     */
    public InputRejected(String subject, List<Fault> faults) {
        super(subject + ": rejected."
                + faults.stream().map(fault -> "\n  " + fault.text()).collect(Collectors.joining()));
        this.faults = List.copyOf(faults);
    }

    /** Every fault that was found. */
    public List<Fault> faults() {
        return faults;
    }
}
