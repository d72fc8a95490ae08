package org.electrongap.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.electrongap.run.HeldEdition;
import org.electrongap.run.SliceReceipt;
import org.electrongap.table.TableName;

/**
 * The editions that a table holds, and where. A long slice was counted as it was loaded; only the rows of the others are
 * counted here.
 */
final class SlicedEditions {

    private static final Comparator<String> NONE_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    private final Inputs inputs;
    private final TableName table;

    SlicedEditions(Inputs inputs, TableName table) {
        this.inputs = inputs;
        this.table = table;
    }

    /**
     * An edition of what a source says on one basis.
     *
     * @param source the source
     * @param basis the basis, null where none is given
     * @param published the day from which it is visible, ISO form
     * @param edition the edition
     * @param rows about how many rows it has
     * @param wholeSlices the slices that hold it and nothing else; empty where others are among them
     */
    record Edition(String source, String basis, String published, String edition, long rows, List<String> wholeSlices) {

        boolean follows(Edition other) {
            return source.equals(other.source) && Objects.equals(basis, other.basis);
        }

        /** What is true of its rows in the table alone; of whole slices no row is looked at. */
        Column condition() {
            return wholeSlices.isEmpty()
                    ? col("source")
                            .equalTo(source)
                            .and(col("basis").eqNullSafe(basis))
                            .and(col("edition").equalTo(edition))
                    : col("slice").isin(wholeSlices.toArray());
        }
    }

    private record Held(String slice, HeldEdition edition) {}

    /** The visible editions by source, basis and publication. */
    List<Edition> inOrder() {
        List<Held> held = Stream.concat(counted(), uncounted()).toList();
        Map<String, Long> editionsOfSlice =
                held.stream().collect(Collectors.groupingBy(Held::slice, Collectors.counting()));
        Map<HeldEdition, List<Held>> byEdition = new LinkedHashMap<>();
        held.forEach(one -> byEdition
                .computeIfAbsent(withoutRows(one.edition()), edition -> new ArrayList<>())
                .add(one));
        return byEdition.entrySet().stream()
                .filter(entry -> isVisible(entry.getKey()))
                .map(entry -> edition(entry.getKey(), entry.getValue(), editionsOfSlice))
                .sorted(Comparator.comparing(Edition::source)
                        .thenComparing(Edition::basis, NONE_FIRST)
                        .thenComparing(Edition::published)
                        .thenComparing(Edition::edition))
                .toList();
    }

    private static Edition edition(HeldEdition edition, List<Held> held, Map<String, Long> editionsOfSlice) {
        boolean alone = held.stream().allMatch(one -> editionsOfSlice.get(one.slice()) == 1);
        return new Edition(
                edition.source(),
                edition.basis(),
                edition.published(),
                edition.edition(),
                held.stream().mapToLong(one -> one.edition().rows()).sum(),
                alone ? held.stream().map(Held::slice).toList() : List.of());
    }

    private static HeldEdition withoutRows(HeldEdition edition) {
        return new HeldEdition(edition.source(), edition.basis(), edition.published(), edition.edition(), 0);
    }

    private boolean isVisible(HeldEdition edition) {
        return edition.published() != null
                && !LocalDate.parse(edition.published()).isAfter(inputs.asOf());
    }

    private Stream<Held> counted() {
        return inputs.ledger().slicesOf(table.path()).stream()
                .flatMap(slice -> slice.held().stream().map(edition -> new Held(slice.slice(), edition)));
    }

    private Stream<Held> uncounted() {
        List<SliceReceipt> slices = inputs.ledger().slicesOf(table.path());
        Object[] known = slices.stream()
                .filter(slice -> !slice.held().isEmpty())
                .map(SliceReceipt::slice)
                .toArray();
        if (known.length > 0 && known.length == slices.size()) {
            return Stream.of();
        }
        return inputs
                .table(table)
                .where(not(col("slice").isin(known)))
                .groupBy(
                        col("slice"),
                        col("source"),
                        col("basis"),
                        col("published").cast("string"),
                        col("edition"))
                .count()
                .collectAsList()
                .stream()
                .map(SlicedEditions::held);
    }

    private static Held held(Row row) {
        return new Held(
                row.getString(0),
                new HeldEdition(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5)));
    }
}
