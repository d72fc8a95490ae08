package org.electrongap.share;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.electrongap.share.simulation.Assumption;
import org.electrongap.share.simulation.Assumptions;
import org.electrongap.share.simulation.BottomUp;
import org.electrongap.share.simulation.DistributionKind;
import org.electrongap.share.simulation.LoadModel;
import org.electrongap.share.simulation.ShareComponent;
import org.electrongap.share.simulation.ShareDistribution;
import org.electrongap.share.simulation.ShareSimulation;
import org.electrongap.share.simulation.SimulatedLoad;
import org.electrongap.share.simulation.SimulationSettings;
import org.electrongap.share.simulation.Spread;
import org.electrongap.share.simulation.TargetYears;
import org.electrongap.statistics.Outcome;

/**
 * What building faster would change: gross additions a year (the assumptions build_rate_*), through the technology mix of
 * the newest additions into TWh and firm GW a year, and with that energy as the supply ceiling the share again. Beside it
 * the time to power: the longest of the lead times that a site waits for.
 */
final class BuildScenarios {

    private static final double EIGHT_PER_CENT = .08;

    /** What a reader must know: faster building lifts the ceiling, and demand alone decides below it. */
    private static final Map<String, String> NOTES =
            Map.of("headline_share", "; a build rate moves it only through the paths that the supply ceiling cuts");

    private static final List<Integer> YEARS = List.of(2028, 2030, 2035);

    /** The series of core/market that says what is to be built in a year. */
    static final String PLANS = "capacity_additions_planned";

    private static final String REALISED = "plans_realised";
    private static final String PLANNED = "planned";

    private final Evidence evidence;
    private final ModelParts parts;
    private final RegionModels models;
    private final int thisYear;
    private final long seed;
    private final int paths;
    private final Map<String, Assumption> mix;
    private final Map<String, Assumption> capacityFactors;
    private final Map<String, Assumption> deratings;
    private final List<Object[]> rows = new ArrayList<>();

    private BuildScenarios(Evidence evidence, ModelParts parts, RegionModels models, LoadShareInputs.Request request) {
        this.evidence = evidence;
        this.parts = parts;
        this.models = models;
        this.thisYear = request.asOf().getYear();
        this.seed = request.seed();
        this.paths = request.paths();
        this.mix = parts.assumptions().family("build_mix_");
        this.capacityFactors = factors("capacity_factor_");
        this.deratings = factors("derating_factor_");
    }

    /** Gross additions in GW a year: of a draw, on the central values, and who says so. */
    private record Rate(ToDoubleFunction<Spread.Draw> of, double central, String source) {
        static Rate of(Assumption row) {
            return new Rate(draw -> draw.of(row), row.value(), row.source());
        }
    }

    /** A factor for each technology of the mix. */
    private Map<String, Assumption> factors(String prefix) {
        Map<String, Assumption> factors = new TreeMap<>();
        mix.keySet()
                .forEach(technology -> parts.assumptions()
                        .find(prefix + technology)
                        .ifPresent(factor -> factors.put(technology, factor)));
        return factors;
    }

    /** The rows of out/scenarios of a region; what lacks an input is refused with its reason. */
    static List<Object[]> rows(
            Evidence evidence, ModelParts parts, RegionModels models, LoadShareInputs.Request request) {
        BuildScenarios scenarios = new BuildScenarios(evidence, parts, models, request);
        scenarios
                .missing()
                .ifPresentOrElse(
                        reason -> scenarios.refuse("build_rate", null, "additions_gw_per_year", reason), () -> {
                            parts.assumptions()
                                    .family("build_rate_")
                                    .forEach((name, rate) -> scenarios.build(name, Rate.of(rate)));
                            scenarios
                                    .planned()
                                    .value()
                                    .ifPresentOrElse(
                                            rate -> scenarios.build(PLANNED, rate),
                                            () -> scenarios.refuse(
                                                    "build_rate_" + PLANNED,
                                                    scenarios.thisYear,
                                                    "additions_gw_per_year",
                                                    scenarios.planned().reason().orElseThrow()));
                        });
        scenarios.timesToPower();
        return scenarios.rows;
    }

