package org.electrongap.load.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.electrongap.table.TableName;

/**
 * How one publisher lays out a CSV file, and what each of its rows means. Has no state: rows can be given in any order and
 * from several threads.
 */
interface CsvLayout {

    /** The name by which a data package or {@code --format} chooses it. */
    String formatName();

    /** The core table that its records are for. */
    TableName table();

    /** What the column {@code source} says where the data package does not. */
    String source();

    /** The columns that must be there. */
    List<String> needed();

    /** Whether records are made of the column. */
    default boolean reads(String column) {
        return needed().contains(column);
    }

    /** Whether a column that is not needed is known to be there at times, and may be passed over. */
    boolean mayHave(String column);

    /**
     * Whether a file with this header and first row is of this layout; the header has all needed columns.
     */
    default boolean recognises(CsvRow first) {
        return true;
    }

    /** The encoding of the publisher's files. */
    default Charset encoding() {
        return StandardCharsets.UTF_8;
    }

    /** What a user does with a column of the file that the layout does not know. */
    default String unread() {
        return HeaderRules.NAME_THE_LAYOUT;
    }

    /** Which part of an edition a file holds by its name, beside its period; empty where the name does not tell. */
    default String part(String fileName) {
        return "";
    }

    /** Whether an edition is issued period by period, so that the days of its rows tell its files apart. */
    default boolean isIssuedInPeriods() {
        return false;
    }

    /** The day that a row is for, where an edition is issued period by period. */
    default Optional<LocalDate> day(CsvRow row) {
        return Optional.empty();
    }

    /** How each column of the table is filled, one line each; empty where the layout itself says it. */
    default List<String> understanding() {
        return List.of();
    }

    /** Whether each row means something by itself; not so where rows are parts of sums or are judged together. */
    default boolean isDivisible() {
        return true;
    }

    /** What stands between two fields. */
    default char separator() {
        return ',';
    }

    /** The sheet of a workbook that holds the rows; empty: the only one that has the needed columns. */
    default Optional<String> sheet() {
        return Optional.empty();
    }

    /** What takes the rows of one file. */
    Rows rows(Records records);

    /** Takes the rows of one file in its order. */
    interface Rows {

        void take(CsvRow row);

        /** Tells that there are no more rows. */
        default void end() {}
    }
}
