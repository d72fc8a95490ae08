package org.electrongap.load.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rules that look at the sorted records of a file as a whole. */
public final class FileRules {

    private FileRules() {}

    /**
     * All faults of a file: those that its reader told, and those that show in the counts. What only follows from a wrong
     * header is not told again.
     *
     * @param told faults that the reader told
     * @param counts how the records were sorted
     * @param quarantined quarantined records, of which the first few are shown
     */
    public static List<Fault> faults(List<Fault> told, RecordCounts counts, List<QuarantinedRecord> quarantined) {
        List<Fault> faults = new ArrayList<>(told);
        boolean soundHeader = told.stream().noneMatch(fault -> fault.rule().equals("header"));
        if (soundHeader && counts.quarantinedShare() > Sorting.QUARANTINE_LIMIT) {
            faults.add(tooManyQuarantined(counts, quarantined));
        }
        if (counts.read() == 0 && faults.isEmpty()) {
            faults.add(new Fault(
                    "empty",
                    "the whole file",
                    "it has no record",
                    "an empty file would wipe out what is loaded",
                    "Fetch the file again"));
        }
        return faults;
    }

    private static Fault tooManyQuarantined(RecordCounts counts, List<QuarantinedRecord> quarantined) {
        String examples = quarantined.stream()
                .limit(5)
                .map(record -> "line " + record.line() + " (" + record.rule() + "): " + record.reason())
                .collect(Collectors.joining("; "));
        return new Fault(
                "too_many_quarantined",
                "the whole file",
                String.format(
                        Locale.ROOT,
                        "%d of %d records (%.1f %%) broke a rule %s, for example %s",
                        counts.quarantined(),
                        counts.read() - counts.setAside(),
                        100 * counts.quarantinedShare(),
                        counts.quarantinedByRule(),
                        examples),
                "more than " + Math.round(100 * Sorting.QUARANTINE_LIMIT)
                        + " % points to a file that is not what the data set says, such as another unit or layout",
                "Compare its columns and units with the schema in datapackage.json, or look at it with --check");
    }
}
