package org.electrongap.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.electrongap.SharedSpark;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.table.Column;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;

/** The hash of a record and that of its row. */
class RowHashesTest {

    private static final TableName DEMAND = TableName.core("demand");
    private static final RecordLayout LAYOUT = RecordLayout.of(DEMAND);
    private static final List<String> TEXTS = List.of(
            "",
            "USA",
            "C\u00f4te d'Ivoire",
            "\u4e2d\u56fd",
            "demand_at_the_grid",
            "\ud83d\udd0c",
            "a longer text, of more than 32 bytes");
    private static final List<Double> NUMBERS = List.of(
            0., -0., 1., -2.2e-16, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN, Double.NEGATIVE_INFINITY, 4.1e3);

    private final Random random = new Random(7);

    @Test
    void aRecordHashesAsItsRowDoes() {
        List<Object[]> records = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            records.add(record());
        }
        RowHashes hashes = RowHashes.of(DEMAND);
        assertThat(records.stream().map(hashes::of).toList()).isEqualTo(bySpark(records));
    }

    @Test
    void aBlankCellIsToldFromTheSameCellElsewhere() {
        RowHashes hashes = RowHashes.of(DEMAND);
        Object[] one = new Object[LAYOUT.size()];
        Object[] other = new Object[LAYOUT.size()];
        one[LAYOUT.index("region")] = "USA";
        other[LAYOUT.index("period_length")] = "USA";
        assertThat(hashes.of(one)).isNotEqualTo(hashes.of(other));
    }

    private Object[] record() {
        return LAYOUT.columns().stream()
                .map(column -> random.nextInt(5) == 0 ? null : cell(column))
                .toArray();
    }

    private Object cell(Column column) {
        return switch (column.type()) {
            case STRING -> TEXTS.get(random.nextInt(TEXTS.size()));
            case NUMBER -> NUMBERS.get(random.nextInt(NUMBERS.size()));
            case INTEGER -> random.nextInt();
            case LONG -> random.nextLong();
            case BOOLEAN -> random.nextBoolean();
            case DATE -> LocalDate.ofEpochDay(random.nextInt(40_000) - 10_000);
            case DATETIME -> java.time.Instant.ofEpochMilli(random.nextInt());
        };
    }

    private static List<Long> bySpark(List<Object[]> records) {
        StructType schema = new StructType();
        for (Column column : LAYOUT.columns()) {
            schema = schema.add(column.name(), column.type().sparkType());
        }
        List<Row> rows = records.stream().map(RowHashesTest::row).toList();
        return SharedSpark.session()
                .createDataFrame(rows, schema)
                .select(RowHashes.column(Revisions.comparedColumns(DEMAND)))
                .collectAsList()
                .stream()
                .map(row -> row.getLong(0))
                .toList();
    }

    private static Row row(Object[] cells) {
        Object[] row = cells.clone();
        for (int i = 0; i < row.length; i++) {
            row[i] = row[i] instanceof LocalDate day ? Date.valueOf(day) : row[i];
        }
        return RowFactory.create(row);
    }
}
