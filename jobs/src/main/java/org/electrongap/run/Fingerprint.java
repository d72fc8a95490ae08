package org.electrongap.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the result of a step depends on, by name: slices read, assumptions, settings, code. Two equal fingerprints mean the
 * same result, so the step need not run again.
 *
 * @param parts each dependency's name and its value or hash
 */
public record Fingerprint(SortedMap<String, String> parts) {

    public Fingerprint {
        parts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** The fingerprint of these dependencies. */
    public static Fingerprint of(Map<String, String> parts) {
        return new Fingerprint(new TreeMap<>(parts));
    }

    /** SHA-256 over all parts, in hexadecimal. */
    public String hash() {
        String text = parts.entrySet().stream()
                .map(part -> part.getKey() + '=' + part.getValue() + '\n')
                .collect(Collectors.joining());
        return ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The names of the parts in which the two differ, in order. */
    public SortedMap<String, Change> changesSince(Fingerprint earlier) {
        SortedMap<String, Change> changes = new TreeMap<>();
        Stream.concat(parts.keySet().stream(), earlier.parts.keySet().stream())
                .filter(name -> !Objects.equals(parts.get(name), earlier.parts.get(name)))
                .forEach(name -> changes.put(name, change(earlier.parts.get(name), parts.get(name))));
        return changes;
    }

    private static Change change(String before, String after) {
        if (before == null) {
            return Change.ADDED;
        }
        return after == null ? Change.REMOVED : Change.CHANGED;
    }

    /** How a part of a fingerprint differs from the earlier one. */
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** SHA-256 of some bytes, in hexadecimal. */
    public static String ofBytes(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
