package org.electrongap.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the user asks to see. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Prints a report, a table, what changed, runs or quarantine; starts no Spark.")
final class ShowCommand extends Commands.Job {
    @Parameters(
            paramLabel = "WHAT",
            arity = "0..1",
            description = "A report (share, gap, growth, pipeline, claims, revisions, trajectories ...), a table"
                    + " (core/capacity), changes, runs, quarantine, ddl; without it, what there is.")
    String what;

    @Option(
            names = "--where",
            paramLabel = "'COLUMN OP VALUE'",
            description = "Only rows for which this holds, as 'year >= 2020' (= != < <= > >=, ~ contains, in A,B);"
                    + " may be given several times; takes the place of the default on its column.")
    List<String> where = new ArrayList<>();

    @Option(
            names = "--columns",
            paramLabel = "A,B",
            split = ",",
            description = "Only these columns, in this order (default: those that answer the question).")
    List<String> columns = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "F",
            defaultValue = "table",
            description = "table, csv or json (default: ${DEFAULT-VALUE}).")
    Format format;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many rows at most (default: ${DEFAULT-VALUE}).")
    Integer limit;

    @Option(
            names = "--expect",
            paramLabel = "DURATION",
            converter = Durations.class,
            description = "With runs: exit 1 unless a run succeeded in that time, as 26h.")
    Duration expect;

    @Option(names = "--since", paramLabel = "DATE", description = "With changes: since that day.")
    LocalDate since;

    /** How rows are printed. */
    enum Format {
        table,
        csv,
        json
    }

    @Override
    public List<String> faults() {
        return limit != null && limit < 1 ? List.of("--limit must be at least 1, not " + limit) : List.of();
    }
}
