package org.electrongap.share;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * One publication of one publisher.
 *
 * @param published the first day on which it is visible
 * @param publisher who
 * @param edition when, as written
 */
record Edition(LocalDate published, String publisher, String edition) implements Comparable<Edition> {

    private static final Comparator<Edition> ORDER = Comparator.comparing(Edition::published)
            .thenComparing(Edition::publisher)
            .thenComparing(Edition::edition);

    static Edition of(LoadFigure figure) {
        return new Edition(figure.published(), figure.publisher(), figure.edition());
    }

    static Edition of(DemandFigure figure) {
        return new Edition(figure.published(), figure.source(), figure.edition());
    }

    /** Publisher and edition, for people. */
    String label() {
        return publisher + ", edition " + edition;
    }

    @Override
    public int compareTo(Edition other) {
        return ORDER.compare(this, other);
    }
}
