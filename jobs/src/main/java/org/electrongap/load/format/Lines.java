package org.electrongap.load.format;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Source;

/** The rows of a file as texts, in their order: those of a CSV text, or those of one sheet of a workbook. */
interface Lines {

    /**
     * Gives every row, empty ones left out.
     *
     * @param rows takes the rows in the order of the file
     * @return how the file ends
     * @throws DamagedFile when the file cannot be read to its end
     */
    End forEach(Consumer<Line> rows);

    /**
     * The rows of a file, whatever holds them.
     *
     * @param encoding how its text is encoded, where it is a text
     * @param separator what stands between the fields of a text
     * @param needed columns by which the sheet of a workbook is found
     * @param sheet the name of the sheet; empty: the only one that has the columns
     */
    static Lines of(Source source, Charset encoding, char separator, List<String> needed, Optional<String> sheet) {
        try {
            return Workbook.isOne(source)
                    ? new SheetLines(source, needed, sheet)
                    : new CsvText(source, encoding, separator);
        } catch (IOException e) {
            throw Text.damaged(e, source, encoding, 0);
        }
    }

    /**
     * One row.
     *
     * @param number the line, or the row of the sheet, on which it starts, from 1
     * @param fields its fields
     */
    record Line(long number, List<String> fields) {}

    /**
     * How a file ends.
     *
     * @param lastLine the line on which its last record starts
     * @param complete whether no digit can be missing behind its last character: a line break, a closing quote, or the end
     *     of a sheet
     */
    record End(long lastLine, boolean complete) {}
}
