package org.electrongap.job;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.electrongap.run.Store;

/**
 * Whether compaction or VACUUM could find anything to do in a table, told from its log and its folder without Spark: each
 * takes seconds of planning where there is nothing, and a warehouse has some forty tables of which a night changes ten.
 */
final class Upkeep {

    private static final String LOG = "_delta_log/";

    /** Small files of one slice from which on compaction pays: each time it writes all of them anew. */
    private static final int MANY = 8;

    private static final long SMALL_BYTES = 1L << 28;

    private final Store table;
    private final Optional<LogReplay.Files> files;

    /**
     * @param table the table's folder
     * @param version its newest version
     */
    Upkeep(Store table, long version) {
        this.table = table;
        this.files = Delta.filesAt(table, version);
    }

    /** Whether a slice of the table lies in many small files; also where the log no longer tells. */
    boolean mayCompact() {
        return files.map(known -> known.live().stream()
                        .filter(file -> file.bytes() < SMALL_BYTES)
                        .collect(Collectors.groupingBy(Delta.PartitionedFile::partition, Collectors.counting())))
                .map(Map::values)
                .map(counts -> counts.stream().anyMatch(count -> count >= MANY))
                .orElse(true);
    }

    /**
     * Whether the folder holds a file that VACUUM would remove: none of the newest version's, written before a moment, and
     * not removed from the table since then. Also where the log no longer tells.
     */
    boolean mayVacuum(Instant before) {
        return files.map(known -> holdsOthers(known, before)).orElse(true);
    }

    private boolean holdsOthers(LogReplay.Files known, Instant before) {
        Set<String> kept =
                known.live().stream().map(Delta.PartitionedFile::path).collect(Collectors.toSet());
        known.removed().forEach((path, removed) -> {
            if (!removed.isBefore(before)) {
                kept.add(path);
            }
        });
        return table.pathsWrittenBefore(before).stream()
                .anyMatch(path -> !path.startsWith(LOG) && !kept.contains(path));
    }
}
