package org.electrongap.forecast;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.electrongap.statistics.CompensatedSum;
import org.electrongap.table.SourceOrder;

/**
 * The series of one metric in one region.
 *
 * <p>Values that a note calls missing, not installed, partial or wrongly split are left out; what lies before the last noted
 * break is left out; leading zeros are left out; of the rest the last run of years without a gap is the series. Nothing is
 * filled. Where the source has no total it is the sum of the parts, in the years in which no part that made up more than 1 %
 * of the year before is missing.
 */
final class RegionSeries {

    private static final double BIG_PART = 0.01;

    private record Observation(
            String technology,
            int year,
            double value,
            String basis,
            String source,
            String edition,
            Date published,
            long rows) {

        String origin() {
            return source + "\u0000" + basis;
        }
    }

    private final String metric;
    private final String region;
    private final Observation chosen;
    private final List<Annotation> notes;
    private final Map<String, TreeMap<Integer, Double>> latest = new TreeMap<>();
    private final Map<String, TreeMap<Integer, Double>> first = new TreeMap<>();

    RegionSeries(Row row, List<Annotation> allNotes, SourceOrder order) {
        metric = row.getString(0);
        region = row.getString(1);
        List<Observation> observations = row.<Row>getList(2).stream()
                .map(RegionSeries::observation)
                .sorted(Comparator.comparingInt((Observation each) -> rank(each, order))
                        .thenComparing(Observation::rows, Comparator.reverseOrder())
                        .thenComparing(Observation::origin)
                        .thenComparing(Observation::published, Comparator.nullsFirst(Comparator.reverseOrder()))
                        .thenComparing(Observation::edition, Comparator.reverseOrder())
                        .thenComparing(Observation::technology)
                        .thenComparing(Observation::year))
                .toList();
        chosen = chosenOf(observations);
        notes = allNotes.stream()
                .filter(note -> note.concerns(metric, region, chosen.source, chosen.edition))
                .toList();
        for (Observation each : observations) {
            keep(each);
        }
    }

    private int rank(Observation each, SourceOrder order) {
        return order.rank(metric + (metric.equals("capacity") ? "_gw" : "_twh"), each.source, each.basis);
    }

    /** Observations come in the order of preference; the first edition with years enough for a forecast speaks. */
    private static Observation chosenOf(List<Observation> observations) {
        Map<String, TreeSet<Integer>> years = new TreeMap<>();
        observations.forEach(each -> years.computeIfAbsent(each.origin() + each.edition, key -> new TreeSet<>())
                .add(each.year));
        return observations.stream()
                .filter(each -> years.get(each.origin() + each.edition).size() >= RollingForecasts.MINIMUM_POINTS)
                .findFirst()
                .orElse(observations.get(0));
    }

