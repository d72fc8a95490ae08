package org.electrongap.cli;

/** The exit statuses, fixed for schedulers. */
public enum ExitStatus {
    /** Done, or nothing to do. */
    DONE(0),
    /** A fault of ours. */
    FAULT(1),
    /** Wrong arguments. */
    USAGE(2),
    /** An input was rejected. */
    REJECTED(65),
    /** Another run holds the warehouse. */
    BUSY(75),
    /** Stopped by a signal. */
    STOPPED(143);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** The process's exit status. */
    public int code() {
        return code;
    }
}
