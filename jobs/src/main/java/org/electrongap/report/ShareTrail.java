package org.electrongap.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The trail of editions of one region, from the rows of the report share_editions.
 *
 * @param steps the steps that have a headline, oldest edition first; the first moved nothing, the trail starts there
 */
record ShareTrail(List<Step> steps) {

    /**
     * The headline with one edition and all before it.
     *
     * @param published the first visible day, ISO form
     * @param publisher who
     * @param edition when, as written
     * @param tables the tables that hold figures of it
     * @param share median share, a fraction
     * @param move what the edition moved it by, a fraction; 0 at the start of the trail
     */
    record Step(String published, String publisher, String edition, String tables, double share, double move) {

        /** The order in which the trail adds editions. */
        private static final Comparator<Step> ORDER = Comparator.comparing(Step::published)
                .thenComparing(Step::publisher)
                .thenComparing(Step::edition);

        static Step of(Map<String, Object> row) {
            return new Step(
                    String.valueOf(row.get("published")),
                    String.valueOf(row.get("publisher")),
                    String.valueOf(row.get("edition")),
                    String.valueOf(row.get("tables")),
                    (Double) row.get("share"),
                    row.get("share_points") instanceof Double points ? points / 100 : 0);
        }

        String label() {
            return publisher + ", edition " + edition;
        }

        boolean isBefore(Step other) {
            return ORDER.compare(this, other) < 0;
        }
    }

    static ShareTrail of(List<Map<String, Object>> rows) {
        return new ShareTrail(rows.stream()
                .filter(row -> row.get("share") != null)
                .sorted(Comparator.comparingLong(row -> ((Number) row.get("step_number")).longValue()))
                .map(Step::of)
                .toList());
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Today's headline, a fraction. */
    double last() {
        return steps.get(steps.size() - 1).share();
    }

    /** The steps whose edition another trail has not, those left out that are older than its start. */
    List<Step> newTo(ShareTrail other) {
        return steps.stream()
                .filter(step ->
                        other.steps.stream().noneMatch(known -> known.label().equals(step.label())))
                .filter(step -> !step.isBefore(other.steps.get(0)))
                .toList();
    }

    /**
     * What a step that another trail has not moved the share by: where this trail starts with it, the way from where the other
     * stood before that edition.
     */
    double move(Step step, ShareTrail other) {
        return step.equals(steps.get(0))
                ? other.steps.stream()
                        .filter(known -> known.isBefore(step))
                        .reduce((older, newer) -> newer)
                        .map(before -> step.share() - before.share())
                        .orElse(0.0)
                : step.move();
    }
}
