package org.electrongap.load;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.HeldElsewhere;
import org.electrongap.load.record.HeldRow;

/** What the other slices of a table hold, for a file that is to become one. */
public interface OtherSlices extends HeldElsewhere {

    /** For a table without other slices. */
    OtherSlices NONE = new OtherSlices() {
        @Override
        public Map<List<Object>, HeldRow> under(Collection<CheckedRecord> rows) {
            return Map.of();
        }

        @Override
        public Optional<Fault> overlapping(LoadedFile longFile) {
            return Optional.empty();
        }
    };

    /**
     * Why a file that is too long to be compared record by record cannot stand beside the other slices; empty where none of
     * its keys is among theirs.
     */
    Optional<Fault> overlapping(LoadedFile longFile);
}
