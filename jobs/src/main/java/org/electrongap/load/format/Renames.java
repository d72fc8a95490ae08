package org.electrongap.load.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Columns that are known to go by several names, as data: {@code load/renames.json}. */
final class Renames {

    private static final List<Rename> KNOWN = read();

    private Renames() {}

    /** What to do about a missing column, empty when nothing among the unknown ones resembles it. */
    static String hint(String missing, List<String> unknown) {
        return unknown.stream()
                .filter(name -> isSame(name, missing))
                .findFirst()
                .map(name -> between(name, missing)
                        .map(rename -> rename.hint(name, missing))
                        .orElse("The file has '" + name + "': rename it to '" + missing + "'"))
                .orElse("");
    }

    /** The missing column that an unknown one seems to be. */
    static Optional<String> source(String unknown, List<String> missing) {
        return missing.stream().filter(name -> isSame(unknown, name)).findFirst();
    }

    private static boolean isSame(String found, String expected) {
        return between(found, expected).isPresent() || plain(found).equals(plain(expected));
    }

    private static Optional<Rename> between(String found, String expected) {
        return KNOWN.stream().filter(rename -> rename.joins(found, expected)).findFirst();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static List<Rename> read() {
        try (InputStream in = Renames.class.getResourceAsStream("/load/renames.json")) {
            List<Rename> renames = new ArrayList<>();
            for (JsonNode node : new ObjectMapper().readTree(in).path("renames")) {
                renames.add(new Rename(
                        node.path("from").asText(),
                        node.path("to").asText(),
                        node.path("publisher").asText(""),
                        node.path("when").asText(""),
                        node.path("factor").asDouble(1)));
            }
            return renames;
        } catch (IOException e) {
            throw new UncheckedIOException("load/renames.json cannot be read", e);
        }
    }

    /**
     * Two names of one column.
     *
     * @param from the older name
     * @param to the newer name
     * @param publisher who renamed it; empty where people mix the two up
     * @param when from when on the publisher's files have the newer name, in words
     * @param factor by which values under the older name become those under the newer
     */
    private record Rename(String from, String to, String publisher, String when, double factor) {

        boolean joins(String one, String other) {
            return (from.equals(one) && to.equals(other)) || (from.equals(other) && to.equals(one));
        }

        String hint(String found, String missing) {
            if (factor != 1) {
                return "The file has '" + found + "', which is in another unit: convert its values, then rename it to '"
                        + missing + "'";
            }
            String who = publisher.isEmpty()
                    ? ""
                    : " (" + publisher + " renamed '" + from + "' to '" + to + "' " + when + ")";
            return "The file has '" + found + "'" + who + ": rename it to '" + missing
                    + "' in a copy, or describe the columns in a mapping";
        }
    }
}
