package org.electrongap.project;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.electrongap.project.LinkageRules.Limit;

/**
 * Compares the records of each block: all of a small block, in a large one each with the block's first and with a window of
 * those before it (sorted neighbourhood, Hernandez and Stolfo 1995), so that the cost grows with the number of records.
 */
final class BlockPairs implements Iterator<Row> {

    /** Relation of a programme and its member, which are never one. */
    static final String CONTAINS = "contains";
    /** Relation of two records that may be one. */
    static final String SCORED = "scored";

    private final Iterator<Row> sorted;
    private final PairComparison comparison;
    private final int window;
    private final double logFrom;
    private final Deque<Candidate> before = new ArrayDeque<>();
    private final Deque<Row> found = new ArrayDeque<>();
    private String block = "";
    private Candidate first;

    private record Candidate(long number, Compared compared) {

        ProjectRecord record() {
            return compared.record();
        }
    }

    /** Reads rows of {@link BlockRows}, sorted by block, order and number. */
    BlockPairs(Iterator<Row> sorted, PairComparison comparison) {
        this.sorted = sorted;
        this.comparison = comparison;
        this.window = (int) comparison.rules().limit(Limit.BLOCK_WINDOW);
        this.logFrom = comparison.rules().limit(Limit.LOG_FROM);
    }

    static StructType schema() {
        return new StructType()
                .add("a", DataTypes.LongType)
                .add("b", DataTypes.LongType)
                .add("source_a", DataTypes.StringType)
                .add("record_id_a", DataTypes.StringType)
                .add("source_b", DataTypes.StringType)
                .add("record_id_b", DataTypes.StringType)
                .add("relation", DataTypes.StringType)
                .add("hypothesis", DataTypes.StringType)
                .add("score_bits", DataTypes.DoubleType)
                .add("threshold_bits", DataTypes.DoubleType)
                .add("reasons", DataTypes.StringType)
                .add("umbrella", DataTypes.LongType);
    }

    @Override
    public boolean hasNext() {
        while (found.isEmpty() && sorted.hasNext()) {
            compare(sorted.next());
        }
        return !found.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no pair is left");
        }
        return found.remove();
    }

    private void compare(Row row) {
        Candidate candidate = new Candidate(BlockRows.number(row), Compared.of(BlockRows.record(row)));
        if (!block.equals(BlockRows.block(row))) {
            block = BlockRows.block(row);
            before.clear();
            first = candidate;
        }
        others().forEach(other -> pair(other, candidate).ifPresent(found::add));
        before.addLast(candidate);
        if (before.size() > window) {
            before.removeFirst();
        }
    }

    private List<Candidate> others() {
        List<Candidate> others = new ArrayList<>(before);
        if (!before.isEmpty() && before.peekFirst() != first) {
            others.add(first);
        }
        return others;
    }

    private Optional<Row> pair(Candidate one, Candidate other) {
        if (one.number == other.number) {
            return Optional.empty();
        }
        boolean inOrder = one.number < other.number;
        Candidate a = inOrder ? one : other;
        Candidate b = inOrder ? other : one;
        if (contains(a.record(), b.record()) || contains(b.record(), a.record())) {
            return Optional.of(containment(a, b));
        }
        PairScore score = comparison.best(a.compared, b.compared);
        return score.bits() < logFrom ? Optional.empty() : Optional.of(scored(a, b, score));
    }

    private static boolean contains(ProjectRecord programme, ProjectRecord member) {
        return member.programme().isPresent()
                && member.programme().get().equals(programme.id().recordId());
    }

    private Row containment(Candidate a, Candidate b) {
        Candidate umbrella = contains(a.record(), b.record()) ? a : b;
        String reason = umbrella.record().id() + " is the programme that contains the other";
        return row(a, b, CONTAINS, null, reason, umbrella.number);
    }

    private Row scored(Candidate a, Candidate b, PairScore score) {
        return row(a, b, SCORED, score, score.reasons(), null);
    }

    private Row row(Candidate a, Candidate b, String relation, PairScore score, String reasons, Long umbrella) {
        RecordId left = a.record().id();
        RecordId right = b.record().id();
        return RowFactory.create(
                a.number,
                b.number,
                left.source(),
                left.recordId(),
                right.source(),
                right.recordId(),
                relation,
                score == null ? null : score.hypothesis().code(),
                score == null ? null : (Object) score.bits(),
                score == null ? null : (Object) comparison.threshold(score.hypothesis()),
                reasons,
                umbrella);
    }
}
