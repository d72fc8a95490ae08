package org.electrongap.load.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What other slices of a table hold under the keys of a file's records. */
@FunctionalInterface
public interface HeldElsewhere {

    /** For a table without other slices. */
    HeldElsewhere NOTHING = rows -> Map.of();

    /**
     * The rows that other slices hold under the keys of these.
     *
     * @param rows sound rows of a file, each key once
     * @return by key, as {@link RecordLayout#keyOf} gives it; keys that no other slice holds are left out
     */
    Map<List<Object>, HeldRow> under(Collection<CheckedRecord> rows);

    /**
     * The other slices that may hold something of the editions of these rows, without a look at what they hold.
     *
     * @param rows one row of each edition
     */
    default List<String> beside(Collection<CheckedRecord> rows) {
        return List.of();
    }
}
