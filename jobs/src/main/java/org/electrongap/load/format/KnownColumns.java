package org.electrongap.load.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The columns that each publisher's files are known to have, as data: {@code load/known-columns.json}. */
final class KnownColumns {

    private static final Map<String, Set<String>> BY_FORMAT = read();

    private KnownColumns() {}

    /** Whether files of the format are known to have the column. */
    static boolean has(String format, String column) {
        return BY_FORMAT.getOrDefault(format, Set.of()).contains(column);
    }

    private static Map<String, Set<String>> read() {
        try (InputStream in = KnownColumns.class.getResourceAsStream("/load/known-columns.json")) {
            Map<String, Set<String>> known = new HashMap<>();
            JsonNode root = new ObjectMapper().readTree(in);
            root.properties().forEach(format -> {
                Set<String> columns = new HashSet<>();
                format.getValue().forEach(column -> columns.add(column.asText().strip()));
                known.put(format.getKey(), columns);
            });
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException("load/known-columns.json cannot be read", e);
        }
    }
}
