package org.electrongap.run;

import java.util.Map;

/**
 * Proof that a step finished.
 *
 * @param step the step
 * @param fingerprint what its result depends on, by name
 * @param tables the Delta version of each table that it wrote
 * @param rows the rows of each table that it wrote
 * @param runId the run that did it
 */
public record StepReceipt(
        String step, Map<String, String> fingerprint, Map<String, Long> tables, Map<String, Long> rows, String runId) {}
