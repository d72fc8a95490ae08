package org.electrongap.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** The rows of a Parquet file, read without Spark: for the headline, the page and the terminal. */
public final class ReportRows {

    /** 1970-01-01 counted from the start of the Julian period. */
    private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;

    private ReportRows() {}

    /**
     * The rows that a condition keeps, in the order of the file; each a map from column to String, Long, Double, Boolean,
     * LocalDate, Instant or null.
     *
     * @param file address of the file
     * @param keep the condition
     * @param atMost how many rows to return at most
     */
    public static List<Map<String, Object>> of(
            String file, Configuration configuration, Predicate<Map<String, Object>> keep, long atMost) {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (ParquetReader<Group> reader = ParquetReader.builder(new GroupReadSupport(), new Path(file))
                .withConf(configuration)
                .build()) {
            for (Group group = reader.read(); group != null && rows.size() < atMost; group = reader.read()) {
                Map<String, Object> row = row(group);
                if (keep.test(row)) {
                    rows.add(row);
                }
            }
            return rows;
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(file + " is not there: its report was removed, or never written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read as Parquet", e);
        }
    }

    private static Map<String, Object> row(Group group) {
        Map<String, Object> row = new LinkedHashMap<>();
        List<Type> fields = group.getType().getFields();
        for (int i = 0; i < fields.size(); i++) {
            row.put(
                    fields.get(i).getName(),
                    group.getFieldRepetitionCount(i) == 0
                            ? null
                            : cell(group, i, fields.get(i).asPrimitiveType()));
        }
        return row;
    }

    private static Object cell(Group group, int field, PrimitiveType type) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        return switch (type.getPrimitiveTypeName()) {
            case INT32 ->
                logical instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation
                        ? LocalDate.ofEpochDay(group.getInteger(field, 0))
                        : Long.valueOf(group.getInteger(field, 0));
            case INT64 ->
                logical instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation
                        ? Instant.EPOCH.plusNanos(Math.multiplyExact(group.getLong(field, 0), 1000L))
                        : Long.valueOf(group.getLong(field, 0));
            case INT96 -> instant(group.getInt96(field, 0));
            case DOUBLE -> group.getDouble(field, 0);
            case FLOAT -> (double) group.getFloat(field, 0);
            case BOOLEAN -> group.getBoolean(field, 0);
            default -> group.getBinary(field, 0).toStringUsingUTF8();
        };
    }

    /** Twelve bytes, lowest first: nanoseconds of the day, then the Julian day (Parquet format, INT96 timestamps). */
    private static Instant instant(Binary value) {
        ByteBuffer bytes = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanos = bytes.getLong();
        long day = bytes.getInt() - JULIAN_DAY_OF_EPOCH;
        return Instant.EPOCH.plus(day, ChronoUnit.DAYS).plusNanos(nanos);
    }
}
