package org.electrongap.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
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

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

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
        List<JsonNode> actions = actions(table.folder("_delta_log"), version)
                .orElseThrow(() ->
                        new IllegalStateException(table.folder("_delta_log").uri(entry(version))
                                + " is missing, though the ledger names that version. Run the job with --force."));
        List<DataFile> files = new ArrayList<>();
        actions.stream().filter(action -> action.has("add")).forEach(action -> {
            JsonNode add = action.get("add");
            files.add(new DataFile(
                    LogReplay.path(add.get("path").asText()), add.get("size").asLong()));
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
     * it have been cleared away, and no checkpoint of one file that can be read holds what they said; then Spark must read the
     * table.
     *
     * @throws IllegalStateException when one of those commits is empty or no log entry: what it said is lost
     */
    static Optional<LogReplay.Files> filesAt(Store table, long version) {
        Store log = table.folder("_delta_log");
        OptionalLong checkpoint = Checkpoint.newest(log, version);
        Optional<LogReplay> replay =
                checkpoint.isPresent() ? Checkpoint.replay(log, checkpoint.getAsLong()) : Optional.of(new LogReplay());
        for (long commit = checkpoint.orElse(-1) + 1; commit <= version && replay.isPresent(); commit++) {
            LogReplay before = replay.get();
            replay = actions(log, commit).map(actions -> {
                actions.forEach(action -> replay(action, before));
                return before;
            });
        }
        return replay.map(LogReplay::files);
    }

    /**
     * Makes sure that the entry of a commit, where it has not been cleared away, says what the commit did. Delta itself takes
     * an empty one for a commit without changes, and answers with the rows of the version before.
     *
     * @throws IllegalStateException when it is empty or no log entry
     */
    static void requireWhole(Store table, long version) {
        actions(table.folder("_delta_log"), version);
    }

    private static String entry(long version) {
        return String.format(Locale.ROOT, "%020d.json", version);
    }

    /** What a commit says; nothing when its entry has been cleared away. Each commit says something, if only who made it. */
    private static Optional<List<JsonNode>> actions(Store log, long version) {
        String entry = entry(version);
        Optional<List<JsonNode>> actions = log.text(entry)
                .map(text -> text.lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> action(line, log.uri(entry)))
                        .toList());
        if (actions.filter(List::isEmpty).isPresent()) {
            throw damaged(log.uri(entry), "it is empty", null);
        }
        return actions;
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

    private static JsonNode action(String line, String entry) {
        try {
            JsonNode action = JSON.readTree(line);
            if (action.isObject()) {
                return action;
            }
            throw damaged(entry, "it holds a line that is no action", null);
        } catch (JsonProcessingException e) {
            throw damaged(entry, "it is no log entry", e);
        }
    }

    private static IllegalStateException damaged(String entry, String fault, JsonProcessingException cause) {
        return new IllegalStateException(
                entry + " is damaged: " + fault + ". Restore the table's folder from a backup; or remove it and"
                        + " ledger.json, and load everything again.",
                cause);
    }
}
