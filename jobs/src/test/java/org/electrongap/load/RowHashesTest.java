package org.electrongap.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.electrongap.SharedSpark;
import org.electrongap.table.Column;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hashes by which the rows of long editions are compared. */
class RowHashesTest {

    private static final TableName DEMAND = TableName.core("demand");
    private static final List<String> TEXTS = List.of(
            "", "USA", "C\u00f4te d'Ivoire", "\u4e2d\u56fd", "\ud83d\udd0c", "a longer text, of more than 32 bytes");
    private static final List<Double> NUMBERS =
            List.of(0., 1., -2.2e-16, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN, Double.NEGATIVE_INFINITY, 4.1e3);

    @TempDir
    private Path folder;

    private final Random random = new Random(7);

    @ParameterizedTest
    @ValueSource(strings = {"capacity", "generation", "demand"})
    void rowsThatAreReadFromFilesHashAsRowsInMemoryDo(String table) {
        TableName name = TableName.core(table);
        StructType schema = Contract.of(name).schema();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            rows.add(row(Contract.of(name).columns()));
        }
        Dataset<Row> inMemory = SharedSpark.session().createDataFrame(rows, schema);
        String files = folder.resolve(table).toString();
        inMemory.write().parquet(files);
        Dataset<Row> read = SharedSpark.session().read().schema(schema).parquet(files);

        assertThat(read.queryExecution().sparkPlan().supportsColumnar())
                .as("whether Spark reads the files in batches")
                .isTrue();
        assertThat(hashes(name, read)).hasSizeGreaterThan(4900).isEqualTo(hashes(name, inMemory));
    }

    @Test
    void eachComparedCellMakesADifferenceAndNoOtherDoes() {
        List<Column> columns = Contract.of(DEMAND).columns();
        List<String> compared = Revisions.comparedColumns(DEMAND);
        Row row = row(columns);
        for (int i = 0; i < columns.size(); i++) {
            Object[] cells = IntStream.range(0, row.size()).mapToObj(row::get).toArray();
            cells[i] = cells[i] == null ? other(columns.get(i)) : null;
            assertThat(hashes(DEMAND, rows(row)).equals(hashes(DEMAND, rows(RowFactory.create(cells)))))
                    .as("as before with another %s", columns.get(i).name())
                    .isEqualTo(!compared.contains(columns.get(i).name()));
        }
    }

    @Test
    void aTextIsToldFromTheSameTextInAnotherColumn() {
        Object[] one = new Object[Contract.of(DEMAND).columns().size()];
        Object[] other = one.clone();
        one[Contract.of(DEMAND).columnNames().indexOf("region")] = "USA";
        other[Contract.of(DEMAND).columnNames().indexOf("period_length")] = "USA";
        assertThat(hashes(DEMAND, rows(RowFactory.create(one))))
                .isNotEqualTo(hashes(DEMAND, rows(RowFactory.create(other))));
    }

    @Test
    void bothZerosAreOneNumber() {
        Object[] one = new Object[Contract.of(DEMAND).columns().size()];
        Object[] other = one.clone();
        one[Contract.of(DEMAND).columnNames().indexOf("demand_twh")] = 0.;
        other[Contract.of(DEMAND).columnNames().indexOf("demand_twh")] = -0.;
        assertThat(hashes(DEMAND, rows(RowFactory.create(one))))
                .isEqualTo(hashes(DEMAND, rows(RowFactory.create(other))));
    }

    private static Dataset<Row> rows(Row row) {
        return SharedSpark.session()
                .createDataFrame(List.of(row), Contract.of(DEMAND).schema());
    }

    /** Each hash, and how often. */
    private static TreeMap<Long, Integer> hashes(TableName table, Dataset<Row> rows) {
        TreeMap<Long, Integer> counts = new TreeMap<>();
        new LongEdition(rows, Revisions.comparedColumns(table), Revisions.comparedColumns(table))
                .hashes(3)
                .values()
                .collect()
                .forEach(bytes -> {
                    var hashes = java.nio.ByteBuffer.wrap(bytes).asLongBuffer();
                    while (hashes.hasRemaining()) {
                        counts.merge(hashes.get(), 1, Integer::sum);
                    }
                });
        return counts;
    }

    private Row row(List<Column> columns) {
        return RowFactory.create(columns.stream()
                .map(column -> random.nextInt(5) == 0 ? null : other(column))
                .toArray());
    }

    private Object other(Column column) {
        return switch (column.type()) {
            case STRING -> TEXTS.get(random.nextInt(TEXTS.size())) + random.nextInt(40);
            case NUMBER -> random.nextInt(3) == 0 ? NUMBERS.get(random.nextInt(NUMBERS.size())) : random.nextDouble();
            case INTEGER -> random.nextInt();
            case LONG -> random.nextLong();
            case BOOLEAN -> random.nextBoolean();
            case DATE -> Date.valueOf(LocalDate.ofEpochDay(random.nextInt(40_000) - 10_000));
            case DATETIME -> java.sql.Timestamp.from(java.time.Instant.ofEpochMilli(random.nextInt()));
        };
    }
}
