package org.electrongap.load;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.FileRules;
import org.electrongap.load.record.Gathering;
import org.electrongap.load.record.HeldElsewhere;
import org.electrongap.load.record.QuarantinedRecord;
import org.electrongap.load.record.RecordCounts;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Sorting;

/**
 * Tells what would come of a large file without Spark: part after part, of which only one is in memory, besides eight bytes
 * for each record's key.
 */
final class LargeFileCheck {

    /** Records whose keys are compared: 128 MB of them, and as much again while they are sorted. */
    static final int KEYS = 16 << 20;

    private static final List<String> EDITION = List.of("source", "basis", "edition");

    private final Resource resource;
    private final SourceFile file;
    private final PartReader reader;
    private final List<FilePart> parts;
    private final RecordLayout layout;
    private final int[] key;
    private final List<ColumnSummary> columns;
    private final KeyHashes keys = new KeyHashes(1 << 16);
    private final int mostKeys;
    private final Map<List<Object>, CheckedRecord> editions = new HashMap<>();
    private final int[] ofEdition;
    private Optional<CheckedRecord> first = Optional.empty();

    /**
     * @param partBytes the least size of a part
     * @param mostKeys how many keys are compared; where there are more, none is
     */
    LargeFileCheck(Resource resource, SourceFile file, Storage storage, LocalDate today, long partBytes, int mostKeys) {
        this.mostKeys = mostKeys;
        this.resource = resource;
        this.file = file;
        FileParts text = FileParts.of(resource, file, storage, partBytes);
        this.parts = text.rows();
        this.reader =
                new PartReader(resource, file, text, ResourceCorrections.of(resource, storage), today, () -> storage);
        this.layout = RecordLayout.of(resource.table());
        this.key = RepeatedRecords.key(layout);
        this.columns = Understood.summaries(layout);
        this.ofEdition =
                EDITION.stream().filter(layout::has).mapToInt(layout::index).toArray();
    }

    /** What would come of it, were it the only slice of its table. */
    Understood read() {
        return read(HeldElsewhere.NOTHING);
    }

    /** What would come of it; its keys are not compared with those of other slices, which are told. */
    Understood read(HeldElsewhere elsewhere) {
        List<PartSummary> summaries = new ArrayList<>();
        parts.forEach(part -> summaries.add(summary(part)));
        boolean uncompared = keys.size() > mostKeys;
        KeyHashes.RepeatedKeys repeated = uncompared ? new KeyHashes.RepeatedKeys(0, new long[0]) : keys.repeated();
        boolean tooMany = repeated.records() > RepeatedRecords.MOST;
        Sorting.Sorted compared = tooMany ? new Sorting(layout).sorted() : compared(repeated);
        RecordCounts counts = LargeFile.counts(summaries, tooMany ? 0 : repeated.records(), compared);
        Set<Fault> faults = new LinkedHashSet<>();
        summaries.forEach(part -> faults.addAll(part.faultList()));
        if (tooMany) {
            faults.add(RepeatedRecords.tooMany(repeated.records()));
        }
        List<QuarantinedRecord> quarantined = quarantined(summaries, compared);
        List<Fault> all = FileRules.faults(List.copyOf(faults), counts, quarantined);
        Set<Long> met = new TreeSet<>();
        summaries.forEach(part -> met.addAll(part.metCorrections));
        return new Understood(counts, all, quarantined, met, notes(summaries, uncompared, elsewhere), columns, first);
    }

    private static List<QuarantinedRecord> quarantined(List<PartSummary> summaries, Sorting.Sorted compared) {
        return Stream.concat(
                        summaries.stream().flatMap(part -> part.exampleList().stream()),
                        compared.quarantined().stream())
                .toList();
    }

    private List<String> notes(List<PartSummary> summaries, boolean uncompared, HeldElsewhere elsewhere) {
        TreeMap<String, Long> marked = new TreeMap<>();
        summaries.forEach(part -> part.marked.forEach((mark, count) -> marked.merge(mark, count, Long::sum)));
        List<String> notes = new ArrayList<>(MarkedRecords.notes(file.fileName(), marked));
        if (uncompared) {
            notes.add("A check compares the keys of " + mostKeys + " records at most, and this file has more: whether"
                    + " records share their keys is not known before it is loaded.");
        }
        List<String> beside = elsewhere.beside(editions.values());
        if (!beside.isEmpty()) {
            notes.add("Not compared with the slices " + String.join(", ", beside) + ", which hold records of the same"
                    + " edition: a file of this size is compared with them when it is loaded, and refused then if they hold"
                    + " keys of it.");
        }
        return notes;
    }

    private PartSummary summary(FilePart part) {
        Gathering gathering = reader.read(part, record -> see(part, record));
        CoreRows rows = new CoreRows(layout, resource.slice(file), file, "check", Instant.EPOCH);
        return new PartSummary(part, gathering, reader, new CheckedPart.Visibility(rows), List.of());
    }

    private void see(FilePart part, CheckedRecord record) {
        if (keys.size() <= mostKeys) {
            keys.add(KeyHashes.of(record.values(), key));
        }
        editions.putIfAbsent(
                Arrays.asList(IntStream.of(ofEdition)
                        .mapToObj(column -> record.values()[column])
                        .toArray()),
                record);
        Understood.see(columns, record.values());
        if (first.isEmpty()) {
            String raw = record.raw().text();
            long line = reader.line(part, record.line());
            first = Optional.of(new CheckedRecord(line, record.values(), record.part(), () -> raw));
        }
    }

    private Sorting.Sorted compared(KeyHashes.RepeatedKeys repeated) {
        Sorting sorting = new Sorting(layout);
        Set<Long> hashes = new HashSet<>();
        for (long hash : repeated.hashes()) {
            hashes.add(hash);
        }
        if (!hashes.isEmpty()) {
            parts.forEach(part -> RepeatedRecords.in(part, reader, hashes, key)
                    .forEachRemaining(repeat -> sorting.checked(repeat.record())));
        }
        return sorting.sorted();
    }
}
