package org.electrongap.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.HeldRow;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.table.ColumnType;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** The primary keys of a core table, in records of files and in rows of the table. */
final class TableKeys {

    /** Columns of a key that say of which edition a row is. */
    private static final List<String> OF_EDITION = List.of("source", "basis", "edition");

    /** More values than these make a condition that takes longer than the rows that it leaves out. */
    private static final int MOST_VALUES = 100;

    private final RecordLayout layout;
    private final List<String> key;
    private final List<String> ofEdition;

    TableKeys(TableName table) {
        layout = RecordLayout.of(table);
        key = Contract.of(table).key();
        ofEdition = OF_EDITION.stream().filter(key::contains).toList();
    }

    /** The key of a record. */
    List<Object> of(Object[] values) {
        return layout.keyOf(values);
    }

    /** What of a record's key says of which edition it is. */
    List<Object> edition(CheckedRecord row) {
        return Arrays.asList(ofEdition.stream()
                .map(column -> row.values()[layout.index(column)])
                .toArray());
    }

    /** The same of an edition that is known by name. */
    List<Object> edition(String source, String basis, String edition) {
        Map<String, String> named = new HashMap<>();
        named.put("source", source);
        named.put("basis", basis);
        named.put("edition", edition);
        return Arrays.asList(ofEdition.stream().map(named::get).toArray());
    }

    /** A row of the table, read without Spark or with it. */
    HeldRow row(Map<String, Object> row) {
        return new HeldRow(
                (String) row.get("slice"),
                layout.columns().stream()
                        .map(column -> cell(row.get(column.name()), column.type()))
                        .toArray());
    }

    /** The rows of a table whose keys are among those of the records. */
    List<HeldRow> matching(Dataset<Row> table, Collection<CheckedRecord> records) {
        StructType schema = new StructType(key.stream()
                .map(column -> layout.columns().get(layout.index(column)).field())
                .toArray(StructField[]::new));
        List<Row> sought = records.stream()
                .map(record -> RowFactory.create(of(record.values()).toArray()))
                .toList();
        Dataset<Row> keys = table.sparkSession().createDataFrame(sought, schema);
        return table
                .where(bounds(records))
                .alias("held")
                .join(broadcast(keys.alias("sought")), sameKey("held", "sought"), "left_semi")
                .collectAsList()
                .stream()
                .map(this::row)
                .toList();
    }

    /**
     * How many keys two tables share, by slice of the second.
     *
     * @param bounds those of the first
     */
    Map<String, Long> shared(Dataset<Row> longFile, KeyBounds bounds, Dataset<Row> held) {
        Map<String, Long> shared = new TreeMap<>();
        longFile.alias("file")
                .join(held.where(bounds.condition()).alias("held"), sameKey("file", "held"))
                .groupBy(col("held.slice"))
                .count()
                .collectAsList()
                .forEach(row -> shared.put(row.getString(0), row.getLong(1)));
        return shared;
    }

    /** Keys of rows, and the slice of each. */
    Dataset<Row> withSlices(Dataset<Row> rows) {
        return rows.select(Stream.concat(key.stream(), Stream.of("slice"))
                .distinct()
                .map(functions::col)
                .toArray(Column[]::new));
    }

    private HeldRow row(Row row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        Stream.of(row.schema().fieldNames()).forEach(column -> cells.put(column, row.getAs(column)));
        return row(cells);
    }

    private static Object cell(Object value, ColumnType type) {
        if (value instanceof Number number) {
            return switch (type) {
                case INTEGER -> (Object) number.intValue();
                case LONG -> number.longValue();
                default -> number.doubleValue();
            };
        }
        if (value instanceof Date day) {
            return day.toLocalDate();
        }
        return value instanceof Timestamp time ? time.toInstant() : value;
    }

    private Column sameKey(String left, String right) {
        return key.stream()
                .map(column -> col(left + "." + column).eqNullSafe(col(right + "." + column)))
                .reduce(lit(true), Column::and);
    }

    /** What is true of the table's rows of these keys, in a form by which Delta passes over files. */
    private Column bounds(Collection<CheckedRecord> records) {
        Column bounds = lit(true);
        for (String column : key) {
            Object[] values = records.stream()
                    .map(record -> record.values()[layout.index(column)])
                    .distinct()
                    .toArray();
            boolean full = Stream.of(values).allMatch(Objects::nonNull);
            if (full && values.length <= MOST_VALUES) {
                bounds = bounds.and(col(column).isin(values));
            } else if (full && values[0] instanceof LocalDate) {
                bounds = bounds.and(col(column).between(least(values), greatest(values)));
            }
        }
        return bounds;
    }

    private static LocalDate least(Object[] days) {
        return Stream.of(days)
                .map(LocalDate.class::cast)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private static LocalDate greatest(Object[] days) {
        return Stream.of(days)
                .map(LocalDate.class::cast)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** Between which values the keys of records lie, of which there is one at least. */
    KeyBounds boundsOf(Collection<CheckedRecord> records) {
        return KeyBounds.of(
                key, records.stream().map(record -> of(record.values())).toList());
    }

    /** The same of rows, in one pass. */
    KeyBounds boundsOf(Dataset<Row> rows) {
        Column[] ends = key.stream()
                .flatMap(column -> Stream.of(min(col(column)), max(col(column)), count(col(column))))
                .toArray(Column[]::new);
        Row found = rows.agg(count(lit(1)), ends).first();
        List<Optional<KeyBounds.Span>> spans = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            ColumnType type = layout.columns().get(layout.index(key.get(i))).type();
            boolean full = found.getLong(0) > 0 && found.getLong(3 * i + 3) == found.getLong(0);
            spans.add(
                    full
                            ? Optional.of(new KeyBounds.Span(
                                    cell(found.get(3 * i + 1), type), cell(found.get(3 * i + 2), type)))
                            : Optional.empty());
        }
        return new KeyBounds(key, spans);
    }
}
