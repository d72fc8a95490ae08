package org.electrongap.share;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.electrongap.share.simulation.Assumption;
import org.electrongap.share.simulation.Assumptions;
import org.electrongap.share.simulation.Spread;
import org.electrongap.share.simulation.TargetYears;
import org.electrongap.statistics.Outcome;

/**
 * How much capacity stands above the peak of demand, on one basis for every country: the technologies of one source and
 * basis that all have, the same derating factors, and from the last year of capacity on the net change of that year again every year.
 */
final class Adequacy {

    private static final String DERATING = "derating_factor_";

    private final String region;
    private final Assumptions assumptions;
    private final TargetYears years;
    private final long seed;
    private final Outcome<CapacityBasis> basis;
    private final NavigableMap<Integer, Map<String, Double>> capacityGw;
    private final Map<String, Assumption> deratings;
    private final Optional<Assumption> growth;
    private final Optional<MarketFigure> peak;
    private final List<Object[]> rows = new ArrayList<>();

    private Adequacy(Evidence evidence, ModelParts parts, Outcome<CapacityBasis> basis, TargetYears years, long seed) {
        this.region = parts.region();
        this.assumptions = parts.assumptions();
        this.years = years;
        this.seed = seed;
        this.basis = basis;
        this.growth = growth(parts);
        this.deratings = assumptions.family(DERATING);
        this.capacityGw =
                capacity(basis.value().map(one -> one.newest(evidence, region)).orElse(List.of()), deratings.keySet());
        this.peak = peak(evidence, region);
    }

    private static Optional<Assumption> growth(ModelParts parts) {
        return parts.assumptions().find("peak_demand_growth");
    }

    private static Optional<MarketFigure> peak(Evidence evidence, String region) {
        return evidence.market().stream()
                .filter(figure ->
                        figure.series().equals("peak_demand") && figure.region().equals(region))
                .filter(figure -> figure.year().isPresent())
                .max(Comparator.comparingInt(
                                (MarketFigure figure) -> figure.year().getAsInt())
                        .thenComparing(MarketFigure::published));
    }

    /** The capacity on which the margins of these regions stand: of those that have a peak and its growth. */
    static Outcome<CapacityBasis> basis(Evidence evidence, List<ModelParts> regions) {
        return CapacityBasis.common(
                evidence,
                regions.stream()
                        .filter(parts -> growth(parts).isPresent())
                        .map(ModelParts::region)
                        .filter(region -> peak(evidence, region).isPresent())
                        .toList());
    }

    /** The rows of out/adequacy of a region, on the basis that it shares with the others. */
    static List<Object[]> rows(
            Evidence evidence, ModelParts parts, Outcome<CapacityBasis> basis, TargetYears years, long seed) {
        Adequacy adequacy = new Adequacy(evidence, parts, basis, years, seed);
        Optional<String> missing = adequacy.missing();
        if (missing.isPresent()) {
            for (String measure :
                    List.of("nameplate_over_peak", "derated_margin", "probability_demand_passes_supply")) {
                adequacy.refuse(years.first(), measure, missing.get());
            }
        } else {
            adequacy.all();
        }
        return adequacy.rows;
    }

    private Optional<String> missing() {
        if (peak.isEmpty()) {
            return Optional.of("no visible edition gives a peak demand of " + region);
        }
        if (growth.isEmpty()) {
            return Optional.of("no assumption peak_demand_growth for " + region);
        }
        if (basis.isRefused()) {
            return basis.reason();
        }
        return capacityGw.size() < 2
                ? Optional.of("capacity by technology is known for fewer than two years")
                : Optional.empty();
    }

