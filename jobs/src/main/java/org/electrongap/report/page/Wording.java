package org.electrongap.report.page;

import java.text.NumberFormat;
import java.util.OptionalDouble;

/**
 * How a page in one language says things: its texts, its numbers, its notes.
 *
 * @param texts the texts
 * @param numbers the form of numbers
 * @param notes the notes so far
 */
record Wording(Texts texts, Numbers numbers, Notes notes) {

    /** The wording of a language, without notes yet. */
    static Wording of(Language language) {
        return new Wording(new Texts(language), new Numbers(language.locale()), new Notes());
    }

    String text(String key, String... arguments) {
        return texts.of(key, arguments);
    }

    /** A number that leads to its note; a dash where there is none. */
    Cell cell(OptionalDouble value, String unit, Note note) {
        return value.isPresent()
                ? Cell.number(numbers.bare(value.getAsDouble(), unit), notes.number(note))
                : Cell.none();
    }

    /** A box that says which report is not there. */
    Section absent(String id, String report) {
        return Section.absent(id, text(id + ".title"), text("absent", report));
    }

    /** A number, large, with its note. */
    Card card(String label, String value, String detail, Note note, String style) {
        return new Card(label, value, detail, "#" + Notes.anchor(notes.number(note)), style);
    }

    /** The reasons of the reports in this language. */
    Reasons reasons() {
        return new Reasons(texts);
    }

    /** How an axis of plain numbers is written. */
    NumberFormat axis() {
        return NumberFormat.getNumberInstance(texts.language().locale());
    }

    /** How an axis of fractions is written. */
    NumberFormat percentAxis() {
        return NumberFormat.getPercentInstance(texts.language().locale());
    }
}
