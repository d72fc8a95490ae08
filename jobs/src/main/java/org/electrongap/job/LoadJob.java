package org.electrongap.job;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.load.FileRejected;
import org.electrongap.load.LoadedFile;
import org.electrongap.load.Outcome;
import org.electrongap.load.Reading;
import org.electrongap.load.Resource;
import org.electrongap.load.Storage;
import org.electrongap.load.Storages;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RecordCounts;
import org.electrongap.run.Rejection;
import org.electrongap.run.RunRecord;
import org.electrongap.run.SliceReceipt;
import org.electrongap.table.TableName;

/** Loads files whose content the warehouse has not seen: each replaces its slice, one commit a table. */
final class LoadJob {

    private static final String NAME = "load";
    private static final TableName QUARANTINE = TableName.ops("quarantine");

    private final RunContext context;

    LoadJob(RunContext context) {
        this.context = context;
    }

    /**
     * What a load did.
     *
     * @param slices how many slices it replaced
     * @param rejections files that it rejected
     * @param another whether figures came beside or in the place of others of the same resource
     */
    record Loaded(int slices, List<Rejection> rejections, Another another) {}

    /** What a load brought of resources that the warehouse knew. */
    enum Another {
        /** Figures of a resource of which there were some; what changed between them is of interest. */
        EDITION,
        NOTHING
    }

    /** Loads what is pending in these data sets, or in all. */
    Loaded loadNew(List<String> datasets) {
        return load(PendingFile.of(context.environment(), context.ledger().current(), datasets), datasets);
    }

    /** Loads one file that the user named. */
    Loaded load(PendingFile file) {
        return load(List.of(file), List.of(file.resource().dataset()));
    }

    private Loaded load(List<PendingFile> pending, List<String> datasets) {
        Instant startedAt = context.now();
        Duration start = context.elapsed();
        List<Outcome> outcomes = new ArrayList<>();
        pending.forEach(file -> outcomes.add(read(file, outcomes)));
        List<LoadedFile> loaded = outcomes.stream()
                .filter(LoadedFile.class::isInstance)
                .map(LoadedFile.class::cast)
                .toList();
        List<Rejection> rejections = outcomes.stream()
                .filter(FileRejected.class::isInstance)
                .map(outcome -> rejection((FileRejected) outcome))
                .toList();
        Map<String, String> hashesBefore = new TreeMap<>();
        context.ledger().current().slices().forEach((slice, receipt) -> hashesBefore.put(slice, receipt.fileHash()));
        Another another = loaded.stream().anyMatch(this::isAnother) ? Another.EDITION : Another.NOTHING;
        loaded.forEach(file -> file.notes().forEach(context.environment().progress()::note));
        SortedMap<TableName, List<String>> moves = moves(loaded, pending);
        Map<String, Long> rows = write(loaded, moves);
        if (!loaded.isEmpty()) {
            tell(pending, moves, hashesBefore);
        }
        loaded.forEach(this::letGo);
        outcomes.forEach(outcome -> record(outcome, hashesBefore));
        if (!rejections.isEmpty() || !context.ledger().current().rejections().isEmpty()) {
            context.ledger().change(ledger -> ledger.rejecting(rejections, datasets));
        }
        context.record(new StepRecord(
                NAME, status(pending, rejections), reason(pending), startedAt, context.since(start), rows, ""));
        return new Loaded(loaded.size(), rejections, another);
    }

    /** A long file that will be compared with another edition stays at hand. */
    private void letGo(LoadedFile file) {
        if (file.kept().isPresent() && isAnother(file)) {
            context.keep(file);
        } else {
            file.release().run();
        }
    }

    private Outcome read(PendingFile file, List<Outcome> outcomes) {
        context.warehouse()
                .spark()
                .sparkContext()
                .setJobGroup(NAME, "read " + file.resource().title(), false);
        Storage storage = Storages.of(() -> context.environment().configuration());
        return new Reading(context.warehouse().spark(), storage, context.run().id(), context.now())
                .read(file.resource(), file.file(), afterwards(file), others(file, outcomes));
    }

