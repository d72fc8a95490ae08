package org.electrongap.load.format;

import org.electrongap.load.record.Corrected;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RawText;
import org.electrongap.load.record.RecordDraft;
import org.electrongap.load.record.RecordSink;
import org.electrongap.load.record.Violation;

/** Takes what a layout makes of a row that a correction drops: each record counts as dropped, whatever is wrong with it. */
final class DroppedRecords implements RecordSink {

    private final RecordSink sink;

    DroppedRecords(RecordSink sink) {
        this.sink = sink;
    }

    @Override
    public void record(RecordDraft draft) {
        sink.setAside(draft.line(), Corrected.DROPPED);
    }

    @Override
    public void setAside(long line, String rule) {
        sink.setAside(line, Corrected.DROPPED);
    }

    @Override
    public void quarantine(long line, RawText raw, Violation violation) {
        sink.setAside(line, Corrected.DROPPED);
    }

    /** What is wrong with a row that is not read, such as a sum that lacks the other rows, is no fault of the file. */
    @Override
    public void fault(Fault fault) {}
}
