package org.electrongap.project;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A record once for each of its blocks, parsed, in the form in which Spark sorts and ships it: the record itself as {@link
 * RecordBytes}, made once for all of its blocks.
 *
 * @param rules what words mean and how blocks are cut
 */
record BlockRows(LinkageRules rules) implements Serializable {

    static final String BLOCK = "block";
    static final String ORDER = "order";
    static final String NUMBER = LatestRecords.NUMBER;
    /** Block of a programme and its members; the programme itself comes first in it. */
    private static final String PROGRAMME_BLOCK = "programme|";

    static StructType schema() {
        return new StructType()
                .add(BLOCK, DataTypes.StringType)
                .add(ORDER, DataTypes.StringType)
                .add(NUMBER, DataTypes.LongType)
                .add("record", DataTypes.BinaryType);
    }

    /** The rows of a record of {@link LatestRecords}, one a block. */
    Iterator<Row> of(Row latest) {
        ProjectRecord record = new RecordRows(rules).read(latest);
        BlockKeys keys = new BlockKeys(rules);
        String order = keys.order(record);
        long number = record.id().number();
        byte[] bytes = RecordBytes.of(record);
        List<Row> rows = new ArrayList<>();
        keys.of(record).forEach(key -> rows.add(RowFactory.create(key, order, number, bytes)));
        rows.add(RowFactory.create(PROGRAMME_BLOCK + record.id().recordId(), "", number, bytes));
        record.programme()
                .ifPresent(programme -> rows.add(RowFactory.create(PROGRAMME_BLOCK + programme, order, number, bytes)));
        return rows.iterator();
    }

    /** The block of a row of {@link #of}. */
    static String block(Row row) {
        return row.getString(0);
    }

    /** The number of the record that a row of {@link #of} holds. */
    static long number(Row row) {
        return row.getLong(2);
    }

    /** The record that a row of {@link #of} holds. */
    static ProjectRecord record(Row row) {
        return RecordBytes.read(row.getAs(3));
    }
}
