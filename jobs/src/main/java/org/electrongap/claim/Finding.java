package org.electrongap.claim;

import java.util.List;

/**
 * What the tables give for a claim, under one definition.
 *
 * @param difference in which one respect it differs from what the claim asks
 * @param value value or range in the claim's unit
 * @param definition what was taken and how it was computed
 * @param family findings of one family are definitions of one thing: between them lies its range
 * @param figures the figures used
 */
record Finding(Difference difference, Span value, String definition, String family, List<Figure> figures) {

    /** In which respect a finding answers another question than the claim's. */
    enum Difference {
        NONE(""),
        BASIS("another basis"),
        SCOPE("another scope"),
        YEAR("another year"),
        SOURCE("another source"),
        RATIO("another ratio"),
        /** The claim against the arithmetic of its own article: no evidence about the world. */
        OWN_ARITHMETIC("the article's own numbers"),
        /** Another claim of the article about the very same thing: no evidence about the world either. */
        OWN_REPETITION("another claim of the article");

        private final String words;

        Difference(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        boolean isOfArticle() {
            return this == OWN_ARITHMETIC || this == OWN_REPETITION;
        }
    }

    Finding {
        figures = List.copyOf(figures);
    }

    boolean isDirect() {
        return difference == Difference.NONE;
    }
}
