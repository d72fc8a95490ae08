package org.electrongap.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * Pipeline rows from assumed totals of a stage: for countries whose registers do not list most of the stage.
 * What was counted at the end of a year is energised from the next year on.
 *
 * @param assumptions totals, unique fractions, completion, timing, ramp
 * @param covered what records cover, as {@link PipelineRows#coverage} writes it
 * @param asOfYear year of the as-of date
 * @param seed seed of the simulation
 */
record StageTotals(Assumptions assumptions, Set<String> covered, int asOfYear, long seed) {

    /** Records cover a stage from this part of its assumed unique total on. */
    static final double COVERED_FROM = 0.5;

    private static final double MW_PER_GW = 1000;
    /** The stage that stands for each group of assumptions; early stands for announced and requested together. */
    private static final Map<String, ProjectStage> STAGES = new TreeMap<>(Map.of(
            "early", ProjectStage.ANNOUNCED,
            "advanced", ProjectStage.PERMITTED,
            "under_construction", ProjectStage.UNDER_CONSTRUCTION));

    /** What records must hold of a country's stage to cover it, in MW; empty where no total is assumed. */
    static OptionalDouble neededMw(Assumptions assumptions, String country, String group) {
        Optional<Assumption> total = assumptions.find("pipeline_" + group, country);
        Optional<Assumption> unique = assumptions.find("unique_fraction_" + group, country);
        return total.isPresent()
                ? OptionalDouble.of(total.get().value()
                        * MW_PER_GW
                        * unique.map(Assumption::value).orElse(1.0)
                        * COVERED_FROM)
                : OptionalDouble.empty();
    }

    /** The rows of all countries and stages with an assumed total. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        STAGES.forEach((group, stage) ->
                assumptions.regions("pipeline_" + group).forEach(country -> rows.addAll(rows(country, group, stage))));
        return rows;
    }

    private List<Row> rows(String country, String group, ProjectStage stage) {
        SortedMap<Integer, Assumption> totals = assumptions.byYear("pipeline_" + group, country);
        int counted = totals.lastKey() == Assumptions.ALL_YEARS ? asOfYear : totals.lastKey();
        Assumption total = totals.get(totals.lastKey());
        StageRisk.Answer answer = StageRisk.of(stage, country, assumptions, counted, seed);
        Optional<Assumption> unique = assumptions.find("unique_fraction_" + group, country);
        List<Row> rows = new ArrayList<>();
        rows.add(announced(country, group, stage, total, unique, answer));
        if (answer.risk().isPresent() && unique.isPresent()) {
            for (int year = counted + 1; year <= PipelineRows.LAST_YEAR; year++) {
                rows.add(expected(
                        country,
                        group,
                        stage,
                        total,
                        unique.get(),
                        answer.risk().get(),
                        year));
            }
        }
        return rows;
    }

    private Row announced(
            String country,
            String group,
            ProjectStage stage,
            Assumption total,
            Optional<Assumption> unique,
            StageRisk.Answer answer) {
        Map<String, Object> values = values(country, group, stage, total);
        double gross = total.value() * MW_PER_GW;
        values.put("gross_mw", gross);
        values.put("unique_mw", gross * unique.map(Assumption::value).orElse(1.0));
        values.put("duplicated_mw", gross - (double) values.get("unique_mw"));
        if (answer.risk().isPresent() && unique.isPresent()) {
            double[] built = built(total, unique.get(), answer.risk().get());
            double[] gross4000 = RiskDraws.of(total, seed + 1);
            double[] phantom = new double[built.length];
            Arrays.setAll(phantom, k -> gross4000[k] * MW_PER_GW - built[k]);
            double mean = gross - builtMw(total, unique.get(), answer.risk().get());
            PipelineRows.put(values, Sampled.of(mean, phantom), "phantom_mw", "phantom_lower_mw", "phantom_upper_mw");
            values.put("level", Sampled.LEVEL);
        } else {
            values.put("status", "refused");
            values.put(
                    "reason",
                    unique.isPresent()
                            ? answer.reason()
                            : "no assumption unique_fraction_" + group + " for " + country);
        }
        return RowsByContract.row("pipeline", values);
    }

    private Row expected(
            String country,
            String group,
            ProjectStage stage,
            Assumption total,
            Assumption unique,
            StageRisk risk,
            int year) {
        Map<String, Object> values = values(country, group, stage, total);
        double part = risk.in(year, null);
        double[] use = built(total, unique, risk);
        double energised = builtMw(total, unique, risk) * part;
        Arrays.setAll(use, k -> use[k] * part * risk.ramp()[k]);
        values.put("year", year);
        values.put("energised_mw", energised);
        values.put("level", Sampled.LEVEL);
        PipelineRows.put(
                values,
                Sampled.of(energised * RiskDraws.mean(risk.ramp()), use),
                "expected_mw",
                "lower_mw",
                "upper_mw");
        return RowsByContract.row("pipeline", values);
    }

    /**
     * Mean MW that is ever built of the total as it is stated: so it and the phantom part add up to the gross MW beside them.
     * The spread of the total itself is in the intervals, whose mean lies above the stated figure (a lognormal's does).
     */
    private static double builtMw(Assumption total, Assumption unique, StageRisk risk) {
        return total.value() * MW_PER_GW * unique.value() * RiskDraws.mean(risk.completion());
    }

    private double[] built(Assumption total, Assumption unique, StageRisk risk) {
        double[] built = RiskDraws.of(total, seed + 1);
        double[] fraction = RiskDraws.of(unique, seed + 2);
        Arrays.setAll(built, k -> built[k] * MW_PER_GW * fraction[k] * risk.completion()[k]);
        return built;
    }

    private Map<String, Object> values(String country, String group, ProjectStage stage, Assumption total) {
        boolean byRecords = covered.contains(PipelineRows.coverage(country, group));
        Map<String, Object> values = new HashMap<>();
        for (String zero : List.of("gross_mw", "unique_mw", "duplicated_mw", "rejected_mw")) {
            values.put(zero, 0.0);
        }
        for (String zero : List.of("n_records", "n_projects", "n_without_mw")) {
            values.put(zero, 0);
        }
        values.put("country", country);
        values.put("stage", stage.code());
        values.put("power_kind", "facility");
        values.put("basis", "stage_total");
        values.put("in_total", !byRecords);
        values.put("status", "assumed");
        values.put(
                "reason",
                String.format(
                        Locale.ROOT,
                        "assumption %s (%s); records hold %s of it",
                        total.name(),
                        total.source(),
                        byRecords ? "at least half" : "less than half"));
        return values;
    }
}
