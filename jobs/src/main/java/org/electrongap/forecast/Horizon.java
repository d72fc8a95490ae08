package org.electrongap.forecast;

import java.io.Serializable;

/** How far a series is forecast from its last value. */
public sealed interface Horizon extends Serializable {

    /** The same number of steps for every series. */
    record Steps(int count) implements Horizon {
        public Steps {
            if (count < 1) {
                throw new IllegalArgumentException("a horizon has at least one step, not " + count);
            }
        }

        @Override
        public int steps(Frequency frequency, int lastPeriod) {
            return count;
        }
    }

    /** To the end of a year, however long ago the series ended; one step at least. */
    record UntilYear(int year) implements Horizon {
        @Override
        public int steps(Frequency frequency, int lastPeriod) {
            int end = (year + 1) * frequency.periodsPerYear() - 1;
            return Math.max(1, (frequency == Frequency.YEARLY ? year : end) - lastPeriod);
        }
    }

    /** The number of steps for a series that ends with the given period. */
    int steps(Frequency frequency, int lastPeriod);
}
