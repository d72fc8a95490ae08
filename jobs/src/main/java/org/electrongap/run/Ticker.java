package org.electrongap.run;

import java.time.Duration;

/** Passing time, for waiting and for measuring how long something took; never the time of day. */
public interface Ticker {

    /** Time since some fixed moment of this process. */
    Duration elapsed();

    /** Lets that much time pass; returns early when the thread is interrupted. */
    void pause(Duration duration);
}
