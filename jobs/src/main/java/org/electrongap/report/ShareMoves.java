package org.electrongap.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What moved the share of the headline between two sets of reports.
 *
 * @param editions each edition that only one of the two knows, with its move of the median share
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
        Map<String, Map<String, Object>> earlier = byEdition(before);
        Map<String, Map<String, Object>> current = byEdition(now);
        if (earlier.isEmpty() || current.isEmpty()) {
            return new ShareMoves(List.of(), Optional.empty());
        }
        List<Changes.Change> moves = new ArrayList<>();
        current.forEach((edition, row) -> {
            if (!earlier.containsKey(edition)) {
                move(edition, "", text(row), points(row)).ifPresent(moves::add);
            }
        });
        earlier.forEach((edition, row) -> {
            if (!current.containsKey(edition)) {
                move(edition, text(row), "", -points(row)).ifPresent(moves::add);
            }
        });
        double explained = moves.stream().mapToDouble(Changes.Change::change).sum();
        double rest = last(now) - last(before) - explained;
        return new ShareMoves(List.copyOf(moves), Optional.of(rest).filter(value -> Math.abs(value) > LEAST));
    }

    /** Whether a slice that changed may stand behind the rest: it is no edition of its own, or its edition was replaced. */
    boolean mayExplainTheRest(String slice) {
        return OTHERS.stream().anyMatch(slice::startsWith)
                || (editions.isEmpty() && TAKEN_APART.stream().anyMatch(slice::startsWith));
    }

    private static Optional<Changes.Change> move(String edition, String before, String now, double change) {
        return Math.abs(change) > LEAST
                ? Optional.of(new Changes.Change(Changes.Kind.SOURCE, edition, before, now, change, "fraction"))
                : Optional.empty();
    }

    private static Map<String, Map<String, Object>> byEdition(List<Map<String, Object>> rows) {
        Map<String, Map<String, Object>> editions = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.get("share") != null)
                .forEach(row -> editions.put(row.get("publisher") + ", edition " + row.get("edition"), row));
        return editions;
    }

    /** The move of a row; that with which the trail starts moved nothing. */
    private static double points(Map<String, Object> row) {
        return row.get("share_points") instanceof Double points ? points / 100 : 0;
    }

    private static String text(Map<String, Object> row) {
        return String.valueOf(row.get("tables"));
    }

    private static double last(List<Map<String, Object>> rows) {
        return rows.stream()
                .filter(row -> row.get("share") != null)
                .max(java.util.Comparator.comparingLong(row -> ((Number) row.get("step_number")).longValue()))
                .map(row -> (Double) row.get("share"))
                .orElseThrow();
    }
}
