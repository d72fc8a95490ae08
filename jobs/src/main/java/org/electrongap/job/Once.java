package org.electrongap.job;

import java.util.function.Supplier;

/** A value made at the first call and kept. */
public final class Once<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private T value;

    /** A value that the maker makes when it is first asked for. */
    public Once(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        if (value == null) {
            value = maker.get();
        }
        return value;
    }

    /** Whether it has been made. */
    public synchronized boolean isMade() {
        return value != null;
    }
}
