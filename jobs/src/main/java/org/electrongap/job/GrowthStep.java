package org.electrongap.job;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.growth.Comparisons;
import org.electrongap.growth.GrowthTrajectories;
import org.electrongap.growth.RegionPairs;
import org.electrongap.table.TableName;

/** Growth trajectories and comparisons: {@code electron-gap growth}. */
final class GrowthStep implements Step {

    private static final TableName CAPACITY = TableName.core("capacity");
    private static final TableName GENERATION = TableName.core("generation");
    private static final TableName DEMAND = TableName.core("demand");
    private static final TableName ANNOTATIONS = TableName.core("annotations");
    private static final TableName MARKET = TableName.core("market");
    private static final TableName COMPARISONS = TableName.out("comparisons");
    private static final TableName TRAJECTORIES = TableName.out("trajectories");

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public List<TableName> reads() {
        return List.of(CAPACITY, GENERATION, DEMAND, ANNOTATIONS, MARKET);
    }

    @Override
    public List<TableName> writes() {
        return List.of(TRAJECTORIES, COMPARISONS);
    }

    @Override
    public Map<TableName, Dataset<Row>> compute(Inputs inputs) {
        Dataset<Row> trajectories = inputs.kept(GrowthTrajectories.of(
                inputs.table(CAPACITY), inputs.table(GENERATION), inputs.table(DEMAND), inputs.table(ANNOTATIONS)));
        Dataset<Row> comparisons =
                Comparisons.of(trajectories, RegionPairs.standard(trajectories), inputs.table(MARKET));
        return Map.of(TRAJECTORIES, trajectories, COMPARISONS, comparisons);
    }
}
