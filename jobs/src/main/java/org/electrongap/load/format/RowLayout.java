package org.electrongap.load.format;

/** A layout of which each row is read by itself. */
interface RowLayout extends CsvLayout {

    /** Gives the records of one row. */
    void give(CsvRow row, Records records);

    @Override
    default Rows rows(Records records) {
        return row -> give(row, records);
    }
}
