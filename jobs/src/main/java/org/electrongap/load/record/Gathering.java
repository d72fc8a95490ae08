package org.electrongap.load.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Casts the records of a file, or of a part of one, passes on those that are sound and gathers what came of the others;
 * records that share a key are not looked at yet.
 */
public final class Gathering implements RecordSink {

    private final RecordLayout layout;
    private final Checks checks;
    private final UnitAnchors anchors;
    private final Consumer<CheckedRecord> sound;
    private final List<QuarantinedRecord> quarantined = new ArrayList<>();
    private final Set<List<Object>> brokenSums = new HashSet<>();
    private final TreeMap<String, Long> setAside = new TreeMap<>();
    private final TreeMap<String, Long> marked = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final TreeSet<Long> metCorrections = new TreeSet<>();
    private long read;
    private long checked;

    /**
     * @param layout the layout of the table
     * @param sound takes each record whose every cell was cast, in the order of the file
     */
    public Gathering(RecordLayout layout, Consumer<CheckedRecord> sound) {
        this.layout = layout;
        this.sound = sound;
        this.checks = Checks.of(layout);
        this.anchors = new UnitAnchors(layout);
    }

    @Override
    public void record(RecordDraft draft) {
        read++;
        anchors.see(draft);
        Object[] values = new Object[layout.size()];
        List<Violation> violations = checks.cast(draft.cells(), values);
        if (violations.isEmpty()) {
            checked++;
            if (!draft.mark().isEmpty()) {
                marked.merge(draft.mark(), 1L, Long::sum);
            }
            sound.accept(new CheckedRecord(draft.line(), values, draft.part(), draft.raw()));
            return;
        }
        quarantined.add(quarantined(draft.line(), draft.raw(), violations));
        if (!draft.part().isEmpty()) {
            brokenSums.add(layout.keyOf(values));
        }
    }

    /** A record that was cast elsewhere. */
    void add(CheckedRecord record) {
        read++;
        checked++;
        sound.accept(record);
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
    public void met(Correction correction) {
        metCorrections.add(correction.line());
    }

    /** The lines of corrections that met a record. */
    public SortedSet<Long> metCorrections() {
        return metCorrections;
    }

    @Override
    public void fault(Fault fault) {
        faults.add(fault);
    }

    /** Records that the reader met. */
    public long read() {
        return read;
    }

    /** How many records were sound. */
    public long checked() {
        return checked;
    }

    /** Records that broke a rule, in the order in which they were met. */
    public List<QuarantinedRecord> quarantined() {
        return quarantined;
    }

    /** Records that are not for the table, counted by rule. */
    public SortedMap<String, Long> setAside() {
        return setAside;
    }

    /** Sound records of which their publisher says something, counted by what. */
    public SortedMap<String, Long> marked() {
        return marked;
    }

    /** Faults of the file that the reader told, and a wrong unit where well-known figures show one. */
    public List<Fault> faults() {
        List<Fault> all = new ArrayList<>(faults);
        anchors.fault().ifPresent(all::add);
        return all;
    }

    /** Keys of sums that lack a part. */
    Set<List<Object>> brokenSums() {
        return brokenSums;
    }

    private static QuarantinedRecord quarantined(long line, RawText raw, List<Violation> violations) {
        Violation first = violations.get(0);
        String reason = violations.stream().map(Violation::reason).collect(Collectors.joining("; "));
        return new QuarantinedRecord(line, first.rule(), first.column(), reason, raw.text());
    }
}
