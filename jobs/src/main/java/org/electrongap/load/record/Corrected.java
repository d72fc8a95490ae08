package org.electrongap.load.record;

import java.util.List;

/** Corrects records on their way into a sink, and tells a fault when a value is no longer the one to correct. */
public final class Corrected implements RecordSink {

    private final RecordSink sink;
    private final List<Correction> corrections;

    /**
     * @param sink where corrected records go
     * @param corrections those of the data set
     */
    public Corrected(RecordSink sink, List<Correction> corrections) {
        this.sink = sink;
        this.corrections = List.copyOf(corrections);
    }

    @Override
    public void record(RecordDraft draft) {
        for (Correction correction : corrections) {
            if (!correction.means(draft)) {
                continue;
            }
            sink.met(correction);
            if (!correction.isExpectedIn(draft)) {
                sink.fault(outdated(correction, draft));
            } else if (correction.action() == Correction.Action.DROP) {
                sink.setAside(draft.line(), "dropped_by_correction");
                return;
            } else {
                draft.with(correction.column(), correction.value());
            }
        }
        sink.record(draft);
    }

    @Override
    public void setAside(long line, String rule) {
        sink.setAside(line, rule);
    }

    @Override
    public void quarantine(long line, RawText raw, Violation violation) {
        sink.quarantine(line, raw, violation);
    }

    @Override
    public void fault(Fault fault) {
        sink.fault(fault);
    }

    private static Fault outdated(Correction correction, RecordDraft draft) {
        return new Fault(
                "correction",
                "line " + draft.line(),
                correction.column() + " is '" + draft.text(correction.column()) + "', and the correction on line "
                        + correction.line() + " of corrections.csv expects '" + correction.expect() + "'",
                "the publisher has changed the value, and the correction (" + correction.reason()
                        + ") may be wrong now",
                "Look at the new value, then remove the correction or write what it expects");
    }
}