    private Reading.Afterwards afterwards(PendingFile file) {
        boolean mayBeCompared = RevisionsStep.PANELS.contains(file.resource().table())
                && heldOf(file.resource()).findAny().isPresent();
        return mayBeCompared ? Reading.Afterwards.COMPARISON : Reading.Afterwards.NOTHING;
    }

    private Stream<SliceReceipt> heldOf(Resource resource) {
        return context.ledger().current().slicesOf(resource.table().path()).stream()
                .filter(held -> held.dataset().equals(resource.dataset())
                        && held.resource().equals(resource.name()));
    }

    /** The slices beside that of a file: those of the warehouse that stay, and those that this load has made. */
    private HeldSlices others(PendingFile file, List<Outcome> outcomes) {
        TableName table = file.resource().table();
        List<LoadedFile> before = outcomes.stream()
                .filter(LoadedFile.class::isInstance)
                .map(LoadedFile.class::cast)
                .filter(loaded -> loaded.resource().table().equals(table)
                        && !loaded.slice().equals(file.slice()))
                .toList();
        Set<String> leaving = new HashSet<>(file.moves());
        leaving.add(file.slice());
        before.forEach(loaded -> leaving.add(loaded.slice()));
        return new HeldSlices(
                context.environment(),
                context.ledger().current(),
                Optional.of(context::warehouse),
                table,
                leaving,
                before);
    }

    /** The slices that go because their content comes as another slice, by table. */
    private static SortedMap<TableName, List<String>> moves(List<LoadedFile> loaded, List<PendingFile> pending) {
        SortedMap<TableName, List<String>> moves = new TreeMap<>();
        for (LoadedFile file : loaded) {
            pending.stream()
                    .filter(one -> one.file().equals(file.file()) && one.slice().equals(file.slice()))
                    .forEach(one -> moves.computeIfAbsent(file.resource().table(), table -> new ArrayList<>())
                            .addAll(one.moves()));
        }
        return moves;
    }

    /** Tells what moved, and which slices may hold more now than they did, because another no longer holds it. */
    private void tell(
            List<PendingFile> pending, SortedMap<TableName, List<String>> moves, Map<String, String> hashesBefore) {
        Progress progress = context.environment().progress();
        pending.stream()
                .filter(file -> !file.moves().isEmpty() && !moves.isEmpty())
                .forEach(file -> {
                    hashesBefore.putIfAbsent(file.place(), file.file().sha256());
                    progress.note(
                            "what was slice " + String.join(", ", file.moves()) + " is slice " + file.slice() + " now");
                });
        context.ledger().current().slices().values().stream()
                .filter(context.ledger().current()::isOutdated)
                .forEach(slice -> progress.note("slice " + slice.slice() + " left out records that other slices held ("
                        + String.join(", ", slice.leansOn().keySet())
                        + "), and one of these has changed; the next load of " + slice.file() + " reads it again"));
    }

    private Map<String, Long> write(List<LoadedFile> files, SortedMap<TableName, List<String>> moves) {
        if (files.isEmpty()) {
            // A night without new files must not start Spark.
            return Map.of();
        }
        SortedMap<TableName, List<LoadedFile>> byTable = new TreeMap<>();
        files.forEach(file -> byTable.computeIfAbsent(file.resource().table(), table -> new ArrayList<>())
                .add(file));
        Map<String, Long> rows = new TreeMap<>();
        TableWriter writer = new TableWriter(context.warehouse(), context.ledger());
        String commit = "run " + context.run().id();
        SortedMap<TableName, TableWriter.Slices> slices = new TreeMap<>();
        byTable.forEach((table, loaded) -> slices.put(
                table,
                new TableWriter.Slices(sliceNames(loaded, moves.getOrDefault(table, List.of())), union(loaded))));
        quarantine(files, moves, slices);
        writer.replaceSlices(slices, commit).forEach((table, version) -> {
            List<LoadedFile> loaded = byTable.getOrDefault(table, List.of());
            List<String> gone = moves.getOrDefault(table, List.of());
            context.ledger()
                    .change(ledger -> ledger.without(gone, table.path())
                            .loaded(new SliceReceipts(context, loaded).all(), table.path(), version));
            rows.put(
                    table.path(),
                    table.equals(QUARANTINE)
                            ? files.stream()
                                    .mapToLong(file -> file.counts().quarantined())
                                    .sum()
                            : loaded.stream()
                                    .mapToLong(file -> file.counts().accepted())
                                    .sum());
        });
        return rows;
    }

