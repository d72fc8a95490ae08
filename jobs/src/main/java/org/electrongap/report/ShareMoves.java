package org.electrongap.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What moved the share of the headline between two sets of reports.
 *
 * @param editions each edition that only one of the two knows, with its move of the median share; editions older than the
 *     one with which the other's trail starts are left out, since that one stands for them
 * @param rest the move that no edition explains; empty where there is none
 */
record ShareMoves(List<Changes.Change> editions, Optional<Double> rest) {

    /** Below the last digits of a share nothing moved. */
    private static final double LEAST = 1e-12;

    /** The data sets whose editions are added one at a time. */
    private static final List<String> TAKEN_APART = List.of("datacenter_load/", "published_forecasts/", "demand/");
    /** What else the share reads. */
    private static final List<String> OTHERS = List.of("datacenter_projects/", "annotations/", "preferred_sources/");

    static ShareMoves between(List<Map<String, Object>> before, List<Map<String, Object>> now) {
        ShareTrail earlier = ShareTrail.of(before);
        ShareTrail current = ShareTrail.of(now);
        if (earlier.isEmpty() || current.isEmpty()) {
            return new ShareMoves(List.of(), Optional.empty());
        }
        List<Changes.Change> moves = new ArrayList<>();
        current.newTo(earlier)
                .forEach(row ->
                        move(row, "", row.tables(), current.move(row, earlier)).ifPresent(moves::add));
        earlier.newTo(current)
                .forEach(row ->
                        move(row, row.tables(), "", -earlier.move(row, current)).ifPresent(moves::add));
        double explained = moves.stream().mapToDouble(Changes.Change::change).sum();
        double rest = current.last() - earlier.last() - explained;
        return new ShareMoves(List.copyOf(moves), Optional.of(rest).filter(value -> Math.abs(value) > LEAST));
    }

    /** Whether a slice that changed may stand behind the rest: it is no edition of its own, or no edition moved anything. */
    boolean mayExplainTheRest(String slice) {
        return OTHERS.stream().anyMatch(slice::startsWith) || (editions.isEmpty() && isTakenApart(slice));
    }

    /** Whether the editions of a slice are added one at a time. */
    static boolean isTakenApart(String slice) {
        return TAKEN_APART.stream().anyMatch(slice::startsWith);
    }

    private static Optional<Changes.Change> move(ShareTrail.Step step, String before, String now, double change) {
        return Math.abs(change) > LEAST
                ? Optional.of(new Changes.Change(Changes.Kind.SOURCE, step.label(), before, now, change, "fraction"))
                : Optional.empty();
    }
}
