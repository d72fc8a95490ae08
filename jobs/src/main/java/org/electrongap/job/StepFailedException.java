package org.electrongap.job;

/** A step failed; the message says which one, why, and what stays as it was. */
public final class StepFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StepFailedException(String step, Throwable cause) {
        super(
                "step " + step + " failed: " + innermost(cause)
                        + " Its tables and the published reports stay as they were; the next run continues here.",
                cause);
    }

    private static String innermost(Throwable cause) {
        Throwable inner = cause;
        while (inner.getCause() != null && inner.getCause() != inner) {
            inner = inner.getCause();
        }
        String message = inner.getMessage() == null ? inner.getClass().getSimpleName() : inner.getMessage();
        return message.endsWith(".") ? message : message + ".";
    }
}
