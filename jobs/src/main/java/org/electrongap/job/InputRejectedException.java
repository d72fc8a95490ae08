package org.electrongap.job;

/** An input named on the command line was rejected; nothing was changed. The message lists every fault. */
public final class InputRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An input with these faults. */
    public InputRejectedException(String message) {
        super(message);
    }
}
