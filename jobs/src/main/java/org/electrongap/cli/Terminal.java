package org.electrongap.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.electrongap.job.Progress;
import org.electrongap.run.Json;

/** Progress on stderr: one line a step, for people or for programs. */
final class Terminal implements Progress {

    private final PrintWriter err;
    private final SharedOptions.LogFormat format;
    private final String runId;

    Terminal(PrintWriter err, SharedOptions.LogFormat format, String runId) {
        this.err = err;
        this.format = format;
        this.runId = runId;
    }

    /** Tells nothing. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void ended(String step, String outcome, Map<String, Long> counts, Duration took) {}

            @Override
            public void note(String sentence) {}
        };
    }

    @Override
    public void ended(String step, String outcome, Map<String, Long> counts, Duration took) {
        if (format == SharedOptions.LogFormat.json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("run_id", runId);
            line.put("step", step);
            line.put("outcome", outcome);
            line.put("seconds", took.toMillis() / 1000.0);
            line.put("counts", counts);
            err.println(Json.line(line));
            return;
        }
        String told = counts.entrySet().stream()
                .map(count -> String.format(Locale.ROOT, "%s %,d", name(count.getKey()), count.getValue()))
                .collect(Collectors.joining(", "));
        err.printf(Locale.ROOT, "%-12s %-9s %6.1f s  %s%n", step, outcome, took.toMillis() / 1000.0, told);
    }

    @Override
    public void note(String sentence) {
        err.println(
                format == SharedOptions.LogFormat.json
                        ? Json.line(Map.of("run_id", runId, "note", sentence))
                        : sentence);
    }

    /** Tells what went wrong; also a run that tells no progress does. */
    void fault(String sentence) {
        err.println(
                format == SharedOptions.LogFormat.json
                        ? Json.line(told("fault", sentence))
                        : "electron-gap: " + sentence);
    }

    /** Tells a fault of a rejected file. */
    void rejected(String dataset, String file, String fault) {
        if (format == SharedOptions.LogFormat.json) {
            Map<String, Object> line = told("rejected", dataset);
            line.put("file", file);
            line.put("fault", fault);
            err.println(Json.line(line));
            return;
        }
        err.println("rejected: " + dataset + ": " + file + ": " + fault);
    }

    private Map<String, Object> told(String what, String value) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("run_id", runId);
        line.put(what, value);
        return line;
    }

    private static String name(String table) {
        return table.substring(table.indexOf('/') + 1);
    }
}
