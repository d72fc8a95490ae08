package org.electrongap.job;

import java.time.Instant;
import java.util.List;
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

    private final Store table;
    private final Optional<List<Delta.PartitionedFile>> live;

    /**
     * @param table the table's folder
     * @param version its newest version
     */
    Upkeep(Store table, long version) {
        this.table = table;
        this.live = Delta.filesAt(table, version);
    }

    /** Whether a slice of the table lies in several files; also where the log no longer tells. */
    boolean mayCompact() {
        return live.map(files -> files.stream()
                        .collect(Collectors.groupingBy(Delta.PartitionedFile::partition, Collectors.counting())))
                .map(Map::values)
                .map(counts -> counts.stream().anyMatch(count -> count > 1))
                .orElse(true);
    }

    /**
     * Whether the folder holds a file that is none of the newest version's and was written before a moment; also where the
     * log no longer tells. A file that was removed from the table before then was written before then too.
     */
    boolean mayVacuum(Instant before) {
        return live.map(files -> files.stream().map(Delta.PartitionedFile::path).collect(Collectors.toSet()))
                .map(paths -> holdsOthers(paths, before))
                .orElse(true);
    }

    private boolean holdsOthers(Set<String> paths, Instant before) {
        return table.pathsWrittenBefore(before).stream()
                .anyMatch(path -> !path.startsWith(LOG) && !paths.contains(path));
    }
}
