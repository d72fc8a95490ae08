package org.electrongap.run;

import java.util.Map;
import java.util.Optional;

/**
 * Proof that a step finished.
 *
 * @param step the step
 * @param fingerprint what its result depends on, by name
 * @param tables the Delta version of each table that it wrote
 * @param rows the rows of each table that it wrote
 * @param digests a digest of the rows, as a multiset, of each table that it wrote
 * @param runId the run that did it
 */
public record StepReceipt(
        String step,
        Map<String, String> fingerprint,
        Map<String, Long> tables,
        Map<String, Long> rows,
        Map<String, String> digests,
        String runId) {

    public StepReceipt {
        digests = digests == null ? Map.of() : digests;
    }

    /** The digest of a table's rows; none in a ledger of a build that kept none. */
    public Optional<String> digest(String table) {
        return Optional.ofNullable(digests.get(table));
    }
}
