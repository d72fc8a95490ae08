package org.electrongap.load.record;

/** A record on its way from a publisher's layout to the contract: one text a column, null where nothing was set. */
public final class RecordDraft {

    private final RecordLayout layout;
    private final long line;
    private final String[] cells;
    private final RawText raw;
    private String part = "";
    private String mark = "";

    RecordDraft(RecordLayout layout, long line, RawText raw) {
        this.layout = layout;
        this.line = line;
        this.cells = new String[layout.size()];
        this.raw = raw;
    }

    /**
     * Sets one cell.
     *
     * @throws IllegalArgumentException when the layout has no such column
     */
    public RecordDraft with(String column, String text) {
        cells[layout.index(column)] = text;
        return this;
    }

    /** Sets the cell at a position of the layout. */
    public RecordDraft with(int index, String text) {
        cells[index] = text;
        return this;
    }

    /**
     * Makes the record a part of a row: parts that share the key are added up, and differ in the name of the part.
     *
     * @param name what distinguishes the part, such as on-grid or off-grid
     */
    public RecordDraft asPart(String name) {
        part = name;
        return this;
    }

    /** What distinguishes the record from others that are added up with it; empty when it is a row by itself. */
    String part() {
        return part;
    }

    /**
     * Marks the record by what its publisher says of it; marked records are loaded, and counted by mark.
     *
     * @param name what is said, such as estimated by the publisher
     */
    public RecordDraft marked(String name) {
        mark = name;
        return this;
    }

    /** What the publisher says of the record; empty when nothing. */
    String mark() {
        return mark;
    }

    /** The text of a column, null where nothing was set. */
    public String text(String column) {
        return cells[layout.index(column)];
    }

    /** The line on which the record starts. */
    public long line() {
        return line;
    }

    /** The record as the file held it. */
    public RawText raw() {
        return raw;
    }

    String[] cells() {
        return cells;
    }
}
