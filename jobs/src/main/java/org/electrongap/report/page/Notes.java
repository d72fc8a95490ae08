package org.electrongap.report.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The notes of a page, numbered in the order of their first use; equal notes are one. */
final class Notes {

    private static final String ANCHOR = "note-";

    private final Map<Note, Integer> numbers = new LinkedHashMap<>();

    /** The number of a note. */
    int number(Note note) {
        return numbers.computeIfAbsent(note, unused -> numbers.size() + 1);
    }

    /** Gives each note with its number, in order. */
    void forEach(BiConsumer<Note, Integer> visitor) {
        numbers.forEach(visitor);
    }

    /** The anchor of a note in the page. */
    static String anchor(int number) {
        return ANCHOR + number;
    }

    /** The number of the note that an address inside the page leads to; empty for another address. */
    static String numberOf(String href) {
        return href.startsWith("#" + ANCHOR) ? href.substring(ANCHOR.length() + 1) : "";
    }
}
