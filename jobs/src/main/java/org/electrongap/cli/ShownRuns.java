package org.electrongap.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.electrongap.job.RunContext;
import org.electrongap.job.RunOutcome;
import org.electrongap.run.RunRecord;

/** Prints the runs of a warehouse, the newest first, and tells whether a nightly run has succeeded lately enough. */
final class ShownRuns {

    private static final List<String> COLUMNS =
            List.of("started_at", "job", "as_of", "status", "seconds", "run_id", "message");

    private final ShowCommand show;
    private final RunContext.Environment environment;
    private final PrintWriter out;

    ShownRuns(ShowCommand show, RunContext.Environment environment, PrintWriter out) {
        this.show = show;
        this.environment = environment;
        this.out = out;
    }

    RunOutcome print() {
        List<RunRecord> runs = new ArrayList<>(RunRecord.all(environment.warehouse()));
        Collections.reverse(runs);
        List<Condition> conditions = show.where.stream()
                .map(text -> Condition.parse(text)
                        .filter(condition -> COLUMNS.contains(condition.column()))
                        .orElseThrow(() -> new UsageException("--where '" + text
                                + "' is not of the form 'COLUMN OP VALUE' with one of the columns "
                                + String.join(", ", COLUMNS))))
                .toList();
        List<Map<String, Object>> rows = runs.stream()
                .map(ShownRuns::row)
                .filter(row -> conditions.stream().allMatch(condition -> condition.test(row)))
                .limit(show.limit)
                .toList();
        new Printed(COLUMNS, Map.of("seconds", "s", "started_at", "UTC"), rows, Width.ofTerminal())
                .to(out, show.format);
        boolean met = isExpectationMet(runs);
        return new RunOutcome(
                met ? RunOutcome.Kind.DONE : RunOutcome.Kind.FAILED_CHECK, Optional.empty(), List.of(), List.of());
    }

    private static Map<String, Object> row(RunRecord run) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("started_at", run.startedAt().replaceAll("\\.\\d+Z$", "Z"));
        row.put("job", run.job());
        row.put("as_of", run.asOf());
        row.put("status", run.status());
        row.put("seconds", run.seconds());
        row.put("run_id", run.runId());
        row.put("message", run.message());
        return row;
    }

    private boolean isExpectationMet(List<RunRecord> runs) {
        if (show.expect == null) {
            return true;
        }
        Instant earliest = environment.run().startedAt().minus(show.expect);
        boolean met = runs.stream()
                .filter(run -> run.job().equals("nightly"))
                .filter(run -> run.status().equals("done") || run.status().equals("nothing_to_do"))
                .anyMatch(run -> !Instant.parse(run.startedAt()).isBefore(earliest));
        if (!met) {
            out.println("No nightly run has succeeded since " + earliest + ".");
        }
        return met;
    }
}