    /** What no build can be turned into energy without; empty when all is there. */
    private Optional<String> missing() {
        if (parts.assumptions().family("build_rate_").isEmpty()) {
            return Optional.of("no assumption build_rate_NAME for " + parts.region() + " is visible on that day");
        }
        if (mix.isEmpty()) {
            return Optional.of("no assumption build_mix_TECHNOLOGY for " + parts.region() + " is visible on that day");
        }
        List<String> names = Stream.of("capacity_factor_", "derating_factor_")
                .flatMap(prefix -> mix.keySet().stream().map(technology -> prefix + technology))
                .filter(name -> !parts.assumptions().has(name))
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("assumptions that are not visible on that day: " + String.join(", ", names));
    }

    /** What is to be built this year, cut to the part of the plans that has come true: GW a year. */
    private Outcome<Rate> planned() {
        Optional<MarketFigure> plan = evidence.market().stream()
                .filter(figure -> figure.series().equals(PLANS)
                        && figure.region().equals(parts.region())
                        && figure.year().equals(OptionalInt.of(thisYear)))
                .max(Comparator.comparing(MarketFigure::published).thenComparing(MarketFigure::source));
        Optional<Assumption> realised = parts.assumptions().find(REALISED);
        if (plan.isEmpty() || realised.isEmpty()) {
            return Outcome.refused(
                    plan.isEmpty()
                            ? "no visible edition gives the additions planned for " + thisYear
                            : "no assumption " + REALISED + " for " + parts.region() + " is visible on that day");
        }
        double gw = plan.get().value();
        Assumption part = realised.get();
        return Outcome.of(new Rate(
                draw -> gw * draw.of(part),
                gw * part.value(),
                plan.get().source() + ": " + gw + " GW planned for " + thisYear + " x " + part.value() + " realised"));
    }

    private void build(String name, Rate rate) {
        String scenario = "build_rate_" + name;
        Spread energy = Spread.of(seed, draw -> rate.of().applyAsDouble(draw) * energyPerGw(draw));
        Spread firm = Spread.of(seed, draw -> rate.of().applyAsDouble(draw) * firmPerGw(draw));
        add(scenario, null, "additions_gw_per_year", "GW", rate.central(), null, null, rate.source());
        add(scenario, null, "additions_twh_per_year", "TWh", energy, "gross: nothing is retired");
        add(scenario, null, "additions_firm_gw_per_year", "GW", firm, "derated, gross");
        parts.assumptions().find("retirements").ifPresent(retired -> {
            Spread net = Spread.of(seed, draw -> rate.of().applyAsDouble(draw) - draw.of(retired));
            add(scenario, null, "additions_net_gw_per_year", "GW", net, "less what is retired: " + retired.source());
        });
        mix.forEach((technology, part) -> add(
                scenario, null, "additions_gw_" + technology, "GW", part.value() * rate.central(), null, null, null));
        shares(scenario, energy);
    }

    private void shares(String scenario, Spread energy) {
        Optional<Assumption> additions = parts.assumptions().find("supply_additions");
        if (additions.isEmpty()) {
            refuse(scenario, YEARS.get(0), "headline_share", "no assumption supply_additions for " + parts.region());
            return;
        }
        shares(scenario, energy, additions.get());
    }

    private void shares(String scenario, Spread energy, Assumption additions) {
        double sd = (energy.upper() - energy.lower()) / (2 * 1.2815515655446004);
        Assumption changed = new Assumption(
                additions.name(),
                additions.year(),
                energy.median(),
                additions.low(),
                additions.high(),
                DistributionKind.NORMAL,
                OptionalDouble.of(sd),
                OptionalDouble.empty(),
                additions.unit(),
                scenario);
        Assumptions assumptions = parts.assumptions().with(changed);
        TargetYears years = new TargetYears(YEARS.get(0), YEARS.get(YEARS.size() - 1));
        Outcome<LoadModel> made = models.of(parts.region(), assumptions).model();
        made.reason().ifPresent(reason -> refuse(scenario, years.first(), "headline_share", reason));
        made.value().ifPresent(model -> {
            SimulatedLoad load = ShareSimulation.run(model.pooledOnly(), new SimulationSettings(seed, paths, years));
            YEARS.forEach(year -> shares(scenario, year, load));
        });
    }

