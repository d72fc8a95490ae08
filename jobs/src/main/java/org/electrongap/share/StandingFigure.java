package org.electrongap.share;

import java.util.Comparator;
import java.util.List;

/** Which of the figures of one publisher, edition and year stands for them. */
final class StandingFigure {

    /** Words by which publishers call the scenario that they hold most likely. */
    private static final List<String> CENTRAL =
            List.of("base", "reference", "medium", "median", "central", "trend", "headline");

    /**
     * The publisher's own before ours, sound before unsound, the most direct quantity (TWh, then share, then power), then the
     * publisher's central scenario, then a range, whose middle is meant, then any other scenario.
     */
    private static final Comparator<LoadFigure> ORDER = Comparator.comparing(LoadFigure::isOurs)
            .thenComparing(figure -> !figure.isSound())
            .thenComparing(LoadFigure::quantity)
            .thenComparingInt(StandingFigure::rank)
            .thenComparing(figure -> figure.mid().isEmpty())
            .thenComparing(LoadFigure::scenario)
            .thenComparing(LoadFigure::title);

    private StandingFigure() {}

    /** The figure that stands for the others; there is at least one. */
    static LoadFigure of(List<LoadFigure> figures) {
        return figures.stream().min(ORDER).orElseThrow();
    }

    private static int rank(LoadFigure figure) {
        if (CENTRAL.stream().anyMatch(figure.scenario()::contains)) {
            return 0;
        }
        return figure.low().isPresent() && figure.high().isPresent() ? 1 : 2;
    }
}
