package org.electrongap.share;

import java.util.Map;
import java.util.Optional;
import org.electrongap.share.simulation.Assumptions;
import org.electrongap.share.simulation.LoadModel;
import org.electrongap.share.simulation.PublishedMixture;
import org.electrongap.share.simulation.ShareComponent;
import org.electrongap.statistics.Outcome;

/**
 * The model of one region and all that a report says about it.
 *
 * @param region region
 * @param assumptions its assumptions, overrides in
 * @param history the load history that the regressions read
 * @param newest the newest published estimate of the load
 * @param demand the denominators' past
 * @param primary the denominator of the simulation: end use where the region has it
 * @param forecasts the published forecasts, one a publisher and year
 * @param model what is simulated; refused where not even the other load is known
 * @param refusals why a component is missing
 * @param points how many observations or forecasts stand behind a component
 */
record ModelParts(
        String region,
        Assumptions assumptions,
        Outcome<LoadHistory> history,
        Optional<LoadFigure> newest,
        DemandHistory demand,
        Denominator primary,
        ForecastSelection forecasts,
        Outcome<LoadModel> model,
        Map<ShareComponent, String> refusals,
        Map<ShareComponent, Integer> points) {

    /** The component of published forecasts; empty where it was refused. */
    Optional<PublishedMixture> mixture() {
        return model.value().stream()
                .flatMap(made -> made.components().stream())
                .filter(PublishedMixture.class::isInstance)
                .map(PublishedMixture.class::cast)
                .findFirst();
    }
}
