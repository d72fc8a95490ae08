package org.electrongap.report.page;

/**
 * A cell of a table.
 *
 * @param text what it says
 * @param href where its text leads; empty for nowhere
 * @param style style classes
 * @param lang language of the text where it is not the page's; empty else
 * @param label heading of its column, which stands before it where a phone shows a row as a card
 */
record Cell(String text, String href, String style, String lang, String label) {

    /** A number that leads to its note. */
    static Cell number(String text, int note) {
        return new Cell(text, "#" + Notes.anchor(note), "number", "", "");
    }

    /** A number that is its own explanation, such as a count of rows. */
    static Cell count(String text) {
        return new Cell(text, "", "number", "", "");
    }

    /** Words in the page's language. */
    static Cell text(String text) {
        return new Cell(text, "", "", "", "");
    }

    /** Words of the reports, which are English. */
    static Cell english(String text) {
        return new Cell(text, "", "", "en", "");
    }

    /** The same words in a style. */
    Cell styled(String style) {
        return new Cell(text, href, style, lang, label);
    }

    /** The same words under the heading of a column. */
    Cell under(String label) {
        return new Cell(text, href, style, lang, label);
    }

    /** The same words with a link. */
    Cell linked(String href) {
        return new Cell(text, href, style, lang, label);
    }

    /** No value, because the report has none. */
    static Cell none() {
        return new Cell("–", "", "number", "", "");
    }

    boolean hasLink() {
        return !href.isEmpty();
    }

    /** The number of the note that the text leads to, which stands beside it on paper. */
    String note() {
        return Notes.numberOf(href);
    }

    boolean hasLang() {
        return !lang.isEmpty();
    }
}
