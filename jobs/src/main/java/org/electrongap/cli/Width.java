package org.electrongap.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** How many columns the terminal has. */
final class Width {

    private static final int UNKNOWN = 132;
    private static final int NARROWEST = 40;

    private Width() {}

    /** What the variable COLUMNS says, else what the terminal says, else {@value #UNKNOWN}: a pipe has no width. */
    static int ofTerminal() {
        OptionalInt width = number(System.getenv("COLUMNS"));
        if (width.isEmpty() && System.console() != null) {
            width = ofStty();
        }
        return Math.max(NARROWEST, width.orElse(UNKNOWN));
    }

    /** The second number of {@code stty size}, which POSIX systems have. */
    private static OptionalInt ofStty() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return stty.waitFor(1, TimeUnit.SECONDS)
                    ? number(size.replaceAll("^\\d+\\s+(\\d+)\\s*$", "$1"))
                    : OptionalInt.empty();
        } catch (IOException e) {
            return OptionalInt.empty(); // no stty here: the width stays unknown
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    private static OptionalInt number(String text) {
        return text != null && text.matches("[1-9]\\d{0,4}")
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }
}
