package org.electrongap.load.record;

/** Where a reader puts what it meets. Each record of a file goes to exactly one of the three record methods. */
public interface RecordSink {

    /** A record meant for the table; its cells are still text. */
    void record(RecordDraft draft);

    /** A record that is not meant for the table, with the rule that says so: blank, aggregate, outside the data set. */
    void setAside(long line, String rule);

    /** A record that the reader cannot bring into the layout. */
    void quarantine(long line, RawText raw, Violation violation);

    /** A correction met a record that it is for. */
    default void met(Correction correction) {}

    /** A fault of the file as a whole; the reader goes on if it can, so that all faults are told at once. */
    void fault(Fault fault);
}
