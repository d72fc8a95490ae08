package org.electrongap.load;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.table.ColumnType;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/**
 * What a newer edition of a publisher's figures changed: values restated, records added, records removed.
 *
 * <p>The result follows the contract out/revisions. A record that is only in one of the two gives one row, with its first
 * figure; a record in both gives one row for each column whose value differs. Figures are compared by their exact value.
 */
public final class Revisions {

    /** Columns that say how a figure came to us and not what it is. */
    private static final Set<String> ABOUT_THE_SOURCE = Set.of("edition", "retrieved", "grade");

    /** A task compares the hashes of so many rows of each edition in about 32 MB. */
    private static final long ROWS_OF_A_BUCKET = 1_000_000;

    private static final Set<String> SAME_IN_BOTH = Set.of("source", "basis");

    private Revisions() {}

    /**
     * Compares two editions of one source.
     *
     * @param table the core table of both
     * @param older rows of one edition, in the contract of the table
     * @param newer rows of a later edition, in the contract of the table
     */
    public static Dataset<Row> between(TableName table, Dataset<Row> older, Dataset<Row> newer) {
        return compare(table, keyWithoutEdition(table), older, newer);
    }

    /**
     * The same of editions of what one source says on one basis, so long that joining them costs more than reading them once
     * before, to find the rows that differ.
     *
     * @param table the core table of both
     * @param older rows of one edition, in the contract of the table
     * @param newer rows of a later edition, in the contract of the table
     * @param rows about how many rows the longer of them has
     * @param afterwards takes what is to be done once the result has been used
     */
    public static Dataset<Row> betweenLong(
            TableName table, Dataset<Row> older, Dataset<Row> newer, long rows, Consumer<Runnable> afterwards) {
        Differences differences = Differences.between(
                new LongEdition(older, comparedColumns(table), toldColumns(table)),
                new LongEdition(newer, comparedColumns(table), toldColumns(table)),
                (int) Math.max(1, rows / ROWS_OF_A_BUCKET),
                afterwards);
        return between(table, differences.older(), differences.newer());
    }

    /** The columns that make a row of two editions the same. */
    static List<String> comparedColumns(TableName table) {
        return RecordLayout.of(table).columnNames().stream()
                .filter(column -> !ABOUT_THE_SOURCE.contains(column) && !SAME_IN_BOTH.contains(column))
                .toList();
    }

    /** The columns of which a revision tells. */
    private static List<String> toldColumns(TableName table) {
        return RecordLayout.of(table).columnNames().stream()
                .filter(column -> column.equals("edition") || !ABOUT_THE_SOURCE.contains(column))
                .toList();
    }

    private static List<String> keyWithoutEdition(TableName table) {
        List<String> key = new ArrayList<>(Contract.of(table).key());
        key.remove("edition");
        return key;
    }

    /**
     * Compares a slice before and after a load that replaced it: same editions, other values.
     *
     * @param table the core table of both
     * @param before rows of the slice as they were
     * @param after rows of the slice as they are
     */
    public static Dataset<Row> withinSlice(TableName table, Dataset<Row> before, Dataset<Row> after) {
        return compare(table, Contract.of(table).key(), before, after);
    }

    private static Dataset<Row> compare(TableName table, List<String> key, Dataset<Row> older, Dataset<Row> newer) {
        RecordLayout layout = RecordLayout.of(table);
        List<org.electrongap.table.Column> values = layout.columns().stream()
                .filter(column -> !key.contains(column.name()) && !ABOUT_THE_SOURCE.contains(column.name()))
                .toList();
        Column sameKey = key.stream()
                .map(name -> same(Contract.of(table).column(name)))
                .reduce(Column::and)
                .orElseThrow();
        Dataset<Row> joined = older.alias("o").join(newer.alias("n"), sameKey, "full_outer");
        Dataset<Row> changes = joined.select(
                        either("source").as("source"),
                        either(regionColumn(layout)).as("region"),
                        keyText(key).as("key"),
                        col("o.edition").as("edition_from"),
                        col("n.edition").as("edition_to"),
                        explode(array(candidates(values))).as("change"))
                .where(col("change.kind").isNotNull());
        return Contract.of(TableName.out("revisions"))
                .conform(changes.select(
                        lit(table.path()).as("table"),
                        col("source"),
                        col("region"),
                        col("key"),
                        col("edition_from"),
                        col("edition_to"),
                        col("change.kind").as("change"),
                        col("change.column").as("column"),
                        col("change.unit").as("unit"),
                        col("change.value_from").as("value_from"),
                        col("change.value_to").as("value_to"),
                        col("change.text_from").as("text_from"),
                        col("change.text_to").as("text_to"),
                        col("change.value_to").minus(col("change.value_from")).as("absolute_change"),
                        relativeChange().as("relative_change")));
    }

    /** What may be blank takes Spark two comparisons. */
    private static Column same(org.electrongap.table.Column column) {
        Column older = col("o." + column.name());
        Column newer = col("n." + column.name());
        return column.required() ? older.equalTo(newer) : older.eqNullSafe(newer);
    }

    private static Column relativeChange() {
        Column from = col("change.value_from");
        return when(from.notEqual(0), col("change.value_to").minus(from).divide(abs(from)));
    }

    private static String regionColumn(RecordLayout layout) {
        return layout.has("region") ? "region" : layout.has("country") ? "country" : "source";
    }

    private static Column either(String column) {
        return coalesce(col("n." + column), col("o." + column));
    }

    private static Column keyText(List<String> key) {
        return concat_ws(
                "; ",
                key.stream()
                        .filter(name -> !name.equals("source"))
                        .map(name -> concat_ws("=", lit(name), either(name).cast("string")))
                        .toArray(Column[]::new));
    }

    private static Column[] candidates(List<org.electrongap.table.Column> values) {
        org.electrongap.table.Column figure = values.stream()
                .filter(column -> column.type() == ColumnType.NUMBER)
                .findFirst()
                .orElse(values.get(0));
        return values.stream()
                .map(column -> column.equals(figure)
                        ? candidate(column, presence(column))
                        : candidate(column, restated(column)))
                .toArray(Column[]::new);
    }

    private static Column restated(org.electrongap.table.Column column) {
        Column inBoth = col("o.source").isNotNull().and(col("n.source").isNotNull());
        return when(inBoth.and(not(same(column))), lit("restated"));
    }

    private static Column presence(org.electrongap.table.Column column) {
        return restated(column)
                .when(col("o.source").isNull(), lit("added"))
                .when(col("n.source").isNull(), lit("removed"));
    }

    private static Column candidate(org.electrongap.table.Column column, Column kind) {
        Column from = col("o." + column.name());
        Column to = col("n." + column.name());
        boolean isNumber = column.type() == ColumnType.NUMBER || column.type() == ColumnType.INTEGER;
        Column none = lit(null);
        return struct(
                kind.as("kind"),
                lit(column.name()).as("column"),
                lit(column.unit()).as("unit"),
                (isNumber ? from : none).cast("double").as("value_from"),
                (isNumber ? to : none).cast("double").as("value_to"),
                (isNumber ? none : from).cast("string").as("text_from"),
                (isNumber ? none : to).cast("string").as("text_to"));
    }
}
