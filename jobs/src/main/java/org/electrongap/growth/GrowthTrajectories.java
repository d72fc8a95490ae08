package org.electrongap.growth;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.electrongap.table.SourceOrder;

/**
 * The growth of every region, technology and metric: all measures of all series of a panel are plain Java.
 *
 * @see GrowthPanels
 */
public final class GrowthTrajectories {

    /** Which rows of a panel are wanted. */
    private enum Part {
        ALL,
        /** Levels and changes alone, of which comparisons are made. */
        ANNUAL,
        /** The same of the totals that speak for their region. */
        PREFERRED_TOTALS
    }

    private GrowthTrajectories() {}

    /** The rows of {@code out/trajectories}. */
    public static Dataset<Row> of(GrowthPanels panels) {
        return part(panels, Part.ALL);
    }

    /** The levels and changes of some regions: those rows of {@link #of} that {@link Comparisons} reads. */
    public static Dataset<Row> annual(GrowthPanels panels, Collection<String> regions) {
        return part(panels.where(col("panel").isin(regions.toArray())), Part.ANNUAL);
    }

    /** The levels and changes of installed capacity in all, of which {@link RegionPairs} finds the largest systems. */
    public static Dataset<Row> capacityTotals(GrowthPanels panels) {
        return part(panels.where(col("metric").equalTo(Metric.CAPACITY_GW.text())), Part.PREFERRED_TOTALS);
    }

    private static Dataset<Row> part(GrowthPanels panels, Part part) {
        Annotations notes = panels.notes();
        SourceOrder order = panels.order();
        FlatMapFunction<Row, Row> trajectories = panel -> trajectories(panel, notes, order, part);
        return TrajectoryRows.conform(panels.rows().flatMap(trajectories, Encoders.row(TrajectoryRows.SERIES)));
    }

    private static Iterator<Row> trajectories(Row panel, Annotations notes, SourceOrder order, Part part) {
        Metric metric = Metric.ofText(panel.getString(0));
        List<Cell> cells = CellRows.read(panel.getList(2));
        List<Series> series = RegionPanel.of(panel.getString(1), metric, cells, notes);
        PreferredSeries preferred = new PreferredSeries(series, order);
        List<Row> rows = new ArrayList<>(series.size());
        for (Series each : series) {
            boolean speaks = preferred.contains(each);
            if (part != Part.PREFERRED_TOTALS
                    || (speaks && each.key().technology().equals("total"))) {
                rows.add(TrajectoryRows.row(each, speaks, measures(each, preferred.totalOf(each), part)));
            }
        }
        return rows.iterator();
    }

    private static List<Trajectory> measures(Series series, Optional<Series> total, Part part) {
        return part == Part.ALL ? SeriesGrowth.of(series, total) : SeriesGrowth.annual(series);
    }
}
