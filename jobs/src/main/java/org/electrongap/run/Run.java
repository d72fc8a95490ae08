package org.electrongap.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * One call of a job.
 *
 * @param id identity of the run, unique in a warehouse; sorts by start
 * @param job the job as named on the command line
 * @param asOf the day whose knowledge the results show
 * @param startedAt when it began, by the caller's clock
 * @param build which electron-gap runs
 * @param settings settings that change results, by name
 */
public record Run(String id, String job, LocalDate asOf, Instant startedAt, Build build, Map<String, String> settings) {

    public Run {
        settings = Map.copyOf(settings);
    }
}
