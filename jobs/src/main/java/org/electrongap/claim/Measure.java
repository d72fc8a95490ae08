package org.electrongap.claim;

import java.util.Optional;

/** The measures of a power system that the tables hold by region and year, each with the words that name it. */
enum Measure {
    RESERVE_MARGIN("1", "reserve margin", "reserve.?margin|\\bmargin\\b|\\bspare\\b|nameplate.?margin"),
    DATACENTER_LOAD("Wh", "electricity use of data centres", "data.?cent(?:er|re)s?\\b|\\bdatacent"),
    ADDITIONS(
            "W",
            "capacity additions",
            "\\badditions?\\b|\\badd(?:s|ed|ing)?\\b|\\bcapacity.change\\b|\\bnew capacity\\b|\\bdeploy|\\bcommission|\\bgrew by\\b"),
    INSTALLED("W", "installed capacity", "\\binstalled\\b|\\bfleet\\b|\\bcapacity\\b"),
    PEAK("W", "peak demand", "\\bpeak\\b"),
    GENERATION("Wh", "generation", "\\bgenerat(?:es?|ed|ion)\\b|\\bproduc(?:es?|ed|tion)\\b|\\boutput\\b"),
    CONSUMPTION(
            "Wh",
            "electricity demand",
            "\\bconsum|\\bdemand\\b|\\belectricity use\\b|\\bend.use\\b|\\bretail.sales\\b" + "|\\belectricity\\b");

    private final String dimension;
    private final String words;
    private final String pattern;

    Measure(String dimension, String words, String pattern) {
        this.dimension = dimension;
        this.words = words;
        this.pattern = pattern;
    }

    String dimension() {
        return dimension;
    }

    String words() {
        return words;
    }

    /** The first measure, in the order above, that a text names. */
    static Optional<Measure> namedIn(String text) {
        String spaced = text.replace('_', ' ');
        for (Measure measure : values()) {
            if (Words.matches(spaced, measure.pattern)) {
                return Optional.of(measure);
            }
        }
        return Optional.empty();
    }

    boolean isNamedIn(String text) {
        return Words.matches(text.replace('_', ' '), pattern);
    }

    int positionIn(String text) {
        return Words.position(text.replace('_', ' '), pattern);
    }
}
