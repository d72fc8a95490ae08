package org.electrongap.share.simulation;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The projects of one stage.
 *
 * @param name under_construction, advanced or early
 * @param powerGw facility power as announced, duplicates in
 * @param uniqueFraction what is left when duplicates are removed
 * @param completion probability that a GW is ever energised
 * @param energisedBy fraction of what is ever energised that is energised by the end of a year, by year
 */
public record PipelineStage(
        String name,
        Assumption powerGw,
        Assumption uniqueFraction,
        Assumption completion,
        NavigableMap<Integer, Double> energisedBy) {

    public PipelineStage {
        energisedBy = new TreeMap<>(energisedBy);
    }

    /** The stage of the assumptions pipeline_NAME, unique_fraction_NAME, completion_NAME and energised_by_NAME. */
    public static PipelineStage of(String name, Assumptions assumptions) {
        TreeMap<Integer, Double> energisedBy = new TreeMap<>();
        assumptions.byYear("energised_by_" + name).forEach((year, row) -> energisedBy.put(year, row.value()));
        if (energisedBy.isEmpty()) {
            throw new InvalidAssumptionsException(
                    List.of("assumption 'energised_by_" + name + "' is missing: add a row for each year"));
        }
        return new PipelineStage(
                name,
                assumptions.require("pipeline_" + name),
                assumptions.require("unique_fraction_" + name),
                assumptions.require("completion_" + name),
                energisedBy);
    }

    /** The last year for which a fraction is stated. */
    int lastStatedYear() {
        return energisedBy.lastKey();
    }

    /** The fraction energised by a year: linear between stated years, from none in the base year. */
    public double energisedBy(int year, int baseYear) {
        if (year <= baseYear) {
            return 0;
        }
        Map.Entry<Integer, Double> after = energisedBy.ceilingEntry(year);
        if (after == null) {
            return energisedBy.lastEntry().getValue();
        }
        Map.Entry<Integer, Double> before = energisedBy.lowerEntry(year);
        int from = before == null ? baseYear : before.getKey();
        double start = before == null ? 0 : before.getValue();
        return start + (after.getValue() - start) * (year - from) / (after.getKey() - (double) from);
    }
}
