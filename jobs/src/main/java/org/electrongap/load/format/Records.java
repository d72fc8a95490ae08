package org.electrongap.load.format;

import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RawText;
import org.electrongap.load.record.RecordDraft;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.RecordSink;
import org.electrongap.load.record.Violation;

/** Where a layout puts its records; fills in what is the same for all records of a file. */
final class Records {

    private final RecordLayout layout;
    private final Origin origin;
    private final String source;
    private final String retrieved;
    private final RecordSink sink;

    Records(RecordLayout layout, Origin origin, String defaultSource, RecordSink sink) {
        this.layout = layout;
        this.origin = origin;
        this.source = origin.source().isBlank() ? defaultSource : origin.source();
        this.retrieved = origin.retrieved().toString();
        this.sink = sink;
    }

    /** What is known of the file. */
    Origin origin() {
        return origin;
    }

    /** A record with its provenance set. */
    RecordDraft draft(CsvRow row) {
        return draft(row.line(), row);
    }

    RecordDraft draft(long line, RawText raw) {
        return layout.draft(line, raw)
                .with("source", source)
                .with("edition", origin.edition())
                .with("retrieved", retrieved)
                .with("grade", origin.grade());
    }

    /** A record that is complete. */
    void accept(RecordDraft draft) {
        sink.record(draft);
    }

    void setAside(CsvRow row, String rule) {
        sink.setAside(row.line(), rule);
    }

    void setAside(long line, String rule) {
        sink.setAside(line, rule);
    }

    void quarantine(CsvRow row, String rule, String column, String reason) {
        sink.quarantine(row.line(), row, new Violation(rule, column, reason));
    }

    void quarantine(long line, RawText raw, Violation violation) {
        sink.quarantine(line, raw, violation);
    }

    void fault(Fault fault) {
        sink.fault(fault);
    }
}
