package org.electrongap.job;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.electrongap.run.Fingerprint;
import org.electrongap.run.Ledger;
import org.electrongap.run.Run;
import org.electrongap.run.SliceReceipt;
import org.electrongap.run.StepReceipt;
import org.electrongap.table.TableName;
import org.electrongap.table.Zone;

/** Which step is stale, and why. */
final class Chain {

    private final List<Step> steps;

    /** The steps in the order in which they run; a step reads out tables only of steps before it. */
    Chain(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    List<Step> steps() {
        return steps;
    }

    /**
     * The step of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    Step step(String name) {
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no step '" + name + "'"));
    }

    /** The steps before that one, whose tables it reads directly or through another, in the chain's order. */
    List<Step> upstreamOf(Step step) {
        Set<TableName> needed = new HashSet<>(step.reads());
        Deque<Step> found = new ArrayDeque<>();
        for (int i = steps.indexOf(step) - 1; i >= 0; i--) {
            Step before = steps.get(i);
            if (before.writes().stream().anyMatch(needed::contains)) {
                needed.addAll(before.reads());
                found.addFirst(before);
            }
        }
        return List.copyOf(found);
    }

    /** What the result of a step depends on, as the ledger stands now. */
    Fingerprint fingerprint(Step step, Ledger ledger, Run run) {
        SortedMap<String, String> parts = new TreeMap<>();
        parts.put("code", run.build().code());
        parts.put("circumstances", step.dependsOn(run.asOf(), ledger));
        step.settings()
                .forEach(name -> parts.put("setting " + name, run.settings().getOrDefault(name, "")));
        for (TableName table : step.reads()) {
            if (table.zone() == Zone.OUT) {
                parts.put(
                        "table " + table,
                        ledger.step(writerOf(table).name()).map(Chain::hash).orElse("never"));
            } else {
                parts.putAll(slices(ledger, table, run));
            }
        }
        return Fingerprint.of(parts);
    }

    /** Why a step has to run, or nothing when its last result still stands. */
    Optional<String> staleness(Step step, Fingerprint now, Ledger ledger) {
        Optional<StepReceipt> receipt = ledger.step(step.name());
        if (receipt.isEmpty()) {
            return Optional.of("it has not run here before");
        }
        Map<String, Fingerprint.Change> changes =
                now.changesSince(Fingerprint.of(receipt.get().fingerprint()));
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(changes.entrySet().stream()
                .limit(3)
                .map(change -> change.getKey() + " " + change.getValue().name().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(
                        ", ", "", changes.size() > 3 ? " and " + (changes.size() - 3) + " more" : "")));
    }

    /** The step that writes an out table. */
    Step writerOf(TableName table) {
        return steps.stream()
                .filter(step -> step.writes().contains(table))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no step writes " + table));
    }

    private static String hash(StepReceipt receipt) {
        return Fingerprint.of(receipt.fingerprint()).hash();
    }

    private static Map<String, String> slices(Ledger ledger, TableName table, Run run) {
        Map<String, String> parts = new TreeMap<>();
        for (SliceReceipt slice : ledger.slicesOf(table.path())) {
            slice.newestVisible(run.asOf())
                    .ifPresent(newest ->
                            parts.put("slice " + table + " " + slice.slice(), slice.rowsDependOn() + "@" + newest));
        }
        return parts;
    }
}
