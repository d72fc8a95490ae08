package org.electrongap.load.record;

/**
 * A row that a slice of a table holds already.
 *
 * @param slice the slice
 * @param values one value a column of the layout, of the types that a cast gives
 */
public record HeldRow(String slice, Object[] values) {}
