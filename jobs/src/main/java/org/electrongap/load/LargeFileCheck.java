package org.electrongap.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.FileRules;
import org.electrongap.load.record.Gathering;
import org.electrongap.load.record.QuarantinedRecord;
import org.electrongap.load.record.RecordCounts;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Sorting;

/**
 * Tells what would come of a large file without Spark: part after part, of which only one is in memory, besides eight bytes
 * for each record's key.
 */
final class LargeFileCheck {

    /** The keys of a larger file would not fit the memory of a process that has not been given more. */
    private static final long LIMIT = 2L << 30;

    private final Resource resource;
    private final SourceFile file;
    private final PartReader reader;
    private final List<FilePart> parts;
    private final RecordLayout layout;
    private final int[] key;
    private final List<ColumnSummary> columns;
    private Optional<CheckedRecord> first = Optional.empty();

    LargeFileCheck(Resource resource, SourceFile file, Storage storage, LocalDate today, long partBytes) {
        if (file.bytes() > LIMIT) {
            throw new InputRejected(resource.title(), List.of(tooLarge(file)));
        }
        this.resource = resource;
        this.file = file;
        LayoutChoice choice = LayoutChoice.of(resource, storage);
        try (InputStream in = storage.open(file.uri())) {
            long firstDataLine = choice.chosen().firstDataLine(() -> storage.open(file.uri()));
            List<FilePart> all = FilePart.of(in, firstDataLine, partBytes);
            this.parts = all.subList(1, all.size());
            this.reader = new PartReader(
                    resource,
                    file,
                    all.get(0),
                    firstDataLine,
                    choice,
                    ResourceCorrections.of(resource, storage),
                    today,
                    () -> storage);
        } catch (IOException e) {
            throw new UncheckedIOException(file.uri() + " cannot be read", e);
        }
        this.layout = RecordLayout.of(resource.table());
        this.key = LargeFile.key(layout);
        this.columns = Understood.summaries(layout);
    }

    private static Fault tooLarge(SourceFile file) {
        return new Fault(
                "too_large_to_check",
                file.pathInDataset(),
                "it has " + (file.bytes() >> 20) + " MB",
                "a check runs in one process, and does not read more than " + (LIMIT >> 20) + " MB; a load would",
                "Check a file of its first lines, then load the whole");
    }

    Understood read() {
        List<PartSummary> summaries = new ArrayList<>();
        KeyHashes hashes = new KeyHashes(1 << 16);
        parts.forEach(part -> summaries.add(summary(part, hashes)));
        KeyHashes.RepeatedKeys repeated = KeyHashes.repeated(List.of(hashes.bytes()));
        boolean tooMany = repeated.records() > LargeFile.REPEATS;
        Sorting.Sorted compared = tooMany ? new Sorting(layout).sorted() : compared(repeated);
        RecordCounts counts = LargeFile.counts(summaries, tooMany ? 0 : repeated.records(), compared);
        Set<Fault> faults = new LinkedHashSet<>();
        Set<Long> met = new TreeSet<>();
        summaries.forEach(part -> faults.addAll(part.faultList()));
        SortedMap<String, Long> marked = new TreeMap<>();
        summaries.forEach(part -> met.addAll(part.metCorrections));
        summaries.forEach(part -> part.marked.forEach((mark, count) -> marked.merge(mark, count, Long::sum)));
        if (tooMany) {
            faults.add(LargeFile.tooManyRepeats(repeated.records()));
        }
        List<QuarantinedRecord> quarantined = Stream.concat(
                        summaries.stream().flatMap(part -> part.exampleList().stream()),
                        compared.quarantined().stream())
                .toList();
        List<Fault> all = FileRules.faults(List.copyOf(faults), counts, quarantined);
        return new Understood(counts, all, quarantined, met, marked, columns, first);
    }

    private PartSummary summary(FilePart part, KeyHashes hashes) {
        Gathering gathering = reader.read(part, record -> {
            hashes.add(KeyHashes.of(record.values(), key));
            Understood.see(columns, record.values());
            if (first.isEmpty()) {
                String raw = record.raw().text();
                long line = reader.line(part, record.line());
                first = Optional.of(new CheckedRecord(line, record.values(), record.part(), () -> raw));
            }
        });
        CoreRows rows = new CoreRows(
                layout,
                resource.slice(file),
                file,
                "check",
                LocalDate.EPOCH.atStartOfDay().toInstant(ZoneOffset.UTC));
        return new PartSummary(part, gathering, reader, new CheckedPart.Visibility(rows), List.of());
    }

    private Sorting.Sorted compared(KeyHashes.RepeatedKeys repeated) {
        Sorting sorting = new Sorting(layout);
        Set<Long> hashes = new HashSet<>();
        for (long hash : repeated.hashes()) {
            hashes.add(hash);
        }
        if (!hashes.isEmpty()) {
            parts.forEach(part -> LargeFile.repeats(part, reader, hashes, key)
                    .forEachRemaining(repeat -> sorting.checked(repeat.record())));
        }
        return sorting.sorted();
    }
}
