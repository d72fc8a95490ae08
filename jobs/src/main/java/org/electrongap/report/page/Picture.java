package org.electrongap.report.page;

import java.util.List;

/** A chart that can be drawn in several sizes. */
interface Picture {

    /** What each ink means, for the legend. */
    List<Key> keys();

    /** The chart as SVG that stands in HTML. */
    String svg(Drawing.Frame frame, Size size);

    /**
     * A line of the legend.
     *
     * @param text what it is
     * @param ink the ink that shows it
     * @param shape line, dashed, band or point
     */
    record Key(String text, Ink ink, String shape) {
        String style() {
            return "key-" + shape + " fill-" + ink.cssName() + " stroke-" + ink.cssName();
        }

        boolean isLine() {
            return shape.equals("line") || shape.equals("dashed");
        }
    }
}
