package org.electrongap.growth;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which regions are compared when nobody says otherwise. */
public final class RegionPairs {

    private static final int LARGEST = 10;

    private RegionPairs() {}

    /**
     * The United States and China with all technologies, and the totals of the ten largest systems against each other.
     *
     * @param trajectories rows of {@code out/trajectories}, those of {@link GrowthTrajectories#capacityTotals} at least
     */
    public static List<RegionPair> standard(Dataset<Row> trajectories) {
        RegionPair first = RegionPair.allTechnologies("USA", "CHN");
        List<RegionPair> pairs = new ArrayList<>(List.of(first));
        largest(trajectories, LARGEST).stream()
                .filter(pair -> !first.joins(pair.a(), pair.b()))
                .forEach(pairs::add);
        return List.copyOf(pairs);
    }

    /**
     * These pairs and those of the user's own, with all technologies; a pair of the user's takes the place of the same two
     * regions.
     *
     * @param own written {@code A:B} and separated by commas, such as {@code DEU:FRA,US-TX:US-CA}
     */
    public static List<RegionPair> with(List<RegionPair> pairs, String own) {
        List<RegionPair> added = Arrays.stream(own.split(","))
                .map(pair -> pair.split(":", 2))
                .map(regions -> RegionPair.allTechnologies(regions[0], regions[1]))
                .toList();
        return Stream.concat(
                        pairs.stream().filter(pair -> added.stream().noneMatch(mine -> mine.joins(pair.a(), pair.b()))),
                        added.stream())
                .toList();
    }

    /** The regions that pairs speak of. */
    public static TreeSet<String> regions(List<RegionPair> pairs) {
        TreeSet<String> regions = new TreeSet<>();
        pairs.forEach(pair -> regions.addAll(List.of(pair.a(), pair.b())));
        return regions;
    }

    /**
     * The totals of the countries with the greatest installed capacity, each against each, the smaller one first. Of a
     * country counts the newest level of its preferred source; grid areas, subdivisions and aggregates are no countries.
     */
    public static List<RegionPair> largest(Dataset<Row> trajectories, int count) {
        List<Row> regions = trajectories
                .filter(col("metric")
                        .equalTo(Metric.CAPACITY_GW.text())
                        .and(col("technology").equalTo("total"))
                        .and(col("measure").equalTo(AnnualMeasures.LEVEL))
                        .and(col("preferred"))
                        .and(col("value").isNotNull())
                        .and(col("region").rlike("^[A-Z]{3}$")))
                .groupBy("region")
                .agg(max_by(col("value"), col("period_end")).as("capacity_gw"))
                .orderBy(col("capacity_gw").desc(), col("region"))
                .limit(count)
                .collectAsList();
        List<RegionPair> pairs = new ArrayList<>();
        for (int large = 0; large < regions.size(); large++) {
            for (int small = large + 1; small < regions.size(); small++) {
                pairs.add(RegionPair.totals(
                        regions.get(small).getString(0), regions.get(large).getString(0)));
            }
        }
        return pairs;
    }
}
