package org.electrongap.load;

import java.io.Serializable;

/**
 * A stretch of a large text file that begins and ends between two records.
 *
 * @param index its number among the parts, from 0
 * @param from its first byte
 * @param to the byte behind its last
 * @param firstLine the line on which it begins, from 1
 */
record FilePart(int index, long from, long to, long firstLine) implements Serializable {

    /** Large enough to cost little, small enough that the records of a part fit the memory of a task many times. */
    static final long BYTES = 8L << 20;
}
