package org.electrongap.load.format;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.electrongap.table.TableName;

/**
 * How the columns of a file that has no format of its own become those of a core table.
 *
 * @param name the name of the mapping, which also names the source unless the mapping says otherwise
 * @param table the core table
 * @param source what the column {@code source} says
 * @param encoding how the text is encoded; empty: UTF-8
 * @param separator what stands between fields
 * @param decimal what stands before the decimals of figures
 * @param sheet the sheet of a workbook; empty: the only one that has the columns
 * @param unpivot the columns of the file that become rows; empty: each row is one record
 * @param columns how each column of the table is filled
 * @param aside which rows are not for the table
 * @param ignored columns of the file that are passed over; {@code *} stands for all others
 * @param blanks texts that mean that there is no value
 */
public record Mapping(
        String name,
        TableName table,
        String source,
        Optional<String> encoding,
        char separator,
        DecimalMark decimal,
        Optional<String> sheet,
        Optional<Unpivot> unpivot,
        Map<String, Cell> columns,
        List<Aside> aside,
        List<String> ignored,
        List<String> blanks) {

    public Mapping {
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        aside = List.copyOf(aside);
        ignored = List.copyOf(ignored);
        blanks = List.copyOf(blanks);
    }

    /**
     * How one column of the table is filled.
     *
     * @param from columns of the file; several are joined
     * @param join what stands between several, {@code first} takes the first that is not blank
     * @param constant the same text in every row, where no column is named
     * @param unit the unit of the file's figures, which may stand behind them
     * @param words what each word of the file means, by the word in lower case
     * @param otherwise what any other word means; empty: such a record is quarantined
     * @param reading how the text is read
     */
    record Cell(
            List<String> from,
            String join,
            String constant,
            FigureUnit unit,
            Map<String, String> words,
            Optional<String> otherwise,
            How reading) {}

    /** How a text of the file is read. */
    enum How {
        TEXT,
        /** A number that may have separators between its thousands. */
        NUMBER,
        /** A date that may be partial, as registers write it. */
        PARTIAL_DATE,
        /** A country by its name, or by its code of two or three letters. */
        COUNTRY,
        /** A state of the United States by its name or abbreviation. */
        STATE
    }

    /**
     * Rows that are not for the table, such as zoning ordinances in a register of projects.
     *
     * @param column the column of the file that tells
     * @param pattern what its whole text looks like
     * @param match what a row is that looks so
     * @param rule the name under which rows that are set aside are counted
     */
    record Aside(String column, Pattern pattern, Match match, String rule) {

        /** Whether a row is set aside. */
        boolean applies(CsvRow row) {
            boolean looksSo = pattern.matcher(row.text(column).strip()).matches();
            return looksSo == (match == Match.IS_SET_ASIDE);
        }
    }

    /** What becomes of a row that looks like a pattern. */
    enum Match {
        /** It is not for the table. */
        IS_SET_ASIDE,
        /** It is for the table, and the others are not. */
        IS_READ
    }
}
