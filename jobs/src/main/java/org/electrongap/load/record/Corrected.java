package org.electrongap.load.record;

import java.util.List;

/**
 * Corrects records on their way into a sink by the corrections that name the table's columns, and tells a fault when a value
 * is no longer the one to correct.
 */
public final class Corrected implements RecordSink {

    /** The rule under which dropped records are counted. */
    public static final String DROPPED = "dropped_by_correction";

    private final RecordSink sink;
    private final List<Correction> corrections;
    private final long linesBefore;

    /**
     * @param sink where corrected records go
     * @param corrections those of the resource
     */
    public Corrected(RecordSink sink, Corrections corrections) {
        this.sink = sink;
        this.corrections = corrections.naming(Correction.Names.TABLE);
        this.linesBefore = corrections.linesBefore();
    }

    @Override
    public void record(RecordDraft draft) {
        for (Correction correction : corrections) {
            if (!correction.means(draft, draft.line() + linesBefore)) {
                continue;
            }
            sink.met(correction);
            if (!correction.isExpectedIn(draft)) {
                sink.fault(correction.outdated(draft.line(), correction.textIn(draft)));
            } else if (correction.action() == Correction.Action.DROP) {
                sink.setAside(draft.line(), DROPPED);
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
    public void met(Correction correction) {
        sink.met(correction);
    }

    @Override
    public void fault(Fault fault) {
        sink.fault(fault);
    }
}
