package org.electrongap.load.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Keeps a key from standing in two slices of a table. What another slice holds with the same figures is a duplicate; what it
 * holds otherwise waits, because one of the two is wrong.
 */
final class HeldComparison {

    /** The rule by which a record is quarantined whose key another slice holds with other figures. */
    static final String RULE = "held_otherwise";

    /** Columns that say how a figure came to us, or what we think of it, and not what it is. */
    private static final Set<String> ABOUT_THE_SOURCE = Set.of("retrieved", "grade", "maturity", "note");

    private final RecordLayout layout;
    private final int[] compared;
    private final Set<List<Object>> same = new HashSet<>();
    private final Map<List<Object>, String> otherwise = new HashMap<>();
    private final SortedSet<String> slices = new TreeSet<>();

    HeldComparison(RecordLayout layout) {
        this.layout = layout;
        Set<Integer> key = IntStream.of(layout.keyPositions()).boxed().collect(Collectors.toSet());
        this.compared = IntStream.range(0, layout.size())
                .filter(i -> !key.contains(i)
                        && !ABOUT_THE_SOURCE.contains(layout.columns().get(i).name()))
                .toArray();
    }

    /** Compares rows with what other slices hold under their keys. */
    HeldComparison compare(Collection<CheckedRecord> rows, Map<List<Object>, HeldRow> held) {
        for (CheckedRecord row : rows) {
            List<Object> key = layout.keyOf(row.values());
            HeldRow other = held.get(key);
            if (other != null) {
                slices.add(other.slice());
                compare(key, row.values(), other);
            }
        }
        return this;
    }

    /**
     * Takes the records whose keys others hold from the accepted ones.
     *
     * @return how many of them are duplicates
     */
    long part(List<CheckedRecord> accepted, List<QuarantinedRecord> quarantined) {
        if (slices.isEmpty()) {
            return 0;
        }
        int before = accepted.size();
        int waiting = quarantined.size();
        accepted.removeIf(record -> {
            List<Object> key = layout.keyOf(record.values());
            String reason = otherwise.get(key);
            if (reason != null) {
                String raw = record.raw().text();
                quarantined.add(new QuarantinedRecord(record.line(), RULE, "", reason, raw));
            }
            return reason != null || same.contains(key);
        });
        return before - accepted.size() - (quarantined.size() - waiting);
    }

    /** The slices that hold one of the keys. */
    SortedSet<String> slices() {
        return slices;
    }

    private void compare(List<Object> key, Object[] values, HeldRow other) {
        List<Integer> differing = IntStream.of(compared)
                .filter(i -> !Objects.equals(values[i], other.values()[i]))
                .boxed()
                .toList();
        if (differing.isEmpty()) {
            same.add(key);
        } else {
            otherwise.put(key, reason(values, other, differing));
        }
    }

    private String reason(Object[] values, HeldRow other, List<Integer> differing) {
        String columns = IntStream.of(layout.keyPositions())
                .mapToObj(i -> name(i) + " " + values[i])
                .collect(Collectors.joining(", "));
        String figures = differing.stream()
                .map(i -> name(i) + " " + other.values()[i] + " and not " + values[i])
                .collect(Collectors.joining(", "));
        return "slice " + other.slice() + " holds the same key (" + columns + ") with " + figures;
    }

    private String name(int position) {
        return layout.columns().get(position).name();
    }
}
