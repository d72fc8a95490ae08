package org.electrongap.load.record;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * A published value that is known to be wrong, and what is done about it.
 *
 * @param line the line of the corrections file on which it stands
 * @param names whose columns it names
 * @param match texts that a record's columns must have for it to be meant; {@link #LINE} is the line of the file
 * @param column the column that is wrong, {@link #WHOLE} for the record as it stands in the file
 * @param expect the wrong text, as published; once the publisher has changed it the correction fails
 * @param action what is done
 * @param value the right text, for {@link Action#REPLACE}
 * @param reason why, and on whose word
 */
public record Correction(
        long line,
        Names names,
        Map<String, String> match,
        String column,
        String expect,
        Action action,
        String value,
        String reason)
        implements Serializable {

    /** In a match: the line of the file on which the record starts. */
    public static final String LINE = "line";

    /** In a match: the file's edition, also where no column holds it. */
    public static final String EDITION = "edition";

    /** As a column: the whole record, as the quarantine shows it. */
    public static final String WHOLE = "*";

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

    /** Whose columns a correction names. */
    public enum Names {
        /** The table's: the record is corrected as the layout understood it. */
        TABLE,
        /** The file's own: the row is corrected before a layout reads it. */
        FILE
    }

    /** Whether the record on that line is meant, as far as the line tells. */
    public boolean meansLine(long lineOfFile) {
        return !match.containsKey(LINE) || match.get(LINE).equals(Long.toString(lineOfFile));
    }

    /** Whether a text is the one that is to be corrected. */
    public boolean isExpected(String text) {
        boolean droppedWhole = action == Action.DROP && column.equals(WHOLE) && expect.isEmpty();
        return droppedWhole || expect.equals(plain(text));
    }

    /** Why a correction whose value is no longer the expected one cannot be applied. */
    public Fault outdated(long lineOfText, String text) {
        return new Fault(
                "correction",
                "line " + lineOfText,
                (column.equals(WHOLE) ? "the record" : column) + " is '" + text + "', and the correction on line "
                        + line + " of the corrections expects '" + expect + "'",
                "the publisher has changed the value, and the correction (" + reason + ") may be wrong now",
                "Look at the new value, then remove the correction or write what it expects; where several records"
                        + " match, tell them apart by line=N or by another column in match");
    }

    boolean means(RecordDraft draft, long lineOfFile) {
        return meansLine(lineOfFile)
                && match.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(LINE))
                        .allMatch(entry -> entry.getValue().equals(plain(draft.text(entry.getKey()))));
    }

    boolean isExpectedIn(RecordDraft draft) {
        String text = textIn(draft);
        return isExpected(text) || isSameFigure(expect, plain(text));
    }

    String textIn(RecordDraft draft) {
        return column.equals(WHOLE) ? draft.raw().text() : draft.text(column);
    }

    /** A layout that converts units may write 5 as 5.000. */
    private static boolean isSameFigure(String one, String other) {
        return Cast.NUMBER.matcher(one).matches()
                && Cast.NUMBER.matcher(other).matches()
                && new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    }

    private static String plain(String text) {
        return text == null ? "" : text.strip();
    }
}