    private static Observation observation(Row row) {
        return new Observation(
                row.getString(0),
                row.getInt(1),
                row.getDouble(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getDate(6),
                row.getLong(7));
    }

    /** Observations come with the latest edition first, so that the earliest is what {@code first} holds in the end. */
    private void keep(Observation each) {
        if (each.origin().equals(chosen.origin())) {
            first.computeIfAbsent(each.technology, technology -> new TreeMap<>())
                    .put(each.year, each.value);
            if (each.edition.equals(chosen.edition)) {
                latest.computeIfAbsent(each.technology, technology -> new TreeMap<>())
                        .put(each.year, each.value);
            }
        }
    }

    Iterator<Row> rows() {
        if (!latest.containsKey("total")) {
            latest.put("total", sumOfParts());
        }
        List<Row> rows = new ArrayList<>();
        latest.forEach((technology, values) -> row(technology, values).ifPresent(rows::add));
        return rows.iterator();
    }

    private TreeMap<Integer, Double> sumOfParts() {
        TreeMap<Integer, Map<String, Double>> years = new TreeMap<>();
        latest.forEach((technology, values) -> {
            if (role(technology).equals("part")) {
                values.forEach((year, value) ->
                        years.computeIfAbsent(year, y -> new TreeMap<>()).put(technology, value));
            }
        });
        TreeMap<Integer, Double> totals = new TreeMap<>();
        years.forEach((year, parts) -> {
            if (isComplete(parts, years.get(year - 1), year)) {
                totals.put(year, sum(parts));
            }
        });
        return totals;
    }

    private boolean isComplete(Map<String, Double> parts, Map<String, Double> yearBefore, int year) {
        boolean spoiled = notes.stream()
                .anyMatch(note -> note.spoilsSum(year)
                        && (note.technology().equals("*") || parts.containsKey(note.technology())));
        if (spoiled || yearBefore == null) {
            return !spoiled;
        }
        double big = BIG_PART * sum(yearBefore);
        return yearBefore.entrySet().stream()
                .allMatch(part -> part.getValue() <= big || parts.containsKey(part.getKey()));
    }

    private static double sum(Map<String, Double> parts) {
        return CompensatedSum.of(
                parts.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private Optional<Row> row(String technology, TreeMap<Integer, Double> all) {
        if (all.values().stream().allMatch(value -> value == 0)) {
            return Optional.empty();
        }
        List<Annotation> own = notes.stream()
                .filter(note -> note.concernsTechnology(technology))
                .toList();
        TreeMap<Integer, Double> run = usable(all, own);
        if (run.size() >= RollingForecasts.MINIMUM_POINTS) {
            return Optional.of(row(technology, run, null));
        }
        return Optional.of(row(technology, new TreeMap<>(all.tailMap(all.lastKey())), shortage(run.size(), own)));
    }

    private Row row(String technology, TreeMap<Integer, Double> run, String reason) {
        boolean usable = reason == null;
        TreeMap<Integer, Double> firsts = first.getOrDefault(technology, new TreeMap<>());
        Double[] values = run.values().toArray(Double[]::new);
        Double[] firstPublished = run.keySet().stream().map(firsts::get).toArray(Double[]::new);
        return RowFactory.create(
                metric + "/" + region + "/" + technology,
                region,
                technology,
                metric,
                metric + "/" + Frequency.YEARLY.label() + "/" + technology,
                Frequency.YEARLY.label(),
                run.firstKey(),
                usable ? SeriesTable.cell(values) : null,
                usable ? SeriesTable.cell(firstPublished) : null,
                role(technology),
                chosen.source,
                chosen.edition,
                chosen.basis,
                reason);
    }

    private static TreeMap<Integer, Double> usable(TreeMap<Integer, Double> all, List<Annotation> own) {
        TreeMap<Integer, Double> left = new TreeMap<>(all);
        left.keySet().removeIf(year -> own.stream().anyMatch(note -> note.makesUnusable(year)));
        own.stream()
                .filter(Annotation::isBreak)
                .mapToInt(Annotation::yearFrom)
                .max()
                .ifPresent(year -> left.headMap(year).clear());
        while (!left.isEmpty() && left.firstEntry().getValue() <= 0) {
            left.pollFirstEntry();
        }
        TreeMap<Integer, Double> run = new TreeMap<>();
        for (Map.Entry<Integer, Double> entry : left.descendingMap().entrySet()) {
            if (run.isEmpty() || entry.getKey() == run.firstKey() - 1) {
                run.put(entry.getKey(), entry.getValue());
            } else {
                break;
            }
        }
        return run;
    }

    private static String shortage(int points, List<Annotation> own) {
        String causes = own.stream()
                .map(note -> note.kind() + " " + note.yearFrom() + ": " + note.reason())
                .collect(Collectors.joining(" "));
        return "needs " + RollingForecasts.MINIMUM_POINTS + " yearly points without gap or break, has " + points
                + (causes.isEmpty() ? "" : " (" + causes + ")");
    }

    /** How a technology stands to the total of its region and metric. */
    private String role(String technology) {
        if (technology.equals("total")) {
            return latest.keySet().stream().allMatch("total"::equals) ? "single" : "total";
        }
        boolean both = technology.equals("fossil") || technology.equals("renewable");
        boolean winds = technology.equals("wind")
                && (latest.containsKey("wind_onshore") || latest.containsKey("wind_offshore"));
        return both || winds ? "overlap" : "part";
    }
}
