package org.electrongap.load.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Checks checks;
    private final Map<List<Object>, List<CheckedRecord>> byKey = new LinkedHashMap<>();
    private final List<QuarantinedRecord> quarantined = new ArrayList<>();
    private final TreeMap<String, Long> setAside = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private long read;

    public Sorting(RecordLayout layout) {
        this.layout = layout;
        this.checks = Checks.of(layout);
    }

    @Override
    public void record(RecordDraft draft) {
        read++;
        Object[] values = new Object[layout.size()];
        List<Violation> violations = checks.cast(draft.cells(), values);
        if (violations.isEmpty()) {
            CheckedRecord checked = new CheckedRecord(draft.line(), values, draft.raw());
            byKey.computeIfAbsent(key(values), key -> new ArrayList<>(1)).add(checked);
        } else {
            quarantined.add(quarantined(draft.line(), draft.raw(), violations));
        }
    }

    @Override
    public void setAside(long line, String rule) {
        read++;
        setAside.merge(rule, 1L, Long::sum);
    }

    @Override
    public void quarantine(long line, RawText raw, Violation violation) {
        read++;
        quarantined.add(quarantined(line, raw, List.of(violation)));
    }

    @Override
    public void fault(Fault fault) {
        faults.add(fault);
    }

    /** What became of the file. */
    public Sorted sorted() {
        List<CheckedRecord> accepted = new ArrayList<>(byKey.size());
        List<QuarantinedRecord> refused = new ArrayList<>(quarantined);
        long duplicates = 0;
        for (List<CheckedRecord> sameKey : byKey.values()) {
            if (allEqual(sameKey)) {
                accepted.add(sameKey.get(0));
                duplicates += sameKey.size() - 1;
            } else {
                sameKey.forEach(record -> refused.add(conflicting(record, sameKey)));
            }
        }
        refused.sort(Comparator.comparingLong(QuarantinedRecord::line));
        TreeMap<String, Long> byRule = refused.stream()
                .collect(Collectors.groupingBy(QuarantinedRecord::rule, TreeMap::new, Collectors.counting()));
        RecordCounts counts = new RecordCounts(read, accepted.size(), byRule, duplicates, setAside);
        return new Sorted(accepted, refused, counts, FileRules.faults(faults, counts, refused));
    }

    private List<Object> key(Object[] values) {
        if (layout.key().length == 0) {
            return Arrays.asList(values);
        }
        Object[] key = Arrays.stream(layout.key()).mapToObj(i -> values[i]).toArray();
        return Arrays.asList(key);
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
        String columns = Arrays.stream(layout.key())
                .mapToObj(i -> layout.columns().get(i).name() + " " + record.values()[i])
                .collect(Collectors.joining(", "));
        String reason = "another record has the same key (" + columns + ") and other values: line " + others;
        return new QuarantinedRecord(
                record.line(), "conflicting_key", "", reason, record.raw().text());
    }

    private static QuarantinedRecord quarantined(long line, RawText raw, List<Violation> violations) {
        Violation first = violations.get(0);
        String reason = violations.stream().map(Violation::reason).collect(Collectors.joining("; "));
        return new QuarantinedRecord(line, first.rule(), first.column(), reason, raw.text());
    }

    /**
     * What became of a file.
     *
     * @param accepted the records that became rows, in the order of the file
     * @param quarantined the records that broke a rule, in the order of the file
     * @param counts the record law
     * @param faults why the file is rejected as a whole; empty when it is not
     */
    public record Sorted(
            List<CheckedRecord> accepted,
            List<QuarantinedRecord> quarantined,
            RecordCounts counts,
            List<Fault> faults) {

        public Sorted {
            accepted = Collections.unmodifiableList(accepted);
            quarantined = Collections.unmodifiableList(quarantined);
            faults = List.copyOf(faults);
        }
    }
}
