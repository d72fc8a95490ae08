package org.electrongap.load.record;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * A published value that is known to be wrong, and what is done about it.
 *
 * @param line the line of the corrections file on which it stands
 * @param match texts that a record's columns must have for it to be meant
 * @param column the column that is wrong
 * @param expect the wrong text, as published; once the publisher has changed it the correction fails
 * @param action what is done
 * @param value the right text, for {@link Action#REPLACE}
 * @param reason why, and on whose word
 */
public record Correction(
        long line, Map<String, String> match, String column, String expect, Action action, String value, String reason)
        implements Serializable {

    public Correction {
        match = new TreeMap<>(match);
    }

    /** What is done about a wrong value. */
    public enum Action {
        /** Another text takes its place. */
        REPLACE,
        /** The record is set aside. */
        DROP
    }

    boolean means(RecordDraft draft) {
        return match.entrySet().stream().allMatch(entry -> entry.getValue().equals(blank(draft.text(entry.getKey()))));
    }

    boolean isExpectedIn(RecordDraft draft) {
        return expect.equals(blank(draft.text(column)));
    }

    private static String blank(String text) {
        return text == null ? "" : text.strip();
    }
}
