package org.electrongap.load.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Sorts the records of one file in memory into accepted, quarantined, exact duplicate and set aside, and gathers the faults
 * of the file. Meant for files that are small next to the memory; larger ones are sorted with the same checks on Spark.
 */
public final class Sorting implements RecordSink {

    /** The largest share of records that may be quarantined before the file is rejected as a whole. */
    public static final double QUARANTINE_LIMIT = 0.05;

    private final RecordLayout layout;
    private final List<CheckedRecord> checked = new ArrayList<>();
    private final Gathering gathering;
    private final HeldElsewhere elsewhere;

    /** Sorts the records of a file for a table without other slices. */
    public Sorting(RecordLayout layout) {
        this(layout, HeldElsewhere.NOTHING);
    }

    /**
     * @param layout the layout of the table
     * @param elsewhere what other slices of the table hold
     */
    public Sorting(RecordLayout layout, HeldElsewhere elsewhere) {
        this.layout = layout;
        this.elsewhere = elsewhere;
        this.gathering = new Gathering(layout, checked::add);
    }

    @Override
    public void record(RecordDraft draft) {
        gathering.record(draft);
    }

    /** A record that was cast elsewhere. */
    public void checked(CheckedRecord record) {
        gathering.add(record);
    }

    @Override
    public void setAside(long line, String rule) {
        gathering.setAside(line, rule);
    }

    @Override
    public void quarantine(long line, RawText raw, Violation violation) {
        gathering.quarantine(line, raw, violation);
    }

    @Override
    public void met(Correction correction) {
        gathering.met(correction);
    }

    @Override
    public void fault(Fault fault) {
        gathering.fault(fault);
    }

    /** What became of the file. */
    public Sorted sorted() {
        Map<List<Object>, List<CheckedRecord>> byKey = new LinkedHashMap<>();
        for (CheckedRecord record : checked) {
            byKey.computeIfAbsent(Arrays.asList(key(record.values()), record.part()), key -> new ArrayList<>(1))
                    .add(record);
        }
        List<CheckedRecord> accepted = new ArrayList<>(byKey.size());
        List<QuarantinedRecord> quarantined = new ArrayList<>(gathering.quarantined());
        Set<List<Object>> brokenSums = new HashSet<>(gathering.brokenSums());
        long duplicates = withoutRepeats(byKey.values(), accepted, quarantined, brokenSums);
        withoutBrokenSums(brokenSums, accepted, quarantined);
        List<CheckedRecord> rows = new Sums(layout).of(accepted);
        HeldComparison held = new HeldComparison(layout).compare(rows, elsewhere.under(rows));
        duplicates += held.part(accepted, quarantined);
        quarantined.sort(Comparator.comparingLong(QuarantinedRecord::line));
        TreeMap<String, Long> byRule = quarantined.stream()
                .collect(Collectors.groupingBy(QuarantinedRecord::rule, TreeMap::new, Collectors.counting()));
        RecordCounts counts =
                new RecordCounts(gathering.read(), accepted.size(), byRule, duplicates, gathering.setAside());
        List<Fault> faults = FileRules.faults(gathering.faults(), counts, quarantined);
        return new Sorted(
                held.slices().isEmpty() ? rows : new Sums(layout).of(accepted),
                quarantined,
                counts,
                faults,
                gathering.metCorrections(),
                gathering.marked(),
                held.slices());
    }

    /** Keeps one of each set of equal records, quarantines conflicting ones, and tells how many were repeats. */
    private long withoutRepeats(
            Collection<List<CheckedRecord>> groups,
            List<CheckedRecord> accepted,
            List<QuarantinedRecord> quarantined,
            Set<List<Object>> brokenSums) {
        long duplicates = 0;
        for (List<CheckedRecord> sameKey : groups) {
            if (allEqual(sameKey)) {
                accepted.add(sameKey.get(0));
                duplicates += sameKey.size() - 1;
            } else {
                sameKey.forEach(record -> quarantined.add(conflicting(record, sameKey)));
                sameKey.stream()
                        .filter(record -> !record.part().isEmpty())
                        .forEach(record -> brokenSums.add(key(record.values())));
            }
        }
        return duplicates;
    }

    /** A sum that lacks a part would be too low without anybody noticing, so all of its parts wait. */
    private void withoutBrokenSums(
            Set<List<Object>> brokenSums, List<CheckedRecord> accepted, List<QuarantinedRecord> quarantined) {
        if (brokenSums.isEmpty()) {
            return;
        }
        accepted.removeIf(record -> {
            boolean broken = !record.part().isEmpty() && brokenSums.contains(key(record.values()));
            if (broken) {
                String reason = "another part of the same sum is quarantined";
                String raw = record.raw().text();
                quarantined.add(new QuarantinedRecord(record.line(), "incomplete_sum", "", reason, raw));
            }
            return broken;
        });
    }

    private List<Object> key(Object[] values) {
        return layout.keyOf(values);
    }

    private static boolean allEqual(List<CheckedRecord> records) {
        Object[] first = records.get(0).values();
        return records.stream().allMatch(record -> Arrays.equals(first, record.values()));
    }

    private QuarantinedRecord conflicting(CheckedRecord record, List<CheckedRecord> sameKey) {
        String others = sameKey.stream()
                .filter(other -> other != record)
                .limit(5)
                .map(other -> Long.toString(other.line()))
                .collect(Collectors.joining(", "));
        String columns = Arrays.stream(layout.keyPositions())
                .mapToObj(i -> layout.columns().get(i).name() + " " + record.values()[i])
                .collect(Collectors.joining(", "));
        String reason = "another record has the same key (" + columns + ") and other values: line " + others;
        return new QuarantinedRecord(
                record.line(), "conflicting_key", "", reason, record.raw().text());
    }

    /**
     * What became of a file.
     *
     * @param accepted the rows, in the order of the file; parts are added up
     * @param quarantined the records that broke a rule, in the order of the file
     * @param counts the record law
     * @param faults why the file is rejected as a whole; empty when it is not
     * @param metCorrections the lines of corrections that met a record
     * @param marked sound records of which their publisher says something, such as that it estimated them, by what
     * @param heldBy other slices of the table that hold keys of the file
     */
    public record Sorted(
            List<CheckedRecord> accepted,
            List<QuarantinedRecord> quarantined,
            RecordCounts counts,
            List<Fault> faults,
            SortedSet<Long> metCorrections,
            SortedMap<String, Long> marked,
            SortedSet<String> heldBy) {

        public Sorted {
            accepted = Collections.unmodifiableList(accepted);
            quarantined = Collections.unmodifiableList(quarantined);
            faults = List.copyOf(faults);
            marked = Collections.unmodifiableSortedMap(marked);
        }
    }
}
