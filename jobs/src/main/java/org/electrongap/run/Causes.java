package org.electrongap.run;

import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a failure says: what happened, the reason at its root, and what to do where the reason is one of the machine. */
public final class Causes {

    private static final String FULL = "no space left on device";
    private static final String QUOTA = "quota exceeded";
    private static final String READ_ONLY = "read-only file system";
    private static final String DENIED = "permission denied";
    private static final String NO_CODE = "out of space in codecache";

    private Causes() {}

    /** The message of a failure, with the innermost reason where the message does not hold it, and the remedy. */
    public static String message(Throwable failure) {
        String said = said(failure);
        // What follows the first line is a place in a file, or a trace.
        String reason = said(innermost(failure)).lines().findFirst().orElse("");
        String whole = said.contains(reason) ? said : without(said, '.') + ": " + reason;
        String remedy = remedy(failure);
        return remedy.isEmpty() ? whole : without(whole, '.') + ". " + remedy;
    }

    private static String remedy(Throwable failure) {
        if (chain(failure).stream().anyMatch(OutOfMemoryError.class::isInstance)) {
            return "Give Java more memory: ELECTRON_GAP_JAVA_OPTS=-Xmx4g, or --driver-memory 4g of spark-submit.";
        }
        String all = String.join(" ", messages(failure)).toLowerCase(Locale.ROOT);
        if (all.contains(FULL) || all.contains(QUOTA)) {
            return "Make room (maintain removes what no reader follows any more), then run the job again.";
        }
        if (all.contains(READ_ONLY) || all.contains(DENIED)) {
            return "Give the user of this process the right to write there; doctor tries it.";
        }
        if (all.contains(NO_CODE)) {
            return "Start Java, or the driver, with -XX:ReservedCodeCacheSize=240m.";
        }
        return "";
    }

    private static List<String> messages(Throwable failure) {
        return chain(failure).stream().map(Causes::said).toList();
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable at = failure; at != null; at = at.getCause() == at ? null : at.getCause()) {
            chain.add(at);
        }
        return chain;
    }

    private static Throwable innermost(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null && inner.getCause() != inner) {
            inner = inner.getCause();
        }
        return inner;
    }

    private static String said(Throwable failure) {
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied"; // its message is the file alone
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static String without(String text, char last) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == last ? text.substring(0, text.length() - 1) : text;
    }
}
