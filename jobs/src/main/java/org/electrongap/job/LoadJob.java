package org.electrongap.job;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.job.FileReadings.FileRead;
import org.electrongap.load.FileRejected;
import org.electrongap.load.LoadedFile;
import org.electrongap.load.Outcome;
import org.electrongap.load.Resource;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RecordCounts;
import org.electrongap.run.Ledger;
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
        return load(FoundFiles.of(context.environment(), context.ledger().current(), datasets), datasets);
    }

    /** Loads one file that the user named. */
    Loaded load(PendingFile file) {
        return load(FoundFiles.named(file), List.of(file.resource().dataset()));
    }

    private Loaded load(FoundFiles found, List<String> datasets) {
        Instant startedAt = context.now();
        Duration start = context.elapsed();
        List<FileRead> reads = new FileReadings(context, NAME).of(found);
        List<FileRead> loaded =
                reads.stream().filter(read -> read.loaded().isPresent()).toList();
        List<Rejection> rejections = reads.stream()
                .map(FileRead::outcome)
                .filter(FileRejected.class::isInstance)
                .map(outcome -> rejection((FileRejected) outcome))
                .toList();
        Map<String, String> hashesBefore = new TreeMap<>();
        context.ledger().current().slices().forEach((slice, receipt) -> hashesBefore.put(slice, receipt.fileHash()));
        Another another = files(loaded).anyMatch(this::isAnother) ? Another.EDITION : Another.NOTHING;
        files(loaded)
                .flatMap(file -> file.notes().stream())
                .forEach(context.environment().progress()::note);
        Map<String, Long> rows = write(loaded);
        if (!loaded.isEmpty()) {
            tell(loaded, hashesBefore);
        }
        files(loaded).forEach(file -> file.release().run());
        reads.forEach(read -> record(read.outcome(), hashesBefore));
        if (!rejections.isEmpty() || !context.ledger().current().rejections().isEmpty()) {
            context.ledger().change(ledger -> ledger.rejecting(rejections, datasets));
        }
        context.record(new StepRecord(
                NAME, status(reads, rejections), reason(reads), startedAt, context.since(start), rows, ""));
        return new Loaded(loaded.size(), rejections, another);
    }

    private static Stream<LoadedFile> files(List<FileRead> loaded) {
        return loaded.stream().flatMap(read -> read.loaded().stream());
    }

    private Stream<SliceReceipt> heldOf(Resource resource) {
        return context.ledger().current().slicesOf(resource.table().path()).stream()
                .filter(held -> held.dataset().equals(resource.dataset())
                        && held.resource().equals(resource.name()));
    }

    /** The slices of a table that go because their content comes as another slice. */
    private static List<String> moves(List<FileRead> loaded, TableName table) {
        return loaded.stream()
                .filter(read -> read.file().resource().table().equals(table))
                .flatMap(read -> read.file().moves().stream())
                .toList();
    }

    /** Tells what moved, and which slices may hold more now than they did, because another no longer holds it. */
    private void tell(List<FileRead> loaded, Map<String, String> hashesBefore) {
        Progress progress = context.environment().progress();
        loaded.stream()
                .map(FileRead::file)
                .filter(file -> !file.moves().isEmpty())
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

    private Map<String, Long> write(List<FileRead> files) {
        if (files.isEmpty()) {
            // A night without new files must not start Spark.
            return Map.of();
        }
        SortedMap<TableName, List<FileRead>> byTable = new TreeMap<>();
        files.forEach(file -> byTable.computeIfAbsent(file.file().resource().table(), table -> new ArrayList<>())
                .add(file));
        SortedMap<TableName, TableWriter.Slices> slices = new TreeMap<>();
        byTable.forEach((table, loaded) -> slices.put(
                table,
                new TableWriter.Slices(
                        sliceNames(files(loaded), moves(loaded, table)), union(files(loaded), LoadedFile::accepted))));
        quarantine(files, slices);
        SortedMap<TableName, Long> versions = new TableWriter(context.warehouse(), context.ledger())
                .replaceSlices(slices, "run " + context.run().id());
        context.ledger().change(before -> withReceipts(before, byTable, versions));
        Map<String, Long> rows = new TreeMap<>();
        byTable.forEach((table, loaded) -> rows.put(
                table.path(),
                files(loaded).mapToLong(file -> file.counts().accepted()).sum()));
        if (versions.containsKey(QUARANTINE)) {
            rows.put(
                    QUARANTINE.path(),
                    files(files).mapToLong(file -> file.counts().quarantined()).sum());
        }
        return rows;
    }

    /** The ledger with all tables of the load at once: a receipt must not be known without the quarantined rows that it counts. */
    private Ledger withReceipts(
            Ledger before, SortedMap<TableName, List<FileRead>> byTable, SortedMap<TableName, Long> versions) {
        Ledger ledger = before;
        for (Map.Entry<TableName, Long> written : versions.entrySet()) {
            TableName table = written.getKey();
            List<FileRead> loaded = byTable.getOrDefault(table, List.of());
            ledger = ledger.without(moves(loaded, table), table.path())
                    .loaded(new SliceReceipts(context, loaded).all(), table.path(), written.getValue());
        }
        return ledger;
    }

    /** Quarantined records belong to a slice like accepted ones: a load that mends the file takes them away. */
    private void quarantine(List<FileRead> files, SortedMap<TableName, TableWriter.Slices> slices) {
        List<FileRead> concerned = files.stream().filter(this::isQuarantined).toList();
        if (!concerned.isEmpty()) {
            List<String> moved = concerned.stream()
                    .flatMap(read -> read.file().moves().stream())
                    .toList();
            slices.put(
                    QUARANTINE,
                    new TableWriter.Slices(
                            sliceNames(files(concerned), moved), union(files(concerned), LoadedFile::quarantined)));
        }
    }

    /** Whether records of a file are quarantined, or were. */
    private boolean isQuarantined(FileRead read) {
        String table = read.file().resource().table().path();
        return Stream.concat(Stream.of(read.file().slice()), read.file().moves().stream())
                        .flatMap(slice -> context.ledger().current().slice(table, slice).stream())
                        .anyMatch(held -> held.quarantined() > 0)
                || files(List.of(read)).anyMatch(file -> file.counts().quarantined() > 0);
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

    private static List<String> sliceNames(Stream<LoadedFile> files, List<String> moved) {
        return Stream.concat(files.map(LoadedFile::slice), moved.stream())
                .distinct()
                .toList();
    }

    private static Dataset<Row> union(Stream<LoadedFile> files, Function<LoadedFile, Dataset<Row>> rows) {
        return files.map(rows).reduce(Dataset::unionByName).orElseThrow();
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

    private static StepRecord.Status status(List<FileRead> reads, List<Rejection> rejections) {
        if (!rejections.isEmpty()) {
            return StepRecord.Status.REJECTED;
        }
        return reads.isEmpty() ? StepRecord.Status.SKIPPED : StepRecord.Status.DONE;
    }

    private static String reason(List<FileRead> reads) {
        return reads.isEmpty()
                ? "every file of every data set is loaded"
                : reads.size() + " files not loaded yet or changed";
    }
}
