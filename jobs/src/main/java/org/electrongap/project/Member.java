package org.electrongap.project;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A record as a member of a project.
 *
 * @param number the record's number
 * @param record what linkage saw
 * @param umbrella whether other records name it as their programme
 * @param gradeRank 0 for the best grade
 * @param published when its latest edition came out
 */
record Member(long number, ProjectRecord record, boolean umbrella, int gradeRank, LocalDate published) {

    /** Primary, secondary and derived figures were read or computed from what was read. */
    private static final int LAST_READ_GRADE = 2;

    /**
     * The record that stands for a phase comes first: one with MW before one without, read before recalled, the newest
     * edition, the better grade; the record's identity decides the rest.
     */
    static final Comparator<Member> BEST_FIRST = Comparator.comparing((Member m) -> !m.hasPower())
            .thenComparing(m -> m.gradeRank > LAST_READ_GRADE)
            .thenComparing(Member::published, Comparator.reverseOrder())
            .thenComparingInt(Member::gradeRank)
            .thenComparing(m -> m.record.id().source())
            .thenComparing(m -> m.record.id().recordId());

    boolean hasPower() {
        return record.powerMw().isPresent();
    }

    double powerMw() {
        return record.powerMw().orElse(0);
    }
}
