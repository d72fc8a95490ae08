package org.electrongap.report.page;

/**
 * A cell of a table.
 *
 * @param text what it says
 * @param href where its text leads; empty for nowhere
 * @param style style classes
 * @param lang language of the text where it is not the page's; empty else
 */
record Cell(String text, String href, String style, String lang) {

    /** A number that leads to its note. */
    static Cell number(String text, int note) {
        return new Cell(text, "#" + Notes.anchor(note), "number", "");
    }

    /** A number that is its own explanation, such as a count of rows. */
    static Cell count(String text) {
        return new Cell(text, "", "number", "");
    }

    /** Words in the page's language. */
    static Cell text(String text) {
        return new Cell(text, "", "", "");
    }

    /** Words of the reports, which are English. */
    static Cell english(String text) {
        return new Cell(text, "", "", "en");
    }

    /** The same words in a style. */
    Cell styled(String style) {
        return new Cell(text, href, style, lang);
    }

    /** The same words with a link. */
    Cell linked(String href) {
        return new Cell(text, href, style, lang);
    }

    /** No value, because the report has none. */
    static Cell none() {
        return new Cell("–", "", "number", "");
    }

    boolean hasLink() {
        return !href.isEmpty();
    }

    boolean hasLang() {
        return !lang.isEmpty();
    }
}
