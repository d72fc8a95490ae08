package org.electrongap.share.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The paths of a simulation, by component and year. */
public final class SimulatedLoad {

    private final TargetYears years;
    private final Map<ShareComponent, double[][]> twh;
    private final Map<ShareComponent, double[][]> otherTwh;

    SimulatedLoad(TargetYears years, Map<ShareComponent, double[][]> twh, Map<ShareComponent, double[][]> otherTwh) {
        this.years = years;
        this.twh = twh;
        this.otherTwh = otherTwh;
    }

    /** The years of the simulation. */
    public TargetYears years() {
        return years;
    }

    /** The components that were simulated, the pools among them. */
    public List<ShareComponent> components() {
        return List.copyOf(twh.keySet());
    }

    /** The distribution of a component in a year; empty where it was not simulated or does not cover the year. */
    public Optional<ShareDistribution> distribution(ShareComponent component, int year) {
        double[][] paths = twh.get(component);
        if (paths == null || paths[years.indexOf(year)].length == 0) {
            return Optional.empty();
        }
        int t = years.indexOf(year);
        return Optional.of(ShareDistribution.of(paths[t], otherTwh.get(component)[t]));
    }

    /**
     * The part of the pooled paths that the supply ceiling cuts: the probability that demand would pass supply in a year;
     * empty where either is missing.
     */
    public Optional<Double> probabilityOfMeetingCeiling(int year) {
        return fraction(ShareComponent.POOL, ShareComponent.SUPPLY_CEILING, year, (load, most) -> load >= most);
    }

    /**
     * The probability that a component's load passes the supply ceiling in a year, path by path; empty where either is
     * missing.
     */
    public Optional<Double> probabilityOfPassing(ShareComponent component, ShareComponent limit, int year) {
        return fraction(component, limit, year, (load, most) -> load > most);
    }

    /** A relation of two loads of one path. */
    private interface Relation {
        boolean holds(double load, double most);
    }

    private Optional<Double> fraction(ShareComponent component, ShareComponent limit, int year, Relation relation) {
        int t = years.indexOf(year);
        if (!twh.containsKey(component) || !twh.containsKey(limit)) {
            return Optional.empty();
        }
        double[] load = twh.get(component)[t];
        double[] most = twh.get(limit)[t];
        if (load.length == 0 || most.length == 0) {
            return Optional.empty();
        }
        int passing = 0;
        for (int i = 0; i < load.length; i++) {
            passing += relation.holds(load[i], most[i]) ? 1 : 0;
        }
        return Optional.of(passing / (double) load.length);
    }
}
