package org.electrongap.job;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.table.TableName;

/** A step of which only its place in the chain is asked for. */
record NamedStep(String name, List<TableName> reads, List<TableName> writes, List<String> settings) implements Step {
    @Override
    public Map<TableName, Dataset<Row>> compute(Inputs inputs) {
        throw new UnsupportedOperationException("only its fingerprint is asked for");
    }
}
