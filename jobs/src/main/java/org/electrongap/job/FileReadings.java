package org.electrongap.job;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.electrongap.load.LoadedFile;
import org.electrongap.load.Outcome;
import org.electrongap.load.Reading;
import org.electrongap.load.Storage;
import org.electrongap.load.Storages;
import org.electrongap.table.TableName;

/**
 * Reads the files of one load, one after another, each beside the slices that stay and those that were read before it. A file
 * that left records out because of a slice that the load then made anew is read once more, since that slice may no longer hold
 * them.
 */
final class FileReadings {

    private final RunContext context;
    private final String job;
    private final Map<String, FileRead> reads = new LinkedHashMap<>();
    private final Map<String, BoundedFile> loaded = new LinkedHashMap<>();

    FileReadings(RunContext context, String job) {
        this.context = context;
        this.job = job;
    }

    /**
     * A file that was read.
     *
     * @param file the file
     * @param outcome what became of it
     * @param before the slices of its table that this load had made anew by then
     */
    record FileRead(PendingFile file, Outcome outcome, Set<String> before) {

        FileRead {
            before = Set.copyOf(before);
        }

        /** What it is to be written as; empty where it was rejected. */
        Optional<LoadedFile> loaded() {
            return outcome instanceof LoadedFile loaded ? Optional.of(loaded) : Optional.empty();
        }
    }

    /** Reads what is pending, and what is held and leans on a slice of which that brings other content; each file once. */
    List<FileRead> of(FoundFiles found) {
        found.pending().forEach(this::add);
        List<PendingFile> leaning = leaning(found);
        while (!leaning.isEmpty()) {
            leaning.forEach(this::add);
            leaning = leaning(found);
        }
        List.copyOf(reads.values()).stream().filter(this::isOvertaken).forEach(this::readAgain);
        return List.copyOf(reads.values());
    }

    private void add(PendingFile file) {
        reads.put(file.place(), read(file));
    }

    private List<PendingFile> leaning(FoundFiles found) {
        Set<String> anew = reads.values().stream()
                .filter(read -> read.loaded().isPresent())
                .map(read -> read.file().place())
                .collect(Collectors.toSet());
        return found.leaningOn(anew, context.ledger().current()).stream()
                .filter(file -> !reads.containsKey(file.place()))
                .toList();
    }

    /** Whether a file left records out because of rows that are going away. */
    private boolean isOvertaken(FileRead read) {
        Set<String> later = new HashSet<>();
        ofTable(read.file().resource().table())
                .forEach(one -> later.add(one.file().slice()));
        later.removeAll(read.before());
        return read.loaded().stream()
                .flatMap(loaded -> loaded.heldBy().stream())
                .anyMatch(later::contains);
    }

    /** Where it is rejected now, the first reading stands, and is known as outdated. */
    private void readAgain(FileRead first) {
        FileRead again = read(first.file());
        if (again.loaded().isPresent()) {
            reads.put(first.file().place(), again);
            first.loaded().ifPresent(replaced -> replaced.release().run());
        }
    }

    private FileRead read(PendingFile file) {
        context.warehouse()
                .spark()
                .sparkContext()
                .setJobGroup(job, "read " + file.resource().title(), false);
        Storage storage = Storages.of(() -> context.environment().configuration());
        List<BoundedFile> before = ofTable(file.resource().table())
                .filter(one -> !one.file().slice().equals(file.slice()))
                .toList();
        HeldSlices others = others(file, before);
        Outcome outcome = new Reading(
                        context.warehouse().spark(), storage, context.run().id(), context.now())
                .read(file.resource(), file.file(), others);
        FileRead read = new FileRead(
                file, outcome, before.stream().map(one -> one.file().slice()).collect(Collectors.toSet()));
        read.loaded().ifPresent(one -> loaded.put(file.place(), others.bounded(one)));
        return read;
    }

    private Stream<BoundedFile> ofTable(TableName table) {
        return loaded.values().stream()
                .filter(one -> one.file().resource().table().equals(table));
    }

    /** The slices beside that of a file: those of the warehouse that stay, and those that this load has made. */
    private HeldSlices others(PendingFile file, List<BoundedFile> before) {
        List<String> leaving = new ArrayList<>(file.moves());
        leaving.add(file.slice());
        before.forEach(one -> leaving.add(one.file().slice()));
        return new HeldSlices(
                context.environment(),
                context.ledger().current(),
                Optional.of(context::warehouse),
                file.resource().table(),
                leaving,
                before);
    }
}
