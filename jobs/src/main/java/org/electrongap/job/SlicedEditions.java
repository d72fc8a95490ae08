package org.electrongap.job;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.electrongap.run.HeldEdition;
import org.electrongap.run.SliceReceipt;
import org.electrongap.table.TableName;

/**
 * The editions that a table holds, and where. Their receipts name the editions of most slices; only the rows of the others
 * are counted here.
 */
final class SlicedEditions {

    private static final Comparator<String> NONE_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    private static final Comparator<History> BY_NAME = Comparator.comparing(History::source)
            .thenComparing(History::basis, NONE_FIRST)
            .thenComparing(History::resource)
            .thenComparing(History::part);

    /** How a part ends that is a period: its first day, or its first and its last. */
    private static final Pattern PERIOD = Pattern.compile("/?\\d{4}-\\d{2}-\\d{2}([.][.]\\d{4}-\\d{2}-\\d{2})?$");

    private final Inputs inputs;
    private final TableName table;

    SlicedEditions(Inputs inputs, TableName table) {
        this.inputs = inputs;
        this.table = table;
    }

    /**
     * What a publisher issues anew from time to time: only editions of it can be compared as wholes. Another resource, or
     * another part of an edition, may cover other regions and periods.
     *
     * @param source the source
     * @param basis the basis, null where none is given
     * @param resource the data set and its resource
     * @param part the part of an edition that is issued in several, without its period; empty where it is not
     */
    record History(String source, String basis, String resource, String part) {

        /** Whether both tell of the same things, though not of all the same regions and periods. */
        boolean overlaps(History other) {
            return isOfTheSame(other) && !resource.equals(other.resource);
        }

        private boolean isOfTheSame(History other) {
            return source.equals(other.source) && Objects.equals(basis, other.basis);
        }
    }

    /**
     * An edition of a history.
     *
     * @param history the history; where slices of several hold each other's records, the first of them
     * @param published the day from which all of it is visible
     * @param edition the edition
     * @param rows about how many rows it has
     * @param slices the slices that hold it
     * @param wholeSlices these, where they are known to hold nothing else; empty where others may be among them
     * @param files which of the files that make up a whole edition are there: their resources, and their parts
     */
    record Edition(
            History history,
            LocalDate published,
            String edition,
            long rows,
            List<String> slices,
            List<String> wholeSlices,
            Set<String> files) {

        /** What is true of its rows alone among those of its slices; nothing where these hold nothing else. */
        Optional<Column> condition() {
            return wholeSlices.isEmpty()
                    ? Optional.of(col("source")
                            .equalTo(history.source)
                            .and(col("basis").eqNullSafe(history.basis))
                            .and(col("edition").equalTo(edition)))
                    : Optional.empty();
        }
    }

    private record Held(SliceReceipt receipt, HeldEdition edition) {

        History history() {
            return new History(
                    edition.source(),
                    edition.basis(),
                    receipt.dataset() + "/" + receipt.resource(),
                    PERIOD.matcher(receipt.part()).replaceFirst(""));
        }

        String slice() {
            return receipt.slice();
        }

        /** Whether the receipt tells of all rows; where the rows were counted, only the visible ones were. */
        boolean isNamed() {
            return !receipt.held().isEmpty();
        }

        LocalDate published() {
            return LocalDate.parse(edition.published());
        }
    }

    /** The visible editions of each history, in the order of their publication. */
    List<List<Edition>> histories() {
        List<Held> all = Stream.concat(named(), counted()).toList();
        Map<String, Long> editionsOfSlice =
                all.stream().collect(Collectors.groupingBy(Held::slice, Collectors.counting()));
        List<Held> held = all.stream().filter(this::isVisible).toList();
        Map<History, History> first = firstOfJoined(held);
        Map<History, List<Held>> byHistory = held.stream()
                .collect(Collectors.groupingBy(
                        one -> first.get(one.history()), () -> new TreeMap<>(BY_NAME), Collectors.toList()));
        return byHistory.entrySet().stream()
                .map(history -> editions(history.getKey(), history.getValue(), editionsOfSlice))
                .toList();
    }

    /**
     * A slice leaves out the records that another holds already. The histories of both are one then: what is missing in the
     * one stands in the other.
     */
    private static Map<History, History> firstOfJoined(List<Held> held) {
        Map<History, History> first = new HashMap<>();
        held.forEach(one -> first.put(one.history(), one.history()));
        for (Held leaning : held) {
            held.stream()
                    .filter(lender -> leaning.receipt().leansOn().containsKey(lender.slice())
                            && lender.history().isOfTheSame(leaning.history()))
                    .forEach(lender -> join(first, leaning.history(), lender.history()));
        }
        return first;
    }

    private static void join(Map<History, History> first, History one, History other) {
        History left = first.get(one);
        History right = first.get(other);
        History least = BY_NAME.compare(left, right) <= 0 ? left : right;
        first.replaceAll((history, before) -> before.equals(left) || before.equals(right) ? least : before);
    }

    private static List<Edition> editions(History history, List<Held> held, Map<String, Long> editionsOfSlice) {
        Collection<List<Held>> byEdition = held.stream()
                .collect(Collectors.groupingBy(one -> one.edition().edition()))
                .values();
        return byEdition.stream()
                .map(one -> edition(history, one, editionsOfSlice))
                .sorted(Comparator.comparing(Edition::published).thenComparing(Edition::edition))
                .toList();
    }

    private static Edition edition(History history, List<Held> held, Map<String, Long> editionsOfSlice) {
        boolean alone = held.stream().allMatch(one -> one.isNamed() && editionsOfSlice.get(one.slice()) == 1);
        List<String> slices = held.stream().map(Held::slice).distinct().toList();
        return new Edition(
                history,
                held.stream()
                        .map(Held::published)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                held.get(0).edition().edition(),
                held.stream().mapToLong(one -> one.edition().rows()).sum(),
                slices,
                alone ? slices : List.of(),
                held.stream()
                        .map(one ->
                                one.history().resource() + "/" + one.receipt().part())
                        .collect(Collectors.toSet()));
    }

    private boolean isVisible(Held held) {
        return held.edition().published() != null && !held.published().isAfter(inputs.asOf());
    }

    private Stream<Held> named() {
        return inputs.ledger().slicesOf(table.path()).stream()
                .flatMap(slice -> slice.held().stream().map(edition -> new Held(slice, edition)));
    }

    private Stream<Held> counted() {
        Map<String, SliceReceipt> unnamed = inputs.ledger().slicesOf(table.path()).stream()
                .filter(slice -> slice.held().isEmpty() && slice.accepted() > 0)
                .collect(Collectors.toMap(SliceReceipt::slice, Function.identity()));
        if (unnamed.isEmpty()) {
            return Stream.of();
        }
        List<Held> held = new ArrayList<>();
        inputs.table(table)
                .where(col("slice").isin(unnamed.keySet().toArray()))
                .groupBy(
                        col("slice"),
                        col("source"),
                        col("basis"),
                        col("published").cast("string"),
                        col("edition"))
                .count()
                .collectAsList()
                .forEach(row -> held.add(new Held(unnamed.get(row.getString(0)), edition(row))));
        return held.stream();
    }

    private static HeldEdition edition(Row row) {
        return new HeldEdition(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5));
    }
}
