package org.electrongap.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.electrongap.run.Store;

/** What a commit of a Delta table says, read from its log without Spark (Delta transaction log protocol, "add" and "remove" actions). */
final class Delta {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Delta() {}

    /**
     * A data file that a commit added.
     *
     * @param path its path relative to the table
     * @param bytes its size
     */
    record DataFile(String path, long bytes) {}

    /** The files that a commit added; after a commit that replaced a whole table these are all its files. */
    static List<DataFile> filesAddedBy(Store table, long version) {
        String name = String.format(Locale.ROOT, "%020d.json", version);
        String log = table.folder("_delta_log")
                .text(name)
                .orElseThrow(() -> new IllegalStateException(table.uri("_delta_log/" + name)
                        + " is missing, though the ledger names that version. Run the job with --force."));
        List<DataFile> files = new ArrayList<>();
        log.lines()
                .map(line -> action(line, table))
                .filter(action -> action.has("add"))
                .forEach(action -> {
                    JsonNode add = action.get("add");
                    files.add(new DataFile(
                            LogReplay.path(add.get("path").asText()),
                            add.get("size").asLong()));
                });
        return files;
    }

    /**
     * A data file of a table.
     *
     * @param path its path relative to the table
     * @param bytes its size
     * @param partition the values of the partition columns, which the file itself does not hold
     */
    record PartitionedFile(String path, long bytes, Map<String, String> partition) {}

    /**
     * The files of a table at a version, from its newest checkpoint before and the commits since. Nothing when commits up to
     * it have been cleared away, and no checkpoint of one file holds what they said; then Spark must read the table.
     */
    static Optional<LogReplay.Files> filesAt(Store table, long version) {
        LogReplay replay = new LogReplay();
        Store log = table.folder("_delta_log");
        OptionalLong checkpoint = Checkpoint.newest(log, version);
        checkpoint.ifPresent(held -> Checkpoint.replay(log, held, replay));
        for (long commit = checkpoint.orElse(-1) + 1; commit <= version; commit++) {
            Optional<String> text = log.text(String.format(Locale.ROOT, "%020d.json", commit));
            if (text.isEmpty()) {
                return Optional.empty();
            }
            text.get().lines().map(line -> action(line, table)).forEach(action -> replay(action, replay));
        }
        return Optional.of(replay.files());
    }

    private static void replay(JsonNode action, LogReplay replay) {
        if (action.has("remove")) {
            JsonNode remove = action.get("remove");
            replay.remove(
                    remove.get("path").asText(),
                    Instant.ofEpochMilli(remove.path("deletionTimestamp").asLong()));
        }
        if (action.has("add")) {
            JsonNode add = action.get("add");
            Map<String, String> partition = new LinkedHashMap<>();
            add.path("partitionValues")
                    .properties()
                    .forEach(value -> partition.put(
                            value.getKey(),
                            value.getValue().isNull() ? null : value.getValue().asText()));
            replay.add(add.get("path").asText(), add.get("size").asLong(), partition);
        }
    }

    private static JsonNode action(String line, Store table) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the Delta log of " + table.uri() + " is damaged", e);
        }
    }
}
