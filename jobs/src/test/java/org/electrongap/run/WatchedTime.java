package org.electrongap.run;

import java.time.Duration;
import java.util.function.Consumer;

/** Time that passes only when somebody waits, so that a test of waiting takes none. */
final class WatchedTime implements Ticker {

    private final Consumer<Duration> meanwhile;
    private Duration elapsed = Duration.ZERO;

    /** Time in which something happens at each pause; it is told how much has passed. */
    WatchedTime(Consumer<Duration> meanwhile) {
        this.meanwhile = meanwhile;
    }

    WatchedTime() {
        this(elapsed -> {});
    }

    @Override
    public Duration elapsed() {
        return elapsed;
    }

    @Override
    public void pause(Duration duration) {
        elapsed = elapsed.plus(duration);
        meanwhile.accept(elapsed);
    }
}
