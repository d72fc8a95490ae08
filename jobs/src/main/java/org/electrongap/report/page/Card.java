package org.electrongap.report.page;

/**
 * One number, large.
 *
 * @param label what it is
 * @param value the number with its unit
 * @param detail interval, denominator, year
 * @param note where its definition stands, a link
 * @param style style classes
 */
record Card(String label, String value, String detail, String note, String style) {

    /** The number of its note, which stands beside it on paper. */
    String noteNumber() {
        return Notes.numberOf(note);
    }
}
