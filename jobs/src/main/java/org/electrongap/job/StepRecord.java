package org.electrongap.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What became of one step of a run.
 *
 * @param step the step
 * @param status what became of it
 * @param reason why it ran, was skipped or failed
 * @param startedAt when it began
 * @param took how long it took
 * @param rows rows written, by table
 * @param fingerprint hash of what its result depends on
 */
record StepRecord(
        String step,
        Status status,
        String reason,
        Instant startedAt,
        Duration took,
        Map<String, Long> rows,
        String fingerprint) {

    /** What can become of a step. */
    enum Status {
        DONE,
        SKIPPED,
        FAILED,
        REJECTED
    }
}
