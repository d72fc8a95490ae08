package org.electrongap.project;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The assumptions that the pipeline rests on, one value for each name, region and year: of several editions the latest.
 *
 * @param byKey by name, region and year
 */
record Assumptions(Map<Key, Assumption> byKey) implements Serializable {

    /** Year of an assumption that holds for all years. */
    static final int ALL_YEARS = 0;
    /** More rows than a person can have judged. */
    private static final int MOST_ROWS = 100_000;

    private static final String WORLD = "WORLD";
    private static final String USED = "^(completion|energised_by|pipeline|unique_fraction)_.*|^ramp$";

    record Key(String name, String region, int year) implements Serializable {}

    Assumptions {
        byKey = Map.copyOf(byKey);
    }

    /**
     * Reads core/assumptions as visible at the as-of date.
     *
     * @throws IllegalArgumentException when there are more rows than anyone can have judged
     */
    static Assumptions of(Dataset<Row> assumptions) {
        List<Row> rows = assumptions
                .where(col("assumption").rlike(USED))
                .select(
                        "assumption",
                        "region",
                        "year",
                        "value",
                        "distribution",
                        "spread",
                        "spread_2",
                        "source",
                        "edition",
                        "published")
                .limit(MOST_ROWS)
                .collectAsList();
        if (rows.size() == MOST_ROWS) {
            throw new IllegalArgumentException("core/assumptions has " + MOST_ROWS
                    + " or more rows about the pipeline; is it" + " the wrong table?");
        }
        Map<Key, String> editions = new HashMap<>();
        Map<Key, Assumption> latest = new HashMap<>();
        for (Row row : rows) {
            Integer year = row.getAs("year");
            Key key = new Key(row.getAs("assumption"), row.getAs("region"), year == null ? ALL_YEARS : year);
            String edition = row.getAs("published") + " " + row.getAs("edition") + " " + row.getAs("source");
            if (edition.compareTo(editions.getOrDefault(key, "")) > 0) {
                editions.put(key, edition);
                latest.put(key, assumption(row));
            }
        }
        return new Assumptions(latest);
    }

    /** The assumption for all years, or for the latest year that it names; a country's own before the world's. */
    Optional<Assumption> find(String name, String region) {
        SortedMap<Integer, Assumption> years = byYear(name, region);
        return years.isEmpty() ? Optional.empty() : Optional.of(years.get(years.lastKey()));
    }

    /** The assumption by year; a country's own before the world's. */
    SortedMap<Integer, Assumption> byYear(String name, String region) {
        SortedMap<Integer, Assumption> own = exactly(name, region);
        return own.isEmpty() ? exactly(name, WORLD) : own;
    }

    /** The regions for which the assumption is made. */
    SortedSet<String> regions(String name) {
        SortedSet<String> regions = new TreeSet<>();
        byKey.keySet().stream().filter(key -> key.name().equals(name)).forEach(key -> regions.add(key.region()));
        return regions;
    }

    private SortedMap<Integer, Assumption> exactly(String name, String region) {
        SortedMap<Integer, Assumption> years = new TreeMap<>();
        byKey.forEach((key, assumption) -> {
            if (key.name().equals(name) && key.region().equals(region)) {
                years.put(key.year(), assumption);
            }
        });
        return years;
    }

    private static Assumption assumption(Row row) {
        return new Assumption(
                row.getAs("assumption"),
                row.<Double>getAs("value"),
                row.getAs("distribution"),
                RecordRows.number(row, "spread").orElse(0),
                RecordRows.number(row, "spread_2").orElse(0),
                row.getAs("source") + ", " + row.getAs("edition"));
    }
}
