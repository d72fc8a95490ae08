package org.electrongap.report.page;

/** How large a chart is drawn, in CSS pixels: letters of twelve pixels stay legible on both. */
enum Size {
    WIDE(720, 340),
    NARROW(360, 300);

    private final int width;
    private final int height;

    Size(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The style class that shows it on its screens only. */
    String style() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
