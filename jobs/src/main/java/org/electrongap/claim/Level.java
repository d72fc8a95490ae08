package org.electrongap.claim;

import java.util.List;
import java.util.stream.Stream;

/**
 * A measure of a region in a year under one definition.
 *
 * @param measure what is measured
 * @param basis what is counted
 * @param scope scope of a data-centre load; {@code all} elsewhere
 * @param region region code
 * @param year calendar year
 * @param value value or range in the base unit
 * @param dimension base unit: {@code W}, {@code Wh} or {@code 1}
 * @param publisher who made the figures
 * @param definition what was taken, in words
 * @param figures the figures used
 */
record Level(
        Measure measure,
        Basis basis,
        String scope,
        String region,
        int year,
        Span value,
        String dimension,
        String publisher,
        String definition,
        List<Figure> figures) {

    Level {
        figures = List.copyOf(figures);
    }

    /** Value and definition, for a comparison: where the definition does not begin with the value. */
    String inWords() {
        String value = valueText();
        return definition.startsWith(value) ? definition : value + ", " + definition;
    }

    private String valueText() {
        Unit readable = Unit.parse(
                switch (dimension) {
                    case "W" -> "GW";
                    case "Wh" -> "TWh";
                    default -> "fraction";
                });
        return Numbers.text(readable.convert(value, unit()), readable);
    }

    Unit unit() {
        return new Unit(dimension, 1, dimension);
    }

    boolean samePublisher(Level other) {
        return publisher.equals(other.publisher);
    }

    static List<Figure> join(Level a, Level b) {
        return Stream.concat(a.figures.stream(), b.figures.stream()).distinct().toList();
    }
}
