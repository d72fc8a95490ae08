package org.electrongap.load.format;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The unit of a column's figures: one for all rows, or that which a column of the file says.
 *
 * @param unit the unit of every row; empty where rows say it
 * @param column the column that says it; empty where all rows have the same
 * @param words what the file's words for units mean, by the word in lower case
 * @param target the unit of the table
 */
record FigureUnit(String unit, String column, Map<String, String> words, String target) {

    FigureUnit {
        words = Map.copyOf(words);
    }

    /** The unit of a row. */
    String of(CsvRow row) {
        String text = row.text(column).strip();
        return column.isEmpty()
                ? unit
                : Optional.ofNullable(words.get(text.toLowerCase(Locale.ROOT))).orElse(text);
    }

    /** The unit as the row itself writes it. */
    String writtenIn(CsvRow row) {
        return column.isEmpty() ? unit : row.text(column).strip();
    }

    /** The power of ten that converts a row's figures to the table's unit; empty where its unit cannot be converted. */
    OptionalInt power(CsvRow row) {
        return Units.power(of(row), target);
    }

    /** How it is described to people; empty where nothing is converted. */
    String described() {
        if (!column.isEmpty()) {
            return ", in the unit that " + column + " says";
        }
        int power = Units.power(unit, target).orElse(0);
        return power == 0 ? "" : ", times 10^" + power;
    }
}
