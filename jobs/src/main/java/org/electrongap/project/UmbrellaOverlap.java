package org.electrongap.project;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What a programme and its sites say twice. The MW of the sites that are records of their own is duplicated; what is left of
 * the programme's MW is announced without a site, and counts once, with the programme. Where a site gives MW of a kind that
 * cannot be compared, nothing is known of what is left, and the programme's MW stays duplicated.
 */
final class UmbrellaOverlap {

    private static final String NUMBER = "member_number";
    private static final String UNKNOWN = "unknown";
    private static final int MOST_NAMED = 10;

    private final Map<Long, Row> umbrellas = new TreeMap<>();
    private final Map<Long, List<Row>> sites = new HashMap<>();

    private UmbrellaOverlap() {}

    /**
     * The members with the MW of programmes divided.
     *
     * @param members out/project_records, with the project beside it
     * @param links programmes and their sites, by record number
     */
    static Dataset<Row> divided(Gathered members, Links links) {
        if (links.umbrellas().isEmpty()) {
            return members.rows();
        }
        UmbrellaOverlap overlap = new UmbrellaOverlap();
        overlap.read(members.rows(), links);
        StructType schema = members.rows().schema();
        List<Row> changed = overlap.umbrellas.entrySet().stream()
                .map(umbrella ->
                        divided(umbrella.getValue(), overlap.sites.getOrDefault(umbrella.getKey(), List.of()), schema))
                .toList();
        Dataset<Row> others = members.rows().where(col("role").notEqual(Role.UMBRELLA.code()));
        Dataset<Row> all = others.union(members.rows().sparkSession().createDataFrame(changed, schema));
        return members.isFew() ? all.coalesce(1) : all;
    }

    /** The rows of programmes and of their sites: as many as there are such links, which lie in the driver already. */
    private void read(Dataset<Row> members, Links links) {
        Map<Long, Set<Long>> programmes = new HashMap<>();
        links.apart().forEach(link -> {
            addSite(programmes, links.umbrellas(), link.a(), link.b());
            addSite(programmes, links.umbrellas(), link.b(), link.a());
        });
        Set<Long> named = new HashSet<>(links.umbrellas());
        named.addAll(programmes.keySet());
        List<Row> numbers = named.stream().sorted().map(RowFactory::create).toList();
        Dataset<Row> wanted =
                members.sparkSession().createDataFrame(numbers, new StructType().add(NUMBER, DataTypes.LongType));
        members.withColumn(NUMBER, LatestRecords.number())
                .join(broadcast(wanted), new String[] {NUMBER}, "left_semi")
                .drop(NUMBER)
                .collectAsList()
                .forEach(row -> sort(row, programmes));
        sites.values()
                .forEach(rows -> rows.sort(Comparator.comparing((Row row) -> row.<String>getAs("source"))
                        .thenComparing(row -> row.<String>getAs("record_id"))));
    }

    private static void addSite(Map<Long, Set<Long>> programmes, Set<Long> umbrellas, long umbrella, long site) {
        if (umbrellas.contains(umbrella)) {
            programmes.computeIfAbsent(site, key -> new HashSet<>()).add(umbrella);
        }
    }

    private void sort(Row row, Map<Long, Set<Long>> programmes) {
        long number = new RecordId(row.getAs("source"), row.getAs("record_id")).number();
        if (Role.UMBRELLA.code().equals(row.getAs("role"))) {
            umbrellas.put(number, row);
        }
        for (long umbrella : programmes.getOrDefault(number, Set.of())) {
            sites.computeIfAbsent(umbrella, key -> new ArrayList<>()).add(row);
        }
    }

    private static Row divided(Row umbrella, List<Row> sites, StructType schema) {
        List<Row> counted = sites.stream()
                .filter(site -> site.<Double>getAs("unique_mw") > 0)
                .filter(site -> !ProjectStage.CANCELLED.code().equals(site.getAs("stage")))
                .toList();
        double all = umbrella.<Double>getAs("duplicated_mw");
        if (all <= 0 || counted.isEmpty() || !counted.stream().allMatch(site -> isComparable(umbrella, site))) {
            return umbrella;
        }
        double held = sum(counted);
        double left = Math.max(
                0, Conservation.exact(all).subtract(Conservation.exact(held)).doubleValue());
        Map<String, Object> changes = Map.of(
                "unique_mw",
                left,
                "mw_if_built",
                left,
                "duplicated_mw",
                Conservation.exact(all).subtract(Conservation.exact(left)).doubleValue(),
                "role_reason",
                reason(counted, held, left));
        Object[] cells = new Object[schema.length()];
        for (int i = 0; i < cells.length; i++) {
            String name = schema.fieldNames()[i];
            cells[i] = changes.getOrDefault(name, umbrella.get(i));
        }
        return RowFactory.create(cells);
    }

    private static boolean isComparable(Row umbrella, Row site) {
        String kind = umbrella.getAs("power_kind");
        return kind.equals(UNKNOWN) || kind.equals(site.getAs("power_kind"));
    }

    private static String reason(List<Row> counted, double held, double left) {
        String names = counted.stream()
                .limit(MOST_NAMED)
                .map(site ->
                        site.getAs("record_id") + " " + site.getAs("unique_mw") + " MW " + site.getAs("power_kind"))
                .collect(Collectors.joining(", "));
        String more = counted.size() > MOST_NAMED ? " and " + (counted.size() - MOST_NAMED) + " more" : "";
        return "a programme: its sites hold " + held + " MW (" + names + more + "); " + left
                + " MW are announced without a site of their own";
    }

    private static double sum(List<Row> rows) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Row row : rows) {
            sum = sum.add(Conservation.exact(row.<Double>getAs("unique_mw")));
        }
        return sum.doubleValue();
    }
}
