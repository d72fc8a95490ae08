package org.electrongap.report.page;

import java.util.List;
import java.util.Optional;
import org.electrongap.report.page.Picture.Key;

/**
 * A chart with its figures as a table, or a table alone.
 *
 * @param id its anchor
 * @param title its heading
 * @param caption what it shows, and what to see in it
 * @param keys what each colour of the chart means
 * @param wide the chart for wide screens and paper, SVG; empty where there is none
 * @param narrow the chart for phones
 * @param table the figures
 * @param display whether the figures are seen at once
 */
record Exhibit(
        String id,
        String title,
        String caption,
        List<Key> keys,
        Optional<String> wide,
        Optional<String> narrow,
        Table table,
        Display display) {

    /** Whether the figures of an exhibit are seen at once or unfolded by the reader. */
    enum Display {
        OPEN,
        FOLDED
    }

    /** A table alone. */
    static Exhibit of(String id, String title, String caption, Table table) {
        return new Exhibit(id, title, caption, List.of(), Optional.empty(), Optional.empty(), table, Display.FOLDED);
    }

    /** A chart and its table; the table alone, seen at once, on a machine that cannot draw. */
    static Exhibit of(String id, String title, String caption, Picture picture, Table table) {
        if (Drawing.obstacle().isPresent()) {
            return of(id, title, caption, table).opened();
        }
        Drawing.Frame frame = new Drawing.Frame(id, title, caption);
        return new Exhibit(
                id,
                title,
                caption,
                picture.keys(),
                Optional.of(picture.svg(frame, Size.WIDE)),
                Optional.of(picture.svg(frame, Size.NARROW)),
                table,
                Display.FOLDED);
    }

    /** The same, its figures seen at once. */
    Exhibit opened() {
        return new Exhibit(id, title, caption, keys, wide, narrow, table, Display.OPEN);
    }

    boolean isOpen() {
        return display == Display.OPEN;
    }

    boolean isChart() {
        return wide.isPresent();
    }
}
