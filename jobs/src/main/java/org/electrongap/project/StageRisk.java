package org.electrongap.project;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is assumed of the projects of a stage in a country.
 *
 * @param completion probability of completion in each state of the common risk
 * @param ramp part of energised power that is in use, in each state
 * @param curve when what is completed is energised; empty where it is energised already or never
 */
record StageRisk(double[] completion, double[] ramp, Optional<EnergisationCurve> curve) implements Serializable {

    /** Either what is assumed, or why nothing can be. */
    record Answer(Optional<StageRisk> risk, String reason) {

        private static Answer refused(String reason) {
            return new Answer(Optional.empty(), reason);
        }
    }

    /**
     * Looks the stage up.
     *
     * @param asOfYear year of the as-of date
     * @param seed seed of the order of draws
     */
    static Answer of(ProjectStage stage, String country, Assumptions assumptions, int asOfYear, long seed) {
        Optional<Assumption> ramp = assumptions.find("ramp", country);
        if (stage == ProjectStage.UNKNOWN) {
            return Answer.refused("the stage is not known, so nothing is assumed of its completion");
        }
        if (stage == ProjectStage.CANCELLED) {
            return new Answer(Optional.of(certain(0, new double[] {1})), "cancelled: nothing is expected");
        }
        if (ramp.isEmpty()) {
            return Answer.refused("no assumption ramp for " + country + " or WORLD; add a row to the assumptions");
        }
        double[] draws = RiskDraws.of(ramp.get(), seed);
        return stage.assumptionGroup()
                .map(group -> pipeline(group, country, assumptions, asOfYear, draws))
                .orElseGet(() -> new Answer(Optional.of(certain(1, draws)), ""));
    }

    private static Answer pipeline(String group, String country, Assumptions assumptions, int asOfYear, double[] ramp) {
        Optional<Assumption> completion = assumptions.find("completion_" + group, country);
        SortedMap<Integer, Double> points = new TreeMap<>();
        assumptions.byYear("energised_by_" + group, country).forEach((year, a) -> points.put(year, a.value()));
        List<String> missing = new ArrayList<>();
        if (completion.isEmpty()) {
            missing.add("completion_" + group);
        }
        if (points.isEmpty()) {
            missing.add("energised_by_" + group);
        }
        if (!missing.isEmpty()) {
            return Answer.refused("no assumption " + String.join(", ", missing) + " for " + country
                    + " or WORLD; add a row to the assumptions");
        }
        double[] p = RiskDraws.completion(
                completion.get().value(), completion.get().commonShock().orElse(0));
        return new Answer(
                Optional.of(new StageRisk(p, ramp, Optional.of(new EnergisationCurve(asOfYear, points)))), "");
    }

    private static StageRisk certain(double completion, double[] ramp) {
        double[] p = new double[RiskDraws.COUNT];
        Arrays.fill(p, completion);
        double[] use = ramp;
        if (ramp.length == 1) {
            use = new double[RiskDraws.COUNT];
            Arrays.fill(use, ramp[0]);
        }
        return new StageRisk(p, use, Optional.empty());
    }

    /** Part of a completed project with that reported year that is energised in a year. */
    double in(int year, Integer reportedYear) {
        if (curve.isEmpty()) {
            return reportedYear != null && reportedYear == year ? 1 : 0;
        }
        return curve.get().in(year, reportedYear == null ? curve.get().asOfYear() : reportedYear);
    }
}
