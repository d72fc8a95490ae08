package org.electrongap.job;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.load.quality.QualityFlags;
import org.electrongap.table.TableName;

/** Figures that physics or their neighbours make doubtful: the report quality_flags. */
final class QualityFlagsStep implements Step {

    private static final TableName CAPACITY = TableName.core("capacity");
    private static final TableName GENERATION = TableName.core("generation");
    private static final TableName FLAGS = TableName.out("quality_flags");

    @Override
    public String name() {
        return "quality-flags";
    }

    @Override
    public List<TableName> reads() {
        return List.of(CAPACITY, GENERATION);
    }

    @Override
    public List<TableName> writes() {
        return List.of(FLAGS);
    }

    @Override
    public Map<TableName, Dataset<Row>> compute(Inputs inputs) {
        return Map.of(FLAGS, QualityFlags.of(inputs.table(CAPACITY), inputs.table(GENERATION)));
    }
}
