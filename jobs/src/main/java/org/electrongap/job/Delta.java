package org.electrongap.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.electrongap.run.Store;

/** What a commit of a Delta table says, read from its log without Spark (Delta transaction log protocol, "add" actions). */
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
                    files.add(new DataFile(path(add), add.get("size").asLong()));
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
     * The files that hold a table at a version: what its commits added less what they removed. Nothing when commits up to it
     * have been cleared away after a checkpoint; then Spark must read the table.
     */
    static Optional<List<PartitionedFile>> filesAt(Store table, long version) {
        Map<String, PartitionedFile> files = new LinkedHashMap<>();
        Store log = table.folder("_delta_log");
        for (long commit = 0; commit <= version; commit++) {
            Optional<String> text = log.text(String.format(Locale.ROOT, "%020d.json", commit));
            if (text.isEmpty()) {
                return Optional.empty();
            }
            text.get().lines().map(line -> action(line, table)).forEach(action -> replay(action, files));
        }
        return Optional.of(List.copyOf(files.values()));
    }

    private static void replay(JsonNode action, Map<String, PartitionedFile> files) {
        if (action.has("remove")) {
            files.remove(path(action.get("remove")));
        }
        if (action.has("add")) {
            String path = path(action.get("add"));
            Map<String, String> partition = new LinkedHashMap<>();
            action.get("add")
                    .path("partitionValues")
                    .properties()
                    .forEach(value -> partition.put(
                            value.getKey(),
                            value.getValue().isNull() ? null : value.getValue().asText()));
            files.put(
                    path,
                    new PartitionedFile(path, action.get("add").get("size").asLong(), partition));
        }
    }

    private static String path(JsonNode action) {
        return java.net.URI.create(action.get("path").asText()).getPath();
    }

    private static JsonNode action(String line, Store table) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the Delta log of " + table.uri() + " is damaged", e);
        }
    }
}
