package org.electrongap.load.format;

import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Fault;

/** Tells whether a file was cut in its last row. */
final class LastRow {

    private LastRow() {}

    /**
     * Refuses a file whose last row shows a cut: fields are missing, or no line break follows a number, which may have lost
     * digits. A row that was corrected shows none: somebody has looked at it.
     *
     * @throws DamagedFile when the file was cut
     */
    static void check(CsvRow row, Lines.End end, boolean lastIsNumber, Origin origin) {
        boolean mayBeCut =
                origin.end() == Origin.End.OF_THE_FILE && row.published().isEmpty();
        if (mayBeCut && isCut(row, end, lastIsNumber)) {
            throw new DamagedFile(fault(row));
        }
    }

    private static boolean isCut(CsvRow row, Lines.End end, boolean lastIsNumber) {
        int fields = row.fields().length;
        int expected = row.header().size();
        boolean openNumber = !end.complete()
                && lastIsNumber
                && fields == expected
                && !row.text(fields - 1).isBlank();
        return fields < expected || openNumber;
    }

    private static Fault fault(CsvRow row) {
        boolean complete = row.fields().length == row.header().size();
        return new Fault(
                "truncated",
                "line " + row.line() + ", the last record",
                complete
                        ? "no line break follows its last number '" + row.text(row.fields().length - 1) + "'"
                        : "it has " + row.fields().length + " of "
                                + row.header().size() + " fields",
                "the file was probably cut there, and what came after is lost",
                complete
                        ? "Fetch the file again; if it is complete, add a line break at its end"
                        : "Fetch the file again; if it is complete, fill in the missing fields");
    }
}
