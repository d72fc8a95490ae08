package org.electrongap.run;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Somebody's wish that a run ends early: a signal, or the end of the time that it was given. It is asked before every step and
 * every commit, so that what was committed stays whole and nothing more is begun.
 */
public final class StopRequest {

    private final AtomicReference<String> reason = new AtomicReference<>();
    private final AtomicReference<Runnable> whenAbandoned = new AtomicReference<>(() -> {});

    /** Asks the run to end; the first reason stays. */
    public void make(String why) {
        reason.compareAndSet(null, why);
    }

    /** What is done when the run does not end in time although it was asked to. */
    public void onAbandon(Runnable action) {
        whenAbandoned.set(action);
    }

    /** Gives up waiting for the run: the process is about to end under it. */
    public void abandon() {
        whenAbandoned.get().run();
    }

    /** Whether the run has been asked to end. */
    public boolean isMade() {
        return reason.get() != null;
    }

    /**
     * Ends a run that has been asked to end.
     *
     * @throws RunStoppedException when it has
     */
    public void check() {
        String why = reason.get();
        if (why != null) {
            throw new RunStoppedException(why);
        }
    }
}
