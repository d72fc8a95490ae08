package org.electrongap.project;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** Rows in the order of an out table's contract, from values by column. */
final class RowsByContract {

    private RowsByContract() {}

    static StructType schema(String table) {
        return Contract.of(TableName.out(table)).schema();
    }

    /** A row of the table; columns without a value are empty. */
    static Row row(String table, Map<String, Object> values) {
        return row(schema(table), values);
    }

    static Row row(StructType schema, Map<String, Object> values) {
        Set<String> unknown = new HashSet<>(values.keySet());
        Object[] cells = new Object[schema.length()];
        for (int i = 0; i < cells.length; i++) {
            String column = schema.apply(i).name();
            cells[i] = values.get(column);
            unknown.remove(column);
        }
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("values without a column: " + unknown);
        }
        return RowFactory.create(cells);
    }
}
