package org.electrongap.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that every job takes. */
final class SharedOptions {

    @Option(
            names = "--warehouse",
            paramLabel = "URI",
            defaultValue = "warehouse",
            description = "Folder of the Delta tables, on any Hadoop file system (default: ${DEFAULT-VALUE}).")
    String warehouse;

    @Option(
            names = "--reports",
            paramLabel = "URI",
            defaultValue = "reports",
            description = "Folder of the published reports (default: ${DEFAULT-VALUE}).")
    String reports;

    @Option(
            names = "--datasets",
            paramLabel = "URI",
            description = "Folder of the data sets (default: datasets where there is one, else those in the jobs jar).")
    String datasets;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Show what was known on that day, as 2026-06-01 (default: today, UTC).")
    LocalDate asOf;

    @Option(
            names = "--assumptions",
            paramLabel = "FILE",
            description = "CSV with the assumptions that you change, and only those:"
                    + " columns assumption, region, year, value and, where they change, distribution and spread.")
    String assumptions;

    @Option(names = "--master", paramLabel = "URL", description = "Spark master on the laptop (default: local[*]).")
    String master;

    @Option(
            names = "--conf",
            paramLabel = "KEY=VALUE",
            description = "A Spark setting on the laptop; may be given several times.")
    Map<String, String> conf = new LinkedHashMap<>();

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How progress is told on stderr: text or json (default: ${DEFAULT-VALUE}).")
    LogFormat logFormat;

    @Option(names = "--quiet", description = "Tell no progress; errors are still told.")
    boolean quiet;

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "0s",
            converter = Durations.class,
            description = "How long to wait while another run holds the warehouse, as 90s, 30m or 2h"
                    + " (default: not at all).")
    Duration wait;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = Durations.class,
            description = "Stop after that time, between two commits, with exit status 1 (default: no limit).")
    Duration timeout;

    /** How progress is told. */
    enum LogFormat {
        text,
        json
    }
}