    private void shares(String scenario, int year, SimulatedLoad load) {
        load.distribution(ShareComponent.SUPPLY_CEILING, year)
                .ifPresent(ceiling -> share(scenario, year, "supply_ceiling_share", ceiling));
        load.probabilityOfMeetingCeiling(year)
                .ifPresent(cut -> add(
                        scenario,
                        year,
                        "probability_demand_passes_supply",
                        "probability",
                        cut,
                        null,
                        null,
                        "the part of the pooled paths that the supply ceiling cuts"));
        load.distribution(ShareComponent.POOL_WIDENED, year).ifPresent(headline -> {
            share(scenario, year, "headline_share", headline);
            add(
                    scenario,
                    year,
                    "probability_share_at_least_8_percent",
                    "probability",
                    headline.probabilityOfAtLeast(EIGHT_PER_CENT),
                    null,
                    null,
                    null);
        });
    }

    private void share(String scenario, int year, String measure, ShareDistribution shares) {
        add(
                scenario,
                year,
                measure,
                "fraction",
                shares.share(.5),
                shares.share(.1),
                shares.share(.9),
                "of " + parts.primary().code() + NOTES.getOrDefault(measure, ""));
    }

    private void timesToPower() {
        Assumptions a = parts.assumptions();
        if (!a.has("lead_time_transmission_line")
                || !a.has("lead_time_datacenter")
                || !a.has("lead_time_large_transformer")) {
            refuse(
                    Scenario.BASE,
                    null,
                    "time_to_power_with_new_line",
                    "no assumption lead_time_transmission_line, lead_time_datacenter or lead_time_large_transformer");
            return;
        }
        Assumption line = a.require("lead_time_transmission_line");
        Assumption transformer = a.require("lead_time_large_transformer");
        Assumption site = a.require("lead_time_datacenter");
        time(
                "time_to_power_on_existing_grid",
                "the longer of building the site and getting its transformer",
                draw -> Math.max(draw.of(site), draw.of(transformer)));
        time(
                "time_to_power_with_new_line",
                "the longest of line, transformer and site",
                draw -> Math.max(draw.of(line), Math.max(draw.of(site), draw.of(transformer))));
        a.family("lead_time_").forEach((name, row) -> time("lead_time_" + name, row.source(), draw -> draw.of(row)));
    }

    private void time(String measure, String note, ToDoubleFunction<Spread.Draw> years) {
        add(Scenario.BASE, null, measure, "year", Spread.of(seed, years), note);
    }

    private double energyPerGw(Spread.Draw draw) {
        return BottomUp.TWH_PER_GW_YEAR * weighted(draw, capacityFactors);
    }

    private double firmPerGw(Spread.Draw draw) {
        return weighted(draw, deratings);
    }

    private double weighted(Spread.Draw draw, Map<String, Assumption> factors) {
        double sum = 0;
        for (Map.Entry<String, Assumption> part : mix.entrySet()) {
            sum += draw.of(part.getValue()) * draw.of(factors.get(part.getKey()));
        }
        return sum;
    }

    private void add(String scenario, Integer year, String measure, String unit, Spread spread, String note) {
        add(scenario, year, measure, unit, spread.median(), spread.lower(), spread.upper(), note);
    }

    private void add(
            String scenario,
            Integer year,
            String measure,
            String unit,
            double value,
            Double lower,
            Double upper,
            String note) {
        rows.add(new Object[] {
            parts.region(), scenario, year, measure, value, lower, upper, unit, note, ShareStatus.OK.code()
        });
    }

    private void refuse(String scenario, Integer year, String measure, String reason) {
        rows.add(new Object[] {
            parts.region(), scenario, year, measure, null, null, null, null, reason, ShareStatus.REFUSED.code()
        });
    }
}
