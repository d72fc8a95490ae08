package org.electrongap.load.record;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the records of a file were sorted. Holds the record law: read = accepted + quarantined + exact duplicates + set aside.
 *
 * @param read records that the reader met
 * @param accepted records that became rows
 * @param quarantinedByRule records that broke a rule, counted under the first rule that each broke
 * @param exactDuplicates records that repeat an accepted one in key and values
 * @param setAsideByRule records that are not meant for the table: blank, aggregate, outside the data set
 */
public record RecordCounts(
        long read,
        long accepted,
        SortedMap<String, Long> quarantinedByRule,
        long exactDuplicates,
        SortedMap<String, Long> setAsideByRule) {

    /**
     * @throws IllegalStateException when the record law does not hold, which is a fault of this program
     */
    public RecordCounts {
        quarantinedByRule = Collections.unmodifiableSortedMap(new TreeMap<>(quarantinedByRule));
        setAsideByRule = Collections.unmodifiableSortedMap(new TreeMap<>(setAsideByRule));
        long sorted = accepted + sum(quarantinedByRule) + exactDuplicates + sum(setAsideByRule);
        if (read != sorted) {
            throw new IllegalStateException("the record law does not hold: " + read + " records read, but " + accepted
                    + " accepted + " + sum(quarantinedByRule) + " quarantined + " + exactDuplicates
                    + " exact duplicates + " + sum(setAsideByRule) + " set aside = " + sorted);
        }
    }

    /** Counts of a file without records. */
    public static RecordCounts none() {
        return new RecordCounts(0, 0, new TreeMap<>(), 0, new TreeMap<>());
    }

    /** Quarantined records of all rules. */
    public long quarantined() {
        return sum(quarantinedByRule);
    }

    /** Records set aside by all rules. */
    public long setAside() {
        return sum(setAsideByRule);
    }

    /**
     * Quarantined records as a fraction of those that were meant for the table (read without set aside); 0 where there are
     * none.
     */
    public double quarantinedShare() {
        long meant = read - setAside();
        return meant == 0 ? 0 : (double) quarantined() / meant;
    }

    /** One line for people: the five counts, the rules by name. */
    public String text() {
        return "read " + read + " = accepted " + accepted + " + quarantined " + quarantined() + named(quarantinedByRule)
                + " + exact duplicates " + exactDuplicates + " + set aside " + setAside() + named(setAsideByRule);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String named(Map<String, Long> counts) {
        return counts.isEmpty() ? "" : " " + counts;
    }
}
