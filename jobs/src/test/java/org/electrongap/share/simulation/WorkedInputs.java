package org.electrongap.share.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The judged inputs of the worked table, and the model that they make. */
final class WorkedInputs {

    static final List<PublishedValue> PUBLISHED = published();

    private WorkedInputs() {}

    static List<Assumption> rows() {
        List<Assumption> rows = new ArrayList<>();
        rows.add(row("other_load_level", 2024, 3914, DistributionKind.NORMAL_RELATIVE, .010));
        rows.add(row("other_load_growth", 0, .008, DistributionKind.NORMAL, .006));
        rows.add(row("datacenter_load_base", 2025, 212, DistributionKind.LOGNORMAL, .07));
        rows.add(row("bayes_prior_level", 2024, 185, DistributionKind.LOGNORMAL, .10));
        rows.add(row("bayes_prior_growth", 0, .12, DistributionKind.NORMAL, .05));
        rows.add(row("bayes_prior_sigma", 0, .10, DistributionKind.INVERSE_GAMMA, 3));
        rows.add(row("growth_initial", 2026, .15, DistributionKind.NORMAL, .04));
        rows.add(clipped("growth_damping", .88, .6, 1.0, .06));
        rows.add(row("growth_final", 0, .03, DistributionKind.NORMAL, .01));
        rows.add(row("growth_noise", 0, .035, DistributionKind.STUDENT_T, 5));
        rows.add(row("pipeline_under_construction", 2025, 22, DistributionKind.LOGNORMAL, .20));
        rows.add(row("pipeline_advanced", 2025, 45, DistributionKind.LOGNORMAL, .25));
        rows.add(row("pipeline_early", 2025, 120, DistributionKind.LOGNORMAL, .30));
        rows.add(fixed("unique_fraction_under_construction", 0, .97));
        rows.add(beta("unique_fraction_advanced", .85, 17, 3));
        rows.add(beta("unique_fraction_early", .60, 12, 8));
        rows.add(row("completion_under_construction", 0, .88, DistributionKind.LOGIT_COMMON_SHOCK, .6));
        rows.add(row("completion_advanced", 0, .45, DistributionKind.LOGIT_COMMON_SHOCK, .6));
        rows.add(row("completion_early", 0, .12, DistributionKind.LOGIT_COMMON_SHOCK, .6));
        rows.add(fixed("energised_by_under_construction", 2028, .80));
        rows.add(fixed("energised_by_advanced", 2028, .30));
        rows.add(fixed("energised_by_early", 2028, .08));
        rows.add(fixed("energised_by_under_construction", 2030, .97));
        rows.add(fixed("energised_by_advanced", 2030, .75));
        rows.add(fixed("energised_by_early", 2030, .40));
        rows.add(beta("load_factor", .60, 30, 20));
        rows.add(beta("ramp", .80, 16, 4));
        rows.add(row("existing_fleet_drift", 0, 0, DistributionKind.NORMAL, .015));
        rows.add(fixed("published_log_error", 0, .22));
        rows.add(row("supply_additions", 0, 105, DistributionKind.NORMAL, 25));
        rows.add(beta("supply_share_to_datacenters", 2.0 / 3, 6, 3));
        rows.add(fixed("weight_bayes", 0, .2));
        rows.add(fixed("weight_damped_growth", 0, .3));
        rows.add(fixed("weight_bottom_up", 0, .3));
        rows.add(fixed("weight_published", 0, .2));
        rows.add(row("vintage_log_error_5_years", 0, .40, DistributionKind.LOG_SD_FLOOR, 0));
        return rows;
    }

    static LoadModel model(Assumptions a) {
        LineRegression posterior =
                BayesTrend.prior(a).updated(new int[] {2018, 2023, 2024}, BayesTrend.logs(76, 176, 183));
        return new LoadModel(
                new OtherLoad(a.require("other_load_level"), a.require("other_load_growth")),
                List.of(
                        new TrendOfLoad(ShareComponent.BAYES, posterior, Optional.empty()),
                        DampedGrowth.of(a),
                        BottomUp.of(a),
                        PublishedMixture.of(PUBLISHED, 2, Optional.of(a.require("datacenter_load_base")))),
                Optional.of(SupplyCeiling.of(a)),
                LinearPool.of(a),
                new VintageFloor(a.require("vintage_log_error_5_years").value(), 2024),
                Optional.empty());
    }

    static Assumption fixed(String name, int year, double value) {
        return new Assumption(
                name,
                year == 0 ? OptionalInt.empty() : OptionalInt.of(year),
                value,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                DistributionKind.FIXED,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                "unit",
                "judgement");
    }

    static Assumption row(String name, int year, double value, DistributionKind kind, double spread) {
        return with(fixed(name, year, value), kind, OptionalDouble.of(spread), OptionalDouble.empty());
    }

    private static Assumption beta(String name, double value, double a, double b) {
        return with(fixed(name, 0, value), DistributionKind.BETA, OptionalDouble.of(a), OptionalDouble.of(b));
    }

    private static Assumption clipped(String name, double value, double low, double high, double spread) {
        return new Assumption(
                name,
                OptionalInt.empty(),
                value,
                OptionalDouble.of(low),
                OptionalDouble.of(high),
                DistributionKind.NORMAL_CLIPPED,
                OptionalDouble.of(spread),
                OptionalDouble.empty(),
                "unit",
                "judgement");
    }

    private static Assumption with(Assumption a, DistributionKind kind, OptionalDouble first, OptionalDouble second) {
        return new Assumption(
                a.name(), a.year(), a.value(), a.low(), a.high(), kind, first, second, a.unit(), a.source());
    }

    private static List<PublishedValue> published() {
        List<PublishedValue> values = new ArrayList<>();
        Map.of(2028, new double[] {325, 452, 580, 450}, 2030, new double[] {426, 606, 368, 637, 320})
                .forEach((year, twhs) -> {
                    for (int i = 0; i < twhs.length; i++) {
                        values.add(new PublishedValue("publisher " + i, year, twhs[i], .22));
                    }
                });
        return values;
    }
}