    /** Quarantined records belong to a slice like accepted ones: a load that mends the file takes them away. */
    private void quarantine(
            List<LoadedFile> files,
            SortedMap<TableName, List<String>> moves,
            SortedMap<TableName, TableWriter.Slices> slices) {
        List<String> moved = moves.values().stream().flatMap(List::stream).toList();
        List<LoadedFile> concerned = files.stream()
                .filter(file -> file.counts().quarantined() > 0 || heldQuarantined(file, moved))
                .toList();
        if (!concerned.isEmpty()) {
            slices.put(
                    QUARANTINE,
                    new TableWriter.Slices(
                            sliceNames(concerned, moved),
                            concerned.stream()
                                    .map(LoadedFile::quarantined)
                                    .reduce(Dataset::unionByName)
                                    .orElseThrow()));
        }
    }

    /** Whether the warehouse holds another edition of the file's resource, or other content of the same. */
    private boolean isAnother(LoadedFile file) {
        List<String> published =
                file.published().stream().map(LocalDate::toString).toList();
        return RevisionsStep.PANELS.contains(file.resource().table())
                && heldOf(file.resource())
                        .anyMatch(held -> held.slice().equals(file.slice())
                                || !held.editions().equals(published));
    }

    private boolean heldQuarantined(LoadedFile file, List<String> moved) {
        return sliceNames(List.of(file), moved).stream()
                .flatMap(slice ->
                        context.ledger().current().slice(file.resource().table().path(), slice).stream())
                .anyMatch(held -> held.quarantined() > 0);
    }

    private static List<String> sliceNames(List<LoadedFile> files, List<String> moved) {
        return Stream.concat(files.stream().map(LoadedFile::slice), moved.stream())
                .distinct()
                .toList();
    }

    private static Dataset<Row> union(List<LoadedFile> files) {
        return files.stream()
                .map(LoadedFile::accepted)
                .reduce(Dataset::unionByName)
                .orElseThrow();
    }

    private Rejection rejection(FileRejected rejected) {
        return new Rejection(
                rejected.resource().dataset(),
                rejected.resource().name(),
                rejected.file().pathInDataset(),
                rejected.file().sha256(),
                rejected.faults().stream().map(Fault::text).toList(),
                context.run().id());
    }

    private void record(Outcome outcome, Map<String, String> hashesBefore) {
        String replaced = outcome instanceof LoadedFile loaded
                ? hashesBefore.getOrDefault(loaded.resource().table().path() + "|" + loaded.slice(), "")
                : "";
        RecordCounts counts =
                outcome instanceof LoadedFile loaded ? loaded.counts() : ((FileRejected) outcome).counts();
        context.record(new RunRecord.FileLine(
                outcome.resource().dataset(),
                outcome.resource().name(),
                outcome.file().pathInDataset(),
                outcome.file().sha256(),
                outcome.resource().table().path(),
                outcome.resource().slice(outcome.file()),
                outcome instanceof FileRejected ? "rejected" : replaced.isEmpty() ? "loaded" : "replaced",
                replaced,
                counts.read(),
                counts.accepted(),
                counts.quarantined(),
                counts.exactDuplicates(),
                counts.setAsideByRule(),
                outcome instanceof FileRejected rejected
                        ? rejected.faults().stream().map(Fault::text).toList()
                        : List.of()));
    }

    private static StepRecord.Status status(List<PendingFile> pending, List<Rejection> rejections) {
        if (!rejections.isEmpty()) {
            return StepRecord.Status.REJECTED;
        }
        return pending.isEmpty() ? StepRecord.Status.SKIPPED : StepRecord.Status.DONE;
    }

    private static String reason(List<PendingFile> pending) {
        return pending.isEmpty()
                ? "every file of every data set is loaded"
                : pending.size() + " files not loaded yet or changed";
    }
}
