package org.electrongap.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
                    files.add(new DataFile(
                            java.net.URI.create(add.get("path").asText()).getPath(),
                            add.get("size").asLong()));
                });
        return files;
    }

    private static JsonNode action(String line, Store table) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the Delta log of " + table.uri() + " is damaged", e);
        }
    }
}
