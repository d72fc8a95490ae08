package org.electrongap.load.record;

import java.math.BigDecimal;
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

    /** Fewer decimals than these are chance, and not how a publisher or a data set rounds. */
    private static final int FEWEST_DECIMALS = 3;

    private static final BigDecimal HALF = new BigDecimal("0.5");

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

    /**
     * Compares rows with what other slices hold under their keys. Where all figures of the one are rounded to fewer decimals
     * than those of the other, they are the same if they are within that rounding.
     */
    HeldComparison compare(Collection<CheckedRecord> rows, Map<List<Object>, HeldRow> held) {
        if (held.isEmpty()) {
            return this;
        }
        int[] decimals = decimals(rows, held.values());
        for (CheckedRecord row : rows) {
            List<Object> key = layout.keyOf(row.values());
            HeldRow other = held.get(key);
            if (other != null) {
                slices.add(other.slice());
                compare(key, row.values(), other, decimals);
            }
        }
        return this;
    }

    /** To how many decimals each compared column can be compared: those of the coarser of the two. */
    private int[] decimals(Collection<CheckedRecord> rows, Collection<HeldRow> held) {
        return IntStream.of(compared)
                .map(i -> Math.min(
                        rows.stream()
                                .mapToInt(row -> decimals(row.values()[i]))
                                .max()
                                .orElse(0),
                        held.stream()
                                .mapToInt(row -> decimals(row.values()[i]))
                                .max()
                                .orElse(0)))
                .map(coarser -> Math.max(FEWEST_DECIMALS, coarser))
                .toArray();
    }

    private static int decimals(Object value) {
        return value instanceof Double figure
                ? BigDecimal.valueOf(figure).stripTrailingZeros().scale()
                : 0;
    }

    private static boolean isSame(Object one, Object other, int decimals) {
        if (one instanceof Double figure && other instanceof Double held) {
            BigDecimal apart = BigDecimal.valueOf(figure)
                    .subtract(BigDecimal.valueOf(held))
                    .abs();
            return apart.movePointRight(decimals).compareTo(HALF) <= 0;
        }
        return Objects.equals(one, other);
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

    private void compare(List<Object> key, Object[] values, HeldRow other, int[] decimals) {
        List<Integer> differing = IntStream.range(0, compared.length)
                .filter(i -> !isSame(values[compared[i]], other.values()[compared[i]], decimals[i]))
                .mapToObj(i -> compared[i])
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
