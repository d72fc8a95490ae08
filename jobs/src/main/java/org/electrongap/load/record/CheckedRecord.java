package org.electrongap.load.record;

/**
 * A record whose every cell was cast without loss.
 *
 * @param line the line on which it starts, from 1
 * @param values one value a column of the layout, null where the cell is blank
 * @param part what distinguishes it from others that are added up with it; empty when it is a row by itself
 * @param raw the record as the file held it
 */
public record CheckedRecord(long line, Object[] values, String part, RawText raw) {}
