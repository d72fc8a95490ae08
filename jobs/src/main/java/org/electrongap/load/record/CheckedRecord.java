package org.electrongap.load.record;

/**
 * A record whose every cell was cast without loss.
 *
 * @param line the line on which it starts, from 1
 * @param values one value a column of the layout, null where the cell is blank
 * @param raw the record as the file held it
 */
public record CheckedRecord(long line, Object[] values, RawText raw) {}
