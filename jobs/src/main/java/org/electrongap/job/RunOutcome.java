package org.electrongap.job;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.electrongap.report.Manifest;
import org.electrongap.run.Rejection;

/**
 * How a job ended, when it ended well.
 *
 * @param kind how
 * @param manifest what was published, for jobs that publish
 * @param rejections files that were rejected
 * @param lines what the job has to say, line by line
 */
public record RunOutcome(Kind kind, Optional<Manifest> manifest, List<Rejection> rejections, List<String> lines) {

    public RunOutcome {
        rejections = List.copyOf(rejections);
        lines = List.copyOf(lines);
    }

    /** How a job can end well. */
    public enum Kind {
        DONE,
        NOTHING_TO_DO,
        INPUT_REJECTED,
        /** The job ran, and what it was to check does not hold. */
        FAILED_CHECK;

        /** The kind as run records write it. */
        String status() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static RunOutcome saying(List<String> lines) {
        return new RunOutcome(Kind.DONE, Optional.empty(), List.of(), lines);
    }
}
