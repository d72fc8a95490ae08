package org.electrongap.job;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.electrongap.job.Delta.PartitionedFile;

/** Gathers what a table's log says, action by action, into the table's files at a version. */
final class LogReplay {

    private final Map<String, PartitionedFile> live = new LinkedHashMap<>();
    private final Map<String, Instant> removed = new LinkedHashMap<>();

    /**
     * A file was added.
     *
     * @param uri its path as the log has it, a relative URI
     */
    void add(String uri, long bytes, Map<String, String> partition) {
        String path = path(uri);
        live.put(path, new PartitionedFile(path, bytes, partition));
        removed.remove(path);
    }

    /**
     * A file was removed.
     *
     * @param uri its path as the log has it, a relative URI
     */
    void remove(String uri, Instant when) {
        String path = path(uri);
        live.remove(path);
        removed.put(path, when);
    }

    /** What all of it comes to. */
    Files files() {
        return new Files(List.copyOf(live.values()), Map.copyOf(removed));
    }

    /**
     * The files of a table at a version.
     *
     * @param live those that hold it
     * @param removed paths of files that held it before, and when they were removed, as far as the log still tells
     */
    record Files(List<PartitionedFile> live, Map<String, Instant> removed) {}

    /** The path, relative to the table, of a file that the log names. */
    static String path(String uri) {
        return URI.create(uri).getPath();
    }
}
