package org.electrongap.share;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** Rows made on the driver as the Dataset of an out table. */
final class OutRows {

    private OutRows() {}

    /** The Dataset; each row has the contract's columns in its order. */
    static Dataset<Row> of(SparkSession session, String table, List<Object[]> rows) {
        Contract contract = Contract.of(TableName.out(table));
        List<Row> made = rows.stream().map(RowFactory::create).toList();
        return contract.conform(session.createDataFrame(made, contract.schema()));
    }
}
