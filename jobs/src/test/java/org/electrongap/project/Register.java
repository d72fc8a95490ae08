package org.electrongap.project;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.electrongap.SharedSpark;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** Records of core/datacenter_projects for tests: what a test does not say has a plain value. */
final class Register {

    private static final Contract CONTRACT = Contract.of(TableName.core("datacenter_projects"));

    private Register() {}

    /** A record; change it with {@link Entry#with}. */
    static Entry record(String source, String recordId) {
        return new Entry(Map.of())
                .with("source", source)
                .with("record_id", recordId)
                .with("name", recordId)
                .with("record_kind", "load")
                .with("country", "USA")
                .with("stage", "announced")
                .with("power_kind", "facility")
                .edition("2026-01-31");
    }

    static StructType schema() {
        return CONTRACT.schema();
    }

    /** One record, immutable. */
    record Entry(Map<String, Object> values) {

        Entry {
            values = Map.copyOf(values);
        }

        Entry with(String column, Object value) {
            CONTRACT.column(column);
            Map<String, Object> changed = new HashMap<>(values);
            changed.put(column, value);
            return new Entry(changed);
        }

        Entry without(String column) {
            Map<String, Object> changed = new HashMap<>(values);
            changed.remove(column);
            return new Entry(changed);
        }

        Entry at(double latitude, double longitude) {
            return with("latitude", latitude).with("longitude", longitude);
        }

        Entry edition(String day) {
            return with("edition", day)
                    .with("published", Date.valueOf(day))
                    .with("retrieved", Date.valueOf(LocalDate.parse(day)));
        }

        /** What linkage sees of it, without Spark. */
        ProjectRecord linked(LinkageRules rules) {
            return new RecordRows(rules).read(new GenericRowWithSchema(cells(), CONTRACT.schema()));
        }

        Row row() {
            return RowFactory.create(cells());
        }

        private Object[] cells() {
            Map<String, Object> all = new HashMap<>(Map.of(
                    "grade", "secondary",
                    "slice", "test",
                    "source_file", "test.csv",
                    "source_line", 2L,
                    "file_hash", "0",
                    "run_id", "test",
                    "loaded_at", Timestamp.valueOf("2026-11-22 00:00:00")));
            all.putAll(values);
            return CONTRACT.columnNames().stream().map(all::get).toArray();
        }
    }

    static Dataset<Row> of(List<Entry> entries) {
        List<Row> rows = new ArrayList<>();
        entries.forEach(entry -> rows.add(entry.row()));
        return SharedSpark.session().createDataFrame(rows, CONTRACT.schema());
    }

    static Dataset<Row> of(Entry... entries) {
        return of(List.of(entries));
    }
}
