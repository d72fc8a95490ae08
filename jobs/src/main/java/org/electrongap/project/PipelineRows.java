package org.electrongap.project;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.apache.spark.sql.Row;

/**
 * The rows of one place, stage and kind: a row a year.
 *
 * @param assumptions what is assumed of stage totals
 * @param risks what is assumed of completion, timing and ramp
 * @param covered countries and groups of stages in which records cover most of the stage's total
 * @param asOfYear year of the as-of date
 * @param seed seed of the simulation
 */
record PipelineRows(Assumptions assumptions, StageRisks risks, Set<String> covered, int asOfYear, long seed)
        implements Serializable {

    /** Last year for which something is expected, as in the share of the load. */
    static final int LAST_YEAR = 2035;

    private static final List<String> PLACE = List.of("country", "subdivision", "grid_area", "stage", "power_kind");

    /** The rows of a group of records, sorted by source and identity, that share place, stage and kind. */
    Iterator<Row> of(List<Row> records) {
        Row first = records.get(0);
        ProjectStage stage = ProjectStage.of(first.getAs("stage"));
        String country = first.getAs("country");
        List<PipelineItem> items = records.stream().map(PipelineItem::of).toList();
        StageRisk.Answer answer = risks.of(stage, country);
        List<Row> rows = new ArrayList<>();
        for (Integer year : years(items, answer)) {
            Map<String, Object> values = new HashMap<>();
            PLACE.forEach(column -> values.put(column, first.getAs(column)));
            values.put("year", year);
            values.put("basis", "register");
            values.put("in_total", isInTotal(stage, country));
            addAccount(
                    values,
                    items.stream()
                            .filter(item -> Objects.equals(item.year(), year))
                            .toList());
            addExpectation(values, items, year, answer, stage);
            rows.add(RowsByContract.row("pipeline", values));
        }
        return rows.iterator();
    }

    /** How a country and a group of stages are written in the set of what records cover. */
    static String coverage(String country, String group) {
        return country + "/" + group;
    }

    private boolean isInTotal(ProjectStage stage, String country) {
        return stage.assumptionGroup()
                .map(group -> assumptions.find("pipeline_" + group, country).isEmpty()
                        || covered.contains(coverage(country, group)))
                .orElse(true);
    }

    private Iterable<Integer> years(List<PipelineItem> items, StageRisk.Answer answer) {
        Set<Integer> years = new TreeSet<>(Comparator.nullsLast(Comparator.naturalOrder()));
        items.forEach(item -> years.add(item.year()));
        boolean mayBeBuilt = items.stream().anyMatch(PipelineItem::mayBeBuilt);
        if (mayBeBuilt && answer.risk().flatMap(StageRisk::curve).isPresent()) {
            for (int year = asOfYear; year <= LAST_YEAR; year++) {
                years.add(year);
            }
        }
        return years;
    }

    private static void addAccount(Map<String, Object> values, List<PipelineItem> cohort) {
        double[] sums = new double[3];
        for (PipelineItem item : cohort) {
            sums[0] += item.uniqueMw();
            sums[1] += item.duplicatedMw();
            sums[2] += item.rejectedMw();
        }
        values.put("unique_mw", sums[0]);
        values.put("duplicated_mw", sums[1]);
        values.put("rejected_mw", sums[2]);
        values.put("gross_mw", sums[0] + sums[1] + sums[2]);
        values.put("n_records", cohort.size());
        values.put("n_projects", (int)
                cohort.stream().filter(PipelineItem::counted).count());
        values.put("n_without_mw", (int)
                cohort.stream().filter(i -> i.counted() && !i.given()).count());
    }

    private void addExpectation(
            Map<String, Object> values,
            List<PipelineItem> items,
            Integer year,
            StageRisk.Answer answer,
            ProjectStage stage) {
        String refusal = refusal(items, answer);
        values.put("status", refusal.isEmpty() ? "ok" : "refused");
        String reason = refusal.isEmpty() ? answer.reason() : refusal;
        values.put("reason", reason.isEmpty() ? null : reason);
        if (!refusal.isEmpty()) {
            return;
        }
        PipelineSimulation simulation =
                new PipelineSimulation(items, answer.risk().get(), seed ^ hash(values));
        List<PipelineItem> cohort =
                items.stream().filter(item -> Objects.equals(item.year(), year)).toList();
        values.put("level", Sampled.LEVEL);
        if (year != null) {
            values.put("energised_mw", simulation.energisedMw(year));
            put(values, simulation.inUse(year), "expected_mw", "lower_mw", "upper_mw");
        } else if (stage == ProjectStage.ENERGISED) {
            values.put("energised_mw", values.get("unique_mw"));
            put(values, simulation.inUse(cohort), "expected_mw", "lower_mw", "upper_mw");
        } else if (answer.reason().isEmpty()) {
            values.put("reason", "no year is reported; what is expected of it stands in the rows of later years");
        }
        put(values, simulation.phantom(cohort), "phantom_mw", "phantom_lower_mw", "phantom_upper_mw");
    }

    private static String refusal(List<PipelineItem> items, StageRisk.Answer answer) {
        if (answer.risk().isEmpty()) {
            return answer.reason();
        }
        boolean silent =
                items.stream().anyMatch(PipelineItem::counted) && items.stream().noneMatch(PipelineItem::mayBeBuilt);
        return silent ? "no record that counts gives MW" : "";
    }

    static void put(Map<String, Object> values, Sampled sampled, String mean, String lower, String upper) {
        values.put(mean, sampled.mean());
        values.put(lower, sampled.lower());
        values.put(upper, sampled.upper());
    }

    private static long hash(Map<String, Object> values) {
        CRC32C crc = new CRC32C();
        for (String column : PLACE) {
            crc.update((values.get(column) + "|").getBytes(StandardCharsets.UTF_8));
        }
        crc.update(String.valueOf(values.get("year")).getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
