package org.electrongap.job;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.growth.Comparisons;
import org.electrongap.growth.GrowthPanels;
import org.electrongap.growth.GrowthTrajectories;
import org.electrongap.growth.RegionPair;
import org.electrongap.growth.RegionPairs;
import org.electrongap.table.SourceOrder;
import org.electrongap.table.TableName;

/** Growth trajectories and comparisons: {@code electron-gap growth}. */
final class GrowthStep implements Step {

    private static final TableName CAPACITY = TableName.core("capacity");
    private static final TableName GENERATION = TableName.core("generation");
    private static final TableName DEMAND = TableName.core("demand");
    private static final TableName ANNOTATIONS = TableName.core("annotations");
    private static final TableName PREFERRED = TableName.core("preferred_sources");
    private static final TableName MARKET = TableName.core("market");
    /** The setting with the user's own pairs of regions. */
    private static final String PAIRS = "pairs";

    private static final TableName FACTS = TableName.core("reference_facts");
    private static final TableName COMPARISONS = TableName.out("comparisons");
    private static final TableName TRAJECTORIES = TableName.out("trajectories");

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public List<TableName> reads() {
        return List.of(CAPACITY, GENERATION, DEMAND, ANNOTATIONS, PREFERRED, MARKET, FACTS);
    }

    @Override
    public List<TableName> writes() {
        return List.of(TRAJECTORIES, COMPARISONS);
    }

    @Override
    public List<String> settings() {
        return List.of(PAIRS);
    }

    @Override
    public Map<TableName, Dataset<Row>> compute(Inputs inputs) {
        GrowthPanels panels = GrowthPanels.of(
                        inputs.table(CAPACITY),
                        inputs.table(GENERATION),
                        inputs.table(DEMAND),
                        inputs.table(ANNOTATIONS))
                .preferring(SourceOrder.of(inputs.table(PREFERRED)))
                .kept(inputs::kept);
        List<RegionPair> standard = RegionPairs.standard(GrowthTrajectories.capacityTotals(panels));
        List<RegionPair> pairs = inputs.setting(PAIRS)
                .map(own -> RegionPairs.with(standard, own))
                .orElse(standard);
        Dataset<Row> compared = GrowthTrajectories.annual(panels, RegionPairs.regions(pairs));
        return Map.of(
                TRAJECTORIES,
                GrowthTrajectories.of(panels),
                COMPARISONS,
                Comparisons.of(compared, pairs, inputs.table(MARKET), inputs.table(FACTS)));
    }
}
