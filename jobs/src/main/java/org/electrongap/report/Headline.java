package org.electrongap.report;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** The numbers that a run ends with: what the two largest systems build and generate, their gap, and the share. */
public final class Headline {

    private Headline() {}

    /**
     * The figures, in the order in which they are told; those whose report has no such row are left out.
     *
     * @param rows gives the rows of a report that a condition keeps
     */
    public static List<Manifest.Figure> of(
            BiFunction<String, Predicate<Map<String, Object>>, List<Map<String, Object>>> rows) {
        return List.of();
    }
}
