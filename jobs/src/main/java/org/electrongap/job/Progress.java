package org.electrongap.job;

import java.time.Duration;
import java.util.Map;

/** Tells whoever started the run how it goes: one call a step. */
public interface Progress {

    /**
     * A step has ended.
     *
     * @param step the step
     * @param outcome what became of it, in a word: done, skipped, failed, rejected
     * @param counts named counts, such as the rows of each table written
     * @param took how long it took
     */
    void ended(String step, String outcome, Map<String, Long> counts, Duration took);

    /** Something a person should know now, in one sentence. */
    void note(String sentence);
}
