package org.electrongap.load;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.Gathering;
import org.electrongap.load.record.QuarantinedRecord;

/** What came of the records of one part, in few bytes. */
final class PartSummary implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int EXAMPLES = 5;

    final int part;
    final long read;
    final long checked;
    final TreeMap<String, Long> quarantined = new TreeMap<>();
    final TreeMap<String, Long> setAside;
    final TreeMap<String, Long> marked;
    final TreeSet<LocalDate> published;
    final TreeSet<Long> metCorrections;
    final ArrayList<String[]> faults = new ArrayList<>();
    final ArrayList<String[]> examples = new ArrayList<>();
    final long neverVisible;
    final ArrayList<EditionRows> editions;

    PartSummary(
            FilePart part,
            Gathering gathering,
            PartReader reader,
            CheckedPart.Visibility visibility,
            List<EditionRows> editions) {
        this.part = part.index();
        this.read = gathering.read();
        this.checked = gathering.checked();
        this.published = visibility.days;
        this.neverVisible = visibility.never;
        this.editions = new ArrayList<>(editions);
        this.setAside = new TreeMap<>(gathering.setAside());
        this.marked = new TreeMap<>(gathering.marked());
        this.metCorrections = new TreeSet<>(gathering.metCorrections());
        for (QuarantinedRecord record : gathering.quarantined()) {
            quarantined.merge(record.rule(), 1L, Long::sum);
            if (examples.size() < EXAMPLES) {
                String line = Long.toString(reader.line(part, record.line()));
                examples.add(new String[] {line, record.rule(), record.column(), record.reason(), record.raw()});
            }
        }
        for (Fault fault : gathering.faults()) {
            boolean sameForAll = fault.rule().equals("header");
            String where = sameForAll
                    ? fault.where()
                    : fault.where() + " of the part that begins on line " + part.firstLine() + " of the file";
            faults.add(new String[] {fault.rule(), where, fault.what(), fault.why(), fault.next()});
        }
    }

    long quarantinedRecords() {
        return quarantined.values().stream().mapToLong(Long::longValue).sum();
    }

    List<Fault> faultList() {
        return faults.stream()
                .map(text -> new Fault(text[0], text[1], text[2], text[3], text[4]))
                .toList();
    }

    List<QuarantinedRecord> exampleList() {
        return examples.stream()
                .map(text -> new QuarantinedRecord(Long.parseLong(text[0]), text[1], text[2], text[3], text[4]))
                .toList();
    }
}
