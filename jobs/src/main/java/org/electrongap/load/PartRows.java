package org.electrongap.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Rows of a core table from the sound records of a part, in the form in which Spark computes. One row object serves for all
 * of them, as Spark's own sources do it.
 */
final class PartRows implements Iterator<InternalRow> {

    private final EncodedRecords.Reader records;
    private final long linesBefore;
    private final int[] targets;
    private final int lineTarget;
    private final Choice choice;
    private final Object[] converted;
    private final GenericInternalRow row;
    private boolean ready;

    /** Which records become rows. */
    interface Choice {

        /**
         * @param cells the cells of a record
         */
        boolean takes(Object[] cells);
    }

    /**
     * @param part the part
     * @param rows what is added to each record
     * @param linesBefore what makes a line of the part one of the file
     * @param choice which of its records become rows
     */
    PartRows(CheckedPart part, CoreRows rows, long linesBefore, Choice choice) {
        this.targets = rows.targets();
        this.records = new EncodedRecords.Reader(part.records(), targets.length);
        this.linesBefore = linesBefore;
        this.lineTarget = rows.lineTarget();
        this.choice = choice;
        this.converted = new Object[targets.length];
        this.row = new GenericInternalRow(rows.sameForAll());
    }

    @Override
    public boolean hasNext() {
        while (!ready && records.hasNext()) {
            records.next();
            ready = choice.takes(records.values());
        }
        return ready;
    }

    @Override
    public InternalRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ready = false;
        Object[] values = records.values();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != converted[i]) {
                row.update(targets[i], catalyst(values[i]));
                converted[i] = values[i];
            }
        }
        row.update(lineTarget, records.line() + linesBefore);
        return row;
    }

    /** A value as Spark holds it: days and microseconds since 1970, text in UTF-8. */
    static Object catalyst(Object value) {
        if (value instanceof String text) {
            return UTF8String.fromString(text);
        }
        if (value instanceof LocalDate day) {
            return Math.toIntExact(day.toEpochDay());
        }
        return value instanceof Instant time ? (Object) ChronoUnit.MICROS.between(Instant.EPOCH, time) : value;
    }
}
