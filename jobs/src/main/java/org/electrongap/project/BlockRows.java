package org.electrongap.project;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A record once for each of its blocks, parsed, in the form in which Spark sorts and ships it.
 *
 * @param rules what words mean and how blocks are cut
 */
record BlockRows(LinkageRules rules) implements Serializable {

    static final String BLOCK = "block";
    static final String ORDER = "order";
    static final String NUMBER = LatestRecords.NUMBER;
    /** Block of a programme and its members; the programme itself comes first in it. */
    private static final String PROGRAMME_BLOCK = "programme|";

    private static final ArrayType TEXTS = DataTypes.createArrayType(DataTypes.StringType);

    static StructType schema() {
        StructType schema = new StructType();
        for (String name : List.of(
                BLOCK, ORDER, "source", "record_id", "programme", "country", "utility", "county", "power_kind")) {
            schema = schema.add(name, DataTypes.StringType);
        }
        for (String name :
                List.of("developers", "tenants", "words", "buildings", "parties", "subdivisions", "places")) {
            schema = schema.add(name, TEXTS);
        }
        for (String name : List.of("latitude", "longitude", "power_mw")) {
            schema = schema.add(name, DataTypes.DoubleType);
        }
        DataType day = DataTypes.LongType;
        return schema.add("announced_first", day).add("announced_last", day).add(NUMBER, DataTypes.LongType);
    }

    /** The rows of a record of {@link LatestRecords}, one a block. */
    Iterator<Row> of(Row latest) {
        ProjectRecord record = new RecordRows(rules).read(latest);
        BlockKeys keys = new BlockKeys(rules);
        String order = keys.order(record);
        List<Row> rows = new ArrayList<>();
        keys.of(record).forEach(key -> rows.add(row(key, order, record)));
        rows.add(row(PROGRAMME_BLOCK + record.id().recordId(), "", record));
        record.programme().ifPresent(programme -> rows.add(row(PROGRAMME_BLOCK + programme, order, record)));
        return rows.iterator();
    }

    private static Row row(String block, String order, ProjectRecord r) {
        return RowFactory.create(
                block,
                order,
                r.id().source(),
                r.id().recordId(),
                r.programme().orElse(null),
                r.country(),
                r.utility(),
                r.county(),
                r.powerKind(),
                sorted(r.developers()),
                sorted(r.tenants()),
                sorted(r.name().words()),
                sorted(r.name().buildings()),
                sorted(r.name().parties()),
                sorted(r.subdivisions()),
                sorted(r.places()),
                r.point().map(GeoPoint::latitude).orElse(null),
                r.point().map(GeoPoint::longitude).orElse(null),
                r.powerMw().isPresent() ? (Object) r.powerMw().getAsDouble() : null,
                r.announced().map(span -> span.first().toEpochDay()).orElse(null),
                r.announced().map(span -> span.last().toEpochDay()).orElse(null),
                r.id().number());
    }

    /** The record that a row of {@link #of} holds. */
    static ProjectRecord record(Row row) {
        return new ProjectRecord(
                new RecordId(row.getAs("source"), row.getAs("record_id")),
                Optional.ofNullable(row.getAs("programme")),
                row.getAs("country"),
                set(row, "developers"),
                set(row, "tenants"),
                new ProjectName(set(row, "words"), set(row, "buildings"), set(row, "parties")),
                row.getAs("utility"),
                set(row, "subdivisions"),
                row.getAs("county"),
                set(row, "places"),
                point(row.getAs("latitude"), row.getAs("longitude")),
                row.getAs("power_kind"),
                RecordRows.number(row, "power_mw"),
                span(row.getAs("announced_first"), row.getAs("announced_last")));
    }

    private static Optional<GeoPoint> point(Double latitude, Double longitude) {
        return latitude == null ? Optional.empty() : Optional.of(new GeoPoint(latitude, longitude));
    }

    private static Optional<DateSpan> span(Long first, Long last) {
        return first == null
                ? Optional.empty()
                : Optional.of(new DateSpan(LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last)));
    }

    private static Set<String> set(Row row, String column) {
        return new HashSet<>(row.<String>getList(row.fieldIndex(column)));
    }

    private static String[] sorted(Collection<String> texts) {
        return texts.stream().sorted().toArray(String[]::new);
    }
}
