package org.electrongap.run;

/** A run ended early because it was asked to; what it had committed is complete, and the next run continues there. */
public final class RunStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunStoppedException(String reason) {
        super("stopped: " + reason
                + ". What was committed is complete; the next run continues there, and readers keep what they follow.");
    }
}
