package org.electrongap.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Proof that a slice was loaded.
 *
 * @param table the core table, {@code core/capacity}
 * @param slice what the load replaced
 * @param dataset the data set
 * @param resource its resource
 * @param part what it holds of an edition that is issued in several parts; empty where that is all of it
 * @param file the file's name as given
 * @param fileHash SHA-256 of the file
 * @param rulesHash hash of what else decides its rows: mapping and corrections
 * @param editions the distinct days on which rows of the slice become visible, ascending, ISO form
 * @param held the editions that it holds; empty where they were not counted
 * @param read records read
 * @param accepted records accepted
 * @param quarantined records quarantined
 * @param duplicates exact duplicates
 * @param setAside records set aside, by rule
 * @param freshnessDays how old its newest edition may be before it counts as stale; 0 where nothing is said
 * @param runId the run that loaded it
 * @param loadedAt when, ISO form
 * @param source what the user or the data package says that its source is; blank: as the format or its rows say; null in
 *     receipts of a build that did not note it
 * @param leansOn slices of the table that held keys of the file, so that its records of them were left out; for each the
 *     content that it had
 */
public record SliceReceipt(
        String table,
        String slice,
        String dataset,
        String resource,
        String part,
        String file,
        String fileHash,
        String rulesHash,
        List<String> editions,
        List<HeldEdition> held,
        long read,
        long accepted,
        long quarantined,
        long duplicates,
        Map<String, Long> setAside,
        int freshnessDays,
        String runId,
        String loadedAt,
        String source,
        Map<String, String> leansOn) {

    public SliceReceipt {
        // Receipts of builds that did not write these.
        part = part == null ? "" : part;
        held = held == null ? List.of() : List.copyOf(held);
        leansOn = leansOn == null ? Map.of() : new TreeMap<>(leansOn);
    }

    /**
     * What decides which keys the slice holds: its file, the rules by which that was read, and the files and rules of the slices
     * that held keys of it. What these in turn left out does not count, so that two slices that hold keys of each other come
     * to rest.
     */
    public String content() {
        return content(fileHash, rulesHash, leansOn);
    }

    /** The same of a slice that is not loaded yet. */
    public static String content(String fileHash, String rulesHash, Map<String, String> leansOn) {
        String own = fileHash + " " + rulesHash;
        return leansOn.isEmpty()
                ? own
                : own + " " + Fingerprint.of(filesAndRules(leansOn)).hash();
    }

    private static Map<String, String> filesAndRules(Map<String, String> leansOn) {
        Map<String, String> own = new TreeMap<>();
        leansOn.forEach((slice, content) -> own.put(slice, content.replaceFirst("^([^ ]* [^ ]*) .*", "$1")));
        return own;
    }

    /** What its rows depend on, for those who read them. */
    public String rowsDependOn() {
        return fileHash + rulesHash + (leansOn.isEmpty() ? "" : leansOn.toString());
    }

    /** The newest edition of the slice that is visible on that day. */
    public Optional<LocalDate> newestVisible(LocalDate asOf) {
        return editions.stream()
                .map(LocalDate::parse)
                .filter(edition -> !edition.isAfter(asOf))
                .max(LocalDate::compareTo);
    }
}
