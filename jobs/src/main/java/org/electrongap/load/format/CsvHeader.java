package org.electrongap.load.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The column names of a CSV file, in the file's order. */
public final class CsvHeader {

    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();

    public CsvHeader(List<String> names) {
        this.names = names.stream().map(String::strip).toList();
        for (int i = 0; i < this.names.size(); i++) {
            positions.putIfAbsent(this.names.get(i), i);
        }
    }

    /** The names, outer blanks removed. */
    public List<String> names() {
        return names;
    }

    /** The position of a column, -1 where the file has none of that name. */
    public int index(String name) {
        return positions.getOrDefault(name, -1);
    }

    /** Whether the file has the column. */
    public boolean has(String name) {
        return positions.containsKey(name);
    }

    /** How many columns the file has. */
    public int size() {
        return names.size();
    }
}
