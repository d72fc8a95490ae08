package org.electrongap.cli;

/** Arguments that are well formed one by one, but name something that cannot be. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
