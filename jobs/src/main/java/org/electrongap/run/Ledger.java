package org.electrongap.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a warehouse holds for sure: the slices loaded, the steps finished, and the Delta version of each table that these
 * made. A commit that the ledger does not name has not happened for any step; the next run makes it again, with the same
 * rows. Immutable: each change is a new ledger, written in one step.
 *
 * @param format the layout of the warehouse; another one is refused by name
 * @param slices the slices of the core tables, by table and slice
 * @param steps the steps' receipts, by step
 * @param versions the Delta version of each table, by table
 * @param rejected files that were rejected and not replaced since, by resource and file
 * @param recordedRun the last run that the ops tables hold
 */
public record Ledger(
        int format,
        Map<String, SliceReceipt> slices,
        Map<String, StepReceipt> steps,
        Map<String, Long> versions,
        Map<String, Rejection> rejected,
        String recordedRun) {

    /** The layout that this build writes. */
    public static final int FORMAT = 2;

    /** The layout before: runs, steps and files told less, and are made anew from the run records. */
    private static final int BEFORE_SPENT = 1;

    private static final List<String> FROM_RECORDS = List.of("ops/runs", "ops/steps", "ops/files");

    private static final String FILE = "ledger.json";

    public Ledger {
        slices = new TreeMap<>(slices == null ? Map.of() : slices);
        steps = new LinkedHashMap<>(steps == null ? Map.of() : steps);
        versions = new TreeMap<>(versions == null ? Map.of() : versions);
        rejected = new TreeMap<>(rejected == null ? Map.of() : rejected);
        recordedRun = recordedRun == null ? "" : recordedRun;
    }

    /** The ledger of a new warehouse. */
    public static Ledger empty() {
        return new Ledger(FORMAT, Map.of(), Map.of(), Map.of(), Map.of(), "");
    }

    /**
     * The ledger of a warehouse; an empty one where there is none yet, and one of the layout before in the form of this one.
     *
     * @throws IllegalStateException when the warehouse was written in another layout, or its ledger is damaged
     */
    public static Ledger read(Store warehouse) {
        Ledger ledger = warehouse
                .text(FILE)
                .map(text -> Json.value(text, Ledger.class, warehouse.uri(FILE)))
                .orElseGet(Ledger::empty);
        if (ledger.format() == BEFORE_SPENT) {
            return ledger.migrated();
        }
        if (ledger.format() != FORMAT) {
            throw new IllegalStateException(warehouse.uri() + " is a warehouse of layout " + ledger.format()
                    + ", this electron-gap reads layouts " + BEFORE_SPENT
                    + " and " + FORMAT + ". Use the version that wrote it, or load into a new warehouse.");
        }
        return ledger;
    }

    private Ledger migrated() {
        Map<String, Long> kept = new TreeMap<>(versions);
        FROM_RECORDS.forEach(kept::remove);
        return new Ledger(FORMAT, slices, steps, kept, rejected, "");
    }

    /** Writes the ledger in one step. */
    public void write(Store warehouse) {
        warehouse.replace(FILE, Json.text(this));
    }

    /** The slices of a table, in order. */
    public List<SliceReceipt> slicesOf(String table) {
        return slices.values().stream()
                .filter(receipt -> receipt.table().equals(table))
                .toList();
    }

    /** The receipt of a slice, if it is loaded. */
    public Optional<SliceReceipt> slice(String table, String slice) {
        return Optional.ofNullable(slices.get(table + "|" + slice));
    }

    /** Whether a slice left records out because others held them, and one of those has changed since. */
    public boolean isOutdated(SliceReceipt receipt) {
        return receipt.leansOn().entrySet().stream()
                .anyMatch(leant -> slice(receipt.table(), leant.getKey())
                        .filter(held -> held.content().equals(leant.getValue()))
                        .isEmpty());
    }

    /** The receipt of a step that has finished once. */
    public Optional<StepReceipt> step(String name) {
        return Optional.ofNullable(steps.get(name));
    }

    /** The Delta version at which a table is to be read, if it was ever written. */
    public Optional<Long> version(String table) {
        return Optional.ofNullable(versions.get(table));
    }

    /** This ledger with slices of one table loaded, and the version that holds them. */
    public Ledger loaded(List<SliceReceipt> receipts, String table, long version) {
        Map<String, SliceReceipt> slicesNow = new TreeMap<>(slices);
        receipts.forEach(receipt -> slicesNow.put(receipt.table() + "|" + receipt.slice(), receipt));
        Map<String, Rejection> rejectedNow = new TreeMap<>(rejected);
        receipts.forEach(receipt -> rejectedNow.remove(Rejection.key(receipt.dataset(), receipt.resource())));
        Map<String, Long> versionsNow = new TreeMap<>(versions);
        versionsNow.put(table, version);
        return new Ledger(format, slicesNow, steps, versionsNow, rejectedNow, recordedRun);
    }

    /** This ledger without slices of a table, whose rows the next version of it no longer holds. */
    public Ledger without(List<String> gone, String table) {
        Map<String, SliceReceipt> slicesNow = new TreeMap<>(slices);
        gone.forEach(slice -> slicesNow.remove(table + "|" + slice));
        return new Ledger(format, slicesNow, steps, versions, rejected, recordedRun);
    }

    /** This ledger with a step finished. */
    public Ledger finished(StepReceipt receipt) {
        Map<String, StepReceipt> stepsNow = new LinkedHashMap<>(steps);
        stepsNow.put(receipt.step(), receipt);
        Map<String, Long> versionsNow = new TreeMap<>(versions);
        versionsNow.putAll(receipt.tables());
        return new Ledger(format, slices, stepsNow, versionsNow, rejected, recordedRun);
    }

    /** This ledger with exactly these files known as rejected in these data sets, or in all where none is named. */
    public Ledger rejecting(List<Rejection> rejections, List<String> datasets) {
        Map<String, Rejection> rejectedNow = new TreeMap<>(rejected);
        rejectedNow.values().removeIf(known -> datasets.isEmpty() || datasets.contains(known.dataset()));
        rejections.forEach(rejection -> rejectedNow.put(rejection.key(), rejection));
        return new Ledger(format, slices, steps, versions, rejectedNow, recordedRun);
    }

    /** This ledger with the same rows of a table in another version. */
    public Ledger compacted(String table, long version) {
        Map<String, Long> versionsNow = new TreeMap<>(versions);
        versionsNow.put(table, version);
        return new Ledger(format, slices, steps, versionsNow, rejected, recordedRun);
    }

    /**
     * This ledger with the ops tables holding the runs up to this one. A run whose machine's clock was behind does not move the
     * mark back: what was recorded before would be recorded twice.
     */
    public Ledger recorded(String runId, Map<String, Long> opsVersions) {
        String newest = runId.compareTo(recordedRun) > 0 ? runId : recordedRun;
        Map<String, Long> versionsNow = new TreeMap<>(versions);
        versionsNow.putAll(opsVersions);
        return new Ledger(format, slices, steps, versionsNow, rejected, newest);
    }

    /** The files rejected and not replaced since, in order. */
    public List<Rejection> rejections() {
        return new ArrayList<>(rejected.values());
    }
}
