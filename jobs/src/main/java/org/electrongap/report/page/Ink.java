package org.electrongap.report.page;

import java.awt.Color;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a colour of a chart stands for. The chart is drawn in the colours below, which only tell inks apart; the SVG carries a
 * style class in place of each, and the style sheet gives it a colour for light, dark and paper.
 */
enum Ink {
    TEXT,
    GRID,
    USA,
    CHN,
    USA_OTHER,
    CHN_OTHER,
    CAPACITY,
    GENERATION,
    DEMAND,
    BAND_CHN,
    BAND_95,
    BAND_80,
    BAND_50,
    MEDIAN,
    THRESHOLD,
    PUBLISHED,
    GROSS,
    UNIQUE,
    EXPECTED,
    GOOD,
    MIDDLING,
    BAD,
    UNKNOWN;

    private static final Map<String, Ink> BY_SVG_COLOR =
            Arrays.stream(values()).collect(Collectors.toMap(Ink::svgColor, Function.identity()));

    /** The colour that stands for the ink while drawing. */
    Color color() {
        return new Color(40 + ordinal(), 90, 140);
    }

    /** The style class of what is filled or written with it. */
    String fillStyle() {
        return "fill-" + cssName();
    }

    /** The style class of what is drawn with it. */
    String strokeStyle() {
        return "stroke-" + cssName();
    }

    String cssName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The ink that a colour of an SVG stands for. */
    static Optional<Ink> of(String svgColor) {
        return Optional.ofNullable(BY_SVG_COLOR.get(svgColor.replace(" ", "")));
    }

    private String svgColor() {
        Color color = color();
        return "rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")";
    }
}
