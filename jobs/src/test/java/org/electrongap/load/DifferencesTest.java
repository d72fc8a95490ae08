package org.electrongap.load;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.SharedSpark;
import org.electrongap.table.ColumnType;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long editions that lie in several files, each of several batches. */
class DifferencesTest {

    private static final TableName DEMAND = TableName.core("demand");
    private static final int HOURS = 30_000;

    @TempDir
    private Path folder;

    private final List<Runnable> afterwards = new ArrayList<>();

    @Test
    void theRevisionsOfStoredEditionsAreThoseOfAJoinOfAllRows() {
        Dataset<Row> older = stored("2025-01", 0, HOURS, lit(0));
        Dataset<Row> newer =
                stored("2025-06", 7, HOURS + 11, when(col("id").mod(500).equalTo(3), lit(.25)));

        List<Row> expected = Revisions.between(DEMAND, older, newer).collectAsList();
        List<Row> found = Revisions.betweenLong(DEMAND, older, newer, 3_000_000, afterwards::add)
                .collectAsList();

        assertThat(changes(expected)).isEqualTo(Map.of("restated", 59L, "removed", 7L, "added", 11L));
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        afterwards.forEach(Runnable::run);
    }

    @Test
    void aBlankCellThatIsFilledIsRestated() {
        Dataset<Row> older = stored("2025-01", 0, HOURS, lit(0));
        Dataset<Row> newer = stored("2025-06", 0, HOURS, lit(0))
                .withColumn("maturity", coalesce(col("maturity"), lit("provisional")));

        List<Row> found = Revisions.betweenLong(DEMAND, older, newer, HOURS, afterwards::add)
                .collectAsList();

        assertThat(found).hasSize(HOURS / 5).allSatisfy(row -> {
            assertThat(row.<String>getAs("column")).isEqualTo("maturity");
            assertThat(row.<String>getAs("text_from")).isNull();
            assertThat(row.<String>getAs("text_to")).isEqualTo("provisional");
        });
    }

    @Test
    void fewRowsPassThatAreInBoth() {
        Differences differences = between(Differences.MOST);
        assertThat(differences.older().count()).as("of the older edition").isBetween(60L, 60L + HOURS / 40);
        assertThat(differences.newer().count()).as("of the newer edition").isBetween(60L, 60L + HOURS / 40);
    }

    @Test
    void editionsThatShareLittleAreComparedAsAWhole() {
        assertThat(between(119).older().count()).isEqualTo(HOURS);
        assertThat(between(120).older().count()).isLessThan(HOURS / 10);
    }

    /** Two editions of which 60 rows differ. */
    private Differences between(long most) {
        return Differences.between(
                edition(stored("2025-01-" + most, 0, HOURS, lit(0))),
                edition(stored(
                        "2025-06-" + most, 0, HOURS, when(col("id").mod(500).equalTo(3), lit(.25)))),
                3,
                most,
                afterwards::add);
    }

    private static LongEdition edition(Dataset<Row> rows) {
        List<String> compared = Revisions.comparedColumns(DEMAND);
        return new LongEdition(rows, compared, compared);
    }

    private static Map<String, Long> changes(List<Row> revisions) {
        Map<String, Long> changes = new TreeMap<>();
        revisions.forEach(row -> changes.merge(row.getAs("change"), 1L, Long::sum));
        return changes;
    }

    /** Hours in three files of a slice, every fifth without a maturity. */
    private Dataset<Row> stored(String edition, long from, long to, Column more) {
        Map<String, Column> cells = Map.of(
                "region", concat(lit("US-"), col("id").mod(37)),
                "period_start",
                        date_add(
                                lit("2020-01-01").cast("date"),
                                col("id").divide(24).cast("int")),
                "period_hour", col("id").mod(24).cast("int"),
                "demand_twh", col("id").mod(91).divide(7).plus(coalesce(more, lit(0))),
                "maturity", when(col("id").mod(5).notEqual(0), lit("final")),
                "edition", lit(edition),
                "slice", lit("hours/demand/" + edition),
                "source_line", col("id"));
        Dataset<Row> rows = Contract.of(DEMAND)
                .conform(SharedSpark.session()
                        .range(from, to)
                        .toDF()
                        .select(Contract.of(DEMAND).columns().stream()
                                .map(column -> cells.getOrDefault(column.name(), same(column))
                                        .as(column.name()))
                                .toArray(Column[]::new)));
        String path = folder.resolve(edition).toString();
        rows.repartition(3).write().partitionBy("slice").parquet(path);
        return SharedSpark.session().read().schema(Contract.of(DEMAND).schema()).parquet(path);
    }

    private static Column same(org.electrongap.table.Column column) {
        return column.type() == ColumnType.DATE
                ? lit("2026-01-01").cast("date")
                : column.type() == ColumnType.DATETIME
                        ? lit("2026-01-01 00:00:00").cast("timestamp")
                        : lit("the same");
    }
}
