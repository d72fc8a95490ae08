package org.electrongap.share;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.electrongap.share.simulation.Assumption;
import org.electrongap.share.simulation.Assumptions;
import org.electrongap.share.simulation.DistributionKind;
import org.electrongap.share.simulation.OtherLoad;
import org.electrongap.statistics.Outcome;
import org.electrongap.statistics.TrendLine;

/**
 * The use of electricity that is no data centre. Where the assumptions judge it, on end use; elsewhere demand less the
 * newest estimate of the load in the last year of which both are known, growing as demand did over ten years.
 */
final class OtherLoadEstimate {

    private static final int TREND_YEARS = 10;

    /** Yearly restatements of national demand are about one per cent. */
    private static final double LEVEL_SD = 0.01;

    private final String region;
    private final Assumptions assumptions;
    private final DemandHistory demand;
    private final Evidence evidence;

    OtherLoadEstimate(Evidence evidence, String region, Assumptions assumptions, DemandHistory demand) {
        this.evidence = evidence;
        this.region = region;
        this.assumptions = assumptions;
        this.demand = demand;
    }

    /** The denominator on which the other load stands. */
    Denominator denominator() {
        return isJudged() ? Denominator.END_USE : Denominator.GENERATION_PLUS_NET_IMPORTS;
    }

    Outcome<OtherLoad> otherLoad() {
        return isJudged()
                ? Outcome.of(new OtherLoad(
                        assumptions.require("other_load_level"), assumptions.require("other_load_growth")))
                : estimated();
    }

    private boolean isJudged() {
        return assumptions
                        .find("other_load_level")
                        .filter(level -> level.year().isPresent())
                        .isPresent()
                && assumptions.has("other_load_growth");
    }

    private Outcome<OtherLoad> estimated() {
        NavigableMap<Integer, Double> total = demand.of(Denominator.GENERATION_PLUS_NET_IMPORTS);
        Optional<LoadFigure> newest = LoadHistory.newestOf(
                evidence,
                LoadHistory.estimates(evidence, region).stream()
                        .filter(figure -> total.containsKey(figure.year()))
                        .toList());
        if (newest.isEmpty()) {
            return Outcome.refused("no visible edition gives both the demand and the data-centre load of " + region);
        }
        int year = newest.get().year();
        double load = newest.get().mid().getAsDouble();
        return growth(total)
                .map(trend -> new OtherLoad(
                        row(
                                "other_load_level",
                                year,
                                total.get(year) - load,
                                DistributionKind.NORMAL_RELATIVE,
                                LEVEL_SD),
                        row(
                                "other_load_growth",
                                year,
                                StrictMath.expm1(trend.slope()),
                                DistributionKind.NORMAL,
                                trend.slopeStandardError())));
    }

    private static Outcome<TrendLine> growth(NavigableMap<Integer, Double> total) {
        List<Integer> years = total.tailMap(total.lastKey() - TREND_YEARS, true).keySet().stream()
                .toList();
        return TrendLine.logLinear(
                years.stream().mapToDouble(year -> year - total.lastKey()).toArray(),
                years.stream().mapToDouble(total::get).toArray());
    }

    private static Assumption row(String name, int year, double value, DistributionKind kind, double spread) {
        return new Assumption(
                name,
                OptionalInt.of(year),
                value,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                kind,
                OptionalDouble.of(spread),
                OptionalDouble.empty(),
                name.endsWith("level") ? "TWh" : "per_year",
                "demand of the last ten years");
    }
}
