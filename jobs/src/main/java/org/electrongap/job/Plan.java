package org.electrongap.job;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.electrongap.run.Fingerprint;
import org.electrongap.run.Ledger;
import org.electrongap.table.TableName;

/** What a nightly run would do now, and why. */
final class Plan {

    private final RunContext.Environment environment;
    private final Chain chain;

    Plan(RunContext.Environment environment, Chain chain) {
        this.environment = environment;
        this.chain = chain;
    }

    List<String> lines() {
        Ledger ledger = Ledger.read(environment.warehouse());
        RunContext context = RunContext.reading(environment);
        List<String> lines = new ArrayList<>();
        Set<TableName> changing = new HashSet<>();
        FoundFiles found = FoundFiles.of(environment, ledger, List.of());
        List<String> places = found.pending().stream().map(PendingFile::place).toList();
        Stream.concat(found.pending().stream(), found.leaningOn(places, ledger).stream())
                .forEach(file -> {
                    changing.add(file.resource().table());
                    lines.add(line(
                            "load", file.resource().title() + ", " + file.file().fileName() + ": " + file.reason()));
                });
        if (lines.isEmpty()) {
            lines.add(line("load", "nothing: every file of every data set is loaded"));
        }
        chain.steps().forEach(step -> lines.add(line(step.name(), plan(step, ledger, context, changing))));
        boolean publishes =
                chain.steps().stream().anyMatch(step -> step.writes().stream().anyMatch(changing::contains));
        lines.add(line("publish", publishes ? "if a result differs" : "nothing, unless this day has no reports yet"));
        return lines;
    }

    private String plan(Step step, Ledger ledger, RunContext context, Set<TableName> changing) {
        Fingerprint now = context.fingerprint(chain, step, ledger);
        Optional<String> stale = chain.staleness(step, now, ledger)
                .or(() -> step.reads().stream()
                        .filter(changing::contains)
                        .findFirst()
                        .map(table -> table + " changes"));
        stale.ifPresent(reason -> changing.addAll(step.writes()));
        return stale.map(reason -> "runs: " + reason).orElse("nothing: nothing that it reads has changed");
    }

    private static String line(String step, String what) {
        return String.format("%-12s %s", step, what);
    }
}