    private void all() {
        Map<String, Double> last = capacityGw.lastEntry().getValue();
        Map<String, Double> change = changeOfLastYear();
        double[] firmLast = Spread.draws(seed, draw -> derated(draw, last));
        double[] firmChange = Spread.draws(seed, draw -> derated(draw, change));
        double[] growthRates = Spread.draws(seed, draw -> draw.of(growth.get()));
        int crossing = 0;
        for (int year : years.toArray()) {
            double[] peaks = each(growthRates, (rate, i) -> peakGw(rate, year));
            int after = year - capacityGw.lastKey();
            double nameplate = sum(last) + sum(change) * after;
            double[] firm = each(firmLast, (gw, i) -> gw + firmChange[i] * after);
            spread(year, "nameplate_over_peak", each(peaks, (gw, i) -> nameplate / gw - 1));
            spread(year, "derated_margin", each(peaks, (gw, i) -> firm[i] / gw - 1));
            double passes =
                    Spread.ofValues(each(peaks, (gw, i) -> gw - firm[i])).fractionAboveZero();
            add(year, "probability_demand_passes_supply", passes, null, null, note(year));
            crossing = crossing == 0 && passes >= .5 ? year : crossing;
        }
        crossing(crossing);
    }

    private void crossing(int year) {
        if (year == 0) {
            refuse(
                    years.last(),
                    "crossing_year",
                    "demand does not pass derated supply by " + years.last()
                            + " with a probability of one half or more");
        } else {
            add(
                    years.last(),
                    "crossing_year",
                    year,
                    null,
                    null,
                    "first year in which demand more likely passes" + " derated supply than not");
        }
    }

    /** A value of each draw. */
    private interface OfDraw {
        double of(double value, int draw);
    }

    private static double[] each(double[] values, OfDraw formula) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = formula.of(values[i], i);
        }
        return result;
    }

    private Map<String, Double> changeOfLastYear() {
        Map<String, Double> before = capacityGw.lowerEntry(capacityGw.lastKey()).getValue();
        Map<String, Double> change = new TreeMap<>();
        capacityGw
                .lastEntry()
                .getValue()
                .forEach((technology, gw) -> change.put(technology, gw - before.getOrDefault(technology, 0.0)));
        return change;
    }

    private double derated(Spread.Draw draw, Map<String, Double> gw) {
        double firm = 0;
        for (Map.Entry<String, Double> technology : gw.entrySet()) {
            firm += technology.getValue() * draw.of(deratings.get(technology.getKey()));
        }
        return firm;
    }

    private double peakGw(double growthRate, int year) {
        int after = year - peak.get().year().getAsInt();
        return peak.get().value() * StrictMath.pow(1 + growthRate, after);
    }

    private void spread(int year, String measure, double[] draws) {
        Spread spread = Spread.ofValues(draws);
        add(year, measure, spread.median(), spread.lower(), spread.upper(), note(year));
    }

    private String note(int year) {
        String capacity = year == capacityGw.lastKey()
                ? "capacity as reported"
                : "capacity goes on from " + capacityGw.lastKey() + " by that year's net change";
        return capacity + "; peak " + peak.get().value() + " GW of "
                + peak.get().period() + " (" + peak.get().kind() + ", "
                + peak.get().basis() + ") with growth";
    }

    private void add(int year, String measure, double value, Double lower, Double upper, String note) {
        rows.add(new Object[] {region, year, measure, value, lower, upper, ShareStatus.OK.code(), note});
    }

    private void refuse(int year, String measure, String reason) {
        rows.add(new Object[] {region, year, measure, null, null, null, ShareStatus.REFUSED.code(), reason});
    }

    private static double sum(Map<String, Double> byTechnology) {
        return byTechnology.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** GW by year and technology; technologies with a derating factor, sums left out. */
    private static NavigableMap<Integer, Map<String, Double>> capacity(
            List<CapacityFigure> figures, Set<String> technologies) {
        NavigableMap<Integer, Map<String, Double>> byYear = new TreeMap<>();
        figures.stream()
                .filter(figure -> technologies.contains(figure.technology()) && isLeaf(figure.technology()))
                .forEach(figure -> byYear.computeIfAbsent(figure.year(), year -> new TreeMap<>())
                        .put(figure.technology(), figure.gw()));
        return byYear;
    }

    private static boolean isLeaf(String technology) {
        return !List.of("total", "fossil", "renewable", "wind").contains(technology);
    }
}
