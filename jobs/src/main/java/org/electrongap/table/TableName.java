package org.electrongap.table;

import java.util.Locale;

/**
 * The name of a table: its zone and its name in it, written {@code core/capacity}.
 *
 * @param zone the part of the warehouse
 * @param name the table's name in its zone, lower case with underscores
 */
public record TableName(Zone zone, String name) implements Comparable<TableName> {

    public static TableName core(String name) {
        return new TableName(Zone.CORE, name);
    }

    public static TableName out(String name) {
        return new TableName(Zone.OUT, name);
    }

    public static TableName ops(String name) {
        return new TableName(Zone.OPS, name);
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException when the text is not {@code zone/name} with a known zone
     */
    public static TableName parse(String path) {
        String[] parts = path.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("a table is written zone/name, not '" + path + "'");
        }
        return new TableName(Zone.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]);
    }

    /** The folder of the table below the warehouse, which is also its written form. */
    public String path() {
        return zone.folder() + "/" + name;
    }

    @Override
    public int compareTo(TableName other) {
        return path().compareTo(other.path());
    }

    @Override
    public String toString() {
        return path();
    }
}
